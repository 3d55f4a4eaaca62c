/** Names of what a tonne is a tonne of, and of what a series covers, as they stand inside a sentence. */
import type { Basis } from '../model/unit.ts';
import type { Scope } from '../model/workbook.ts';
import { phrase, type Phrase } from './phrase.ts';

const basisNames: Readonly<Record<Basis, Phrase>> = {
  blank: phrase('blanks', '毛坯'),
  finished: phrase('finished magnets', '成品磁材'),
  alloy: phrase('strip-cast alloy', '速凝合金片'),
  'prnd-metal': phrase('PrNd metal', '镨钕金属'),
  'prnd-oxide': phrase('PrNd oxide', '氧化镨钕'),
  reo: phrase('rare earth oxides (REO)', '稀土氧化物（REO）'),
};

const scopeNames: Readonly<Record<Scope, Phrase>> = {
  sintered: phrase('sintered NdFeB', '烧结钕铁硼'),
  'all-permanent-magnets': phrase('all permanent magnets', '全部永磁材料'),
  'sample-survey': phrase('a sample survey', '样本企业'),
};

function named<Key extends string>(names: Readonly<Record<Key, Phrase>>, id: string): Phrase {
  return Object.hasOwn(names, id) ? names[id as Key] : phrase(id, id);
}

/** The name of a basis; an unknown one is its own name. */
export function massBasisName(id: string): Phrase {
  return named(basisNames, id);
}

/** What is recorded of a mass, as it stands in a label: "finished magnets, sintered NdFeB, coverage 0.8"; null where nothing is. */
export function termsInWords(basis: Basis | null, scope: Scope | null, coverage: string | null): Phrase | null {
  const parts = [...(basis === null ? [] : [basisNames[basis]]), ...(scope === null ? [] : [scopeNames[scope]]), ...(coverage === null ? [] : [phrase(`coverage ${coverage}`, `覆盖系数 ${coverage}`)])];
  return parts.length === 0 ? null : phrase(parts.map(({ en }) => en).join(', '), parts.map(({ zh }) => zh).join('，'));
}

/** The name of a scope; an unknown one is its own name. */
export function scopeName(id: string): Phrase {
  return named(scopeNames, id);
}
