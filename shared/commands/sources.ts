/** Naming where numbers come from: adding, editing and removing the sources that cells, events and claims point to. */
import { addedEntry, editedEntry, entryKinds, removedEntry } from '../messages/commands.ts';
import { isIsoDate } from '../model/period.ts';
import type { LocalText, Source, SourceId, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { longestName } from './cleanName.ts';
import type { Command } from './command.ts';
import { freshId } from './freshId.ts';

/** The date comes as it was typed; the command says whether it is one. */
export type SourceFields = Pick<Source, 'title' | 'publisher' | 'url' | 'reliability'> & { readonly date: string };
export type AddSourceArgs = Pick<SourceFields, 'title' | 'date'> & Partial<SourceFields>;
export type EditSourceArgs = { readonly source: SourceId } & Partial<SourceFields>;

function findSource(workbook: Workbook, id: SourceId): Result<Source> {
  const source = Object.hasOwn(workbook.sources, id) ? workbook.sources[id] : undefined;
  return source ? ok(source) : fail('unknown-source', { place: id, values: { id } });
}

/** A source has one title, which readers of both languages see. */
function titleOf(workbook: Workbook, id: SourceId): LocalText {
  const title = workbook.sources[id]?.title ?? id;
  return { en: title, zh: title };
}

function checkedSource({ title, publisher, url, date, reliability }: SourceFields): Result<Source> {
  const name = title.trim();
  if (name === '') return fail('name-empty');
  if (name.length > longestName) return fail('name-too-long', { values: { limit: longestName } });
  if (!isIsoDate(date)) return fail('date-invalid', { values: { date } });
  return ok({ title: name, publisher: publisher.trim(), url: url.trim(), date, reliability: reliability.trim() });
}

export const addSource: Command<AddSourceArgs> = {
  name: 'add-source',
  label: (_workbook, { title }) => addedEntry(entryKinds.source, { en: title, zh: title }),
  run(workbook, args) {
    const source = checkedSource({ publisher: '', url: '', reliability: '', ...args });
    if (!source.ok) return source;
    const id = freshId(source.value.title, 'source', workbook.sources);
    return ok({ ...workbook, sources: { ...workbook.sources, [id]: source.value } });
  },
};

export const editSource: Command<EditSourceArgs> = {
  name: 'edit-source',
  label: (workbook, { source, title }) => editedEntry(titleOf(workbook, source), title === undefined ? undefined : { en: title, zh: title }),
  run(workbook, { source: id, ...changes }) {
    const before = findSource(workbook, id);
    if (!before.ok) return before;
    const source = checkedSource({ ...before.value, ...changes });
    if (!source.ok) return source;
    const same = (Object.keys(source.value) as (keyof Source)[]).every((field) => source.value[field] === before.value[field]);
    return ok(same ? workbook : { ...workbook, sources: { ...workbook.sources, [id]: source.value } });
  },
};

/** How many numbers, events, claims and statements name a source. */
export function usesOfSource(workbook: Workbook, id: SourceId): number {
  const owners = [...Object.values(workbook.scenarios), ...Object.values(workbook.packages ?? {}), ...Object.values(workbook.vintages)];
  const named: readonly { readonly source?: SourceId }[] = [
    ...Object.values(workbook.series).flatMap(({ cells }) => Object.values(cells)),
    ...owners.flatMap(({ overlays }) => Object.values(overlays)),
    ...Object.values(workbook.events),
    ...Object.values(workbook.claims),
    ...Object.values(workbook.statements),
  ];
  return named.filter(({ source }) => source === id).length;
}

export const removeSource: Command<{ readonly source: SourceId }> = {
  name: 'remove-source',
  label: (workbook, { source }) => removedEntry(titleOf(workbook, source)),
  run(workbook, { source: id }) {
    const source = findSource(workbook, id);
    if (!source.ok) return source;
    const uses = usesOfSource(workbook, id);
    if (uses > 0) return fail('source-in-use', { place: id, values: { uses } });
    return ok({ ...workbook, sources: Object.fromEntries(Object.entries(workbook.sources).filter(([key]) => key !== id)) });
  },
};
