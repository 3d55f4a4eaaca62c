/** What the tonnes of a row are tonnes of, written under the formula bar. */
import type { Basis } from '../model/unit.ts';
import type { Scope } from '../model/workbook.ts';
import { massBasisName, scopeName } from './massNames.ts';
import { phrase, type Phrase } from './phrase.ts';

export const termsWords = {
  title: phrase('Basis, scope and coverage', '口径、范围与覆盖'),
  basis: phrase('A tonne of', '吨数口径'),
  scope: phrase('Covers', '统计范围'),
  coverage: phrase('Coverage', '覆盖系数'),
  coverageAsk: phrase('1, 0.8 or 134%', '1、0.8 或 134%'),
  everywhere: phrase('Holds for the whole row, in every scenario.', '适用于整行，在所有情景中一致。'),
  conversions: phrase('By', '换算依据'),
  apply: phrase('Apply', '应用'),
  none: phrase('Only a row of tonnes that goes into the balance has a basis, a scope and a coverage, for example Demand or Output.', '只有计入平衡的吨位行才有口径、范围与覆盖系数，例如需求或产量。'),
} as const;

/** What stands where no basis is recorded. */
export function basisDefault(reads: Basis, bySwitch: boolean): Phrase {
  const name = massBasisName(reads);
  return bySwitch ? phrase(`by the switch: ${name.en}`, `由开关决定：${name.zh}`) : phrase(`not stated: ${name.en}`, `未注明：${name.zh}`);
}

/** What stands where no scope is recorded: that of the balance. */
export function scopeDefault(scope: Scope): Phrase {
  const name = scopeName(scope);
  return phrase(`not stated: ${name.en}`, `未注明：${name.zh}`);
}

/** `factor` is formatted. */
export function worthText(factor: string, reads: Basis): Phrase {
  const name = massBasisName(reads);
  return phrase(`1 t of this row counts as ${factor} t of ${name.en}.`, `该行 1 吨计为 ${factor} 吨${name.zh}。`);
}

export const scopes: readonly (readonly [Scope, Phrase])[] = (['sintered', 'all-permanent-magnets', 'sample-survey'] as const).map((id) => [id, scopeName(id)] as const);
export const bases: readonly (readonly [Basis, Phrase])[] = (['blank', 'finished', 'alloy', 'prnd-metal', 'prnd-oxide', 'reo'] as const).map((id) => [id, massBasisName(id)] as const);
