/**
 * Three versions of one workbook -> one: what each side changed since the common ancestor, together. Cells and differences of
 * scenarios are merged one by one. Where both sides changed the same one, ours stays in place and both figures are kept as
 * claims, so that they stand side by side as rivals with their sources until somebody decides; nothing either side wrote is lost
 * without being named.
 */
import { pathName } from '../messages/names.ts';
import { mergeMessages } from '../messages/merge.ts';
import { describePath } from '../model/paths.ts';
import type { Cell, Claim, Source, Workbook } from '../model/workbook.ts';
import { ok, type Result } from '../result.ts';
import { checkConsistency } from './checkConsistency.ts';
import { formatPlace } from './formatPlace.ts';
import type { MergeConflict, MergeRecord, MergeValue } from './mergeConflict.ts';
import { workbookSchema } from './workbookSchema.ts';

type Place = readonly string[];

export type MergedWorkbook = { readonly workbook: Workbook; readonly conflicts: readonly MergeConflict[] };

/**
 * Merges `theirs` into `ours`; `base` is their common ancestor. Problems: file-inconsistent, where the sides together contradict
 * each other (one removed a source or a sector that the other has come to use).
 */
export function mergeWorkbooks(base: Workbook, ours: Workbook, theirs: Workbook): Result<MergedWorkbook> {
  const found: MergeConflict[] = [];
  const merged = merge(toJson(base), toJson(ours), toJson(theirs), [], found);
  // The pieces are those of checked workbooks, so that only how they refer to each other can have become wrong.
  const workbook = workbookSchema.parse(merged);
  const kept = keepRivals(workbook, found);
  const checked = checkConsistency(kept);
  return checked.ok ? ok({ workbook: checked.value, conflicts: found }) : checked;
}

function toJson(workbook: Workbook): MergeValue {
  return JSON.parse(JSON.stringify(workbook)) as MergeValue;
}

function isRecord(value: MergeValue | undefined): value is MergeRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(a: MergeValue | undefined, b: MergeValue | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item: MergeValue, at) => isSame(item, b[at] as MergeValue));
  if (!isRecord(a) || !isRecord(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => isSame(a[name], b[name]));
}

function cellAt(place: Place): MergeConflict['cell'] {
  const [area, path, cells, period] = place;
  return area === 'series' && cells === 'cells' && path !== undefined && period !== undefined && place.length === 4 ? { path, period } : null;
}

/** A number with its state and its source belongs together: the value of one side is never given the source of the other. */
function isWhole(place: Place): boolean {
  const [area, , list] = place;
  return place.length === 4 && ((area === 'series' && list === 'cells') || ((area === 'scenarios' || area === 'packages' || area === 'vintages') && list === 'overlays'));
}

function merge(base: MergeValue | undefined, ours: MergeValue | undefined, theirs: MergeValue | undefined, place: Place, found: MergeConflict[]): MergeValue | undefined {
  if (isSame(ours, theirs) || isSame(base, theirs)) return ours;
  if (isSame(base, ours)) return theirs;
  const fields = isRecord(ours) && isRecord(theirs) ? mergeFields(isRecord(base) ? base : {}, ours, theirs, place, found) : undefined;
  if (fields !== undefined) return fields;
  found.push({ place: formatPlace(['workbook', ...place]), cell: cellAt(place), ours, theirs });
  // What one side removed and the other changed is kept: nothing that was written is lost.
  return ours ?? theirs;
}

/** The fields of both; undefined where they belong together and both sides changed more than the note beside them. */
function mergeFields(base: MergeRecord, ours: MergeRecord, theirs: MergeRecord, place: Place, found: MergeConflict[]): MergeRecord | undefined {
  if (isWhole(place)) {
    const withoutNote = ({ note: _note, ...rest }: MergeRecord): MergeRecord => rest;
    const oursChanged = !isSame(withoutNote(base), withoutNote(ours));
    if (oursChanged && !isSame(withoutNote(base), withoutNote(theirs)) && !isSame(withoutNote(ours), withoutNote(theirs))) return undefined;
  }
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  const fields = names.flatMap((name): [string, MergeValue][] => {
    const value = merge(base[name], ours[name], theirs[name], [...place, name], found);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(fields);
}

/** The source of a figure that came without one. */
const unsourced: Readonly<Record<'ours' | 'theirs', { readonly id: string; readonly source: Omit<Source, 'date'> }>> = {
  ours: { id: 'merge-ours', source: { title: mergeMessages.oursTitle.en, publisher: mergeMessages.publisher.en, url: '', reliability: 'C' } },
  theirs: { id: 'merge-theirs', source: { title: mergeMessages.theirsTitle.en, publisher: mergeMessages.publisher.en, url: '', reliability: 'C' } },
};

/** Adds both figures of every cell in conflict as claims. */
function keepRivals(workbook: Workbook, conflicts: readonly MergeConflict[]): Workbook {
  const claims: Record<string, Claim> = { ...workbook.claims };
  const sources: Record<string, Source> = { ...workbook.sources };
  const keep = (side: 'ours' | 'theirs', { path, period }: NonNullable<MergeConflict['cell']>, value: MergeValue | undefined): void => {
    const series = workbook.series[path];
    const cell = isRecord(value) ? (value as unknown as Cell) : null;
    if (!series || !cell || cell.value === null || !describePath(workbook, path)) return;
    const own = cell.source !== undefined && Object.hasOwn(sources, cell.source) ? cell.source : null;
    const { id, source } = unsourced[side];
    if (own === null) sources[id] = { ...source, date: workbook.asOf };
    claims[freshClaimId(claims)] = {
      metric: pathName(workbook, path),
      path,
      period,
      value: cell.value,
      unit: series.unit,
      ...(series.basis === undefined ? {} : { basis: series.basis }),
      ...(series.scope === undefined ? {} : { scope: series.scope }),
      ...(series.coverage === undefined ? {} : { coverage: series.coverage }),
      state: cell.state,
      source: own ?? id,
      locator: cell.locator ?? mergeMessages[side === 'ours' ? 'oursLocator' : 'theirsLocator'].en,
      known: cell.known ?? workbook.asOf,
      ...(cell.note === undefined ? {} : { note: cell.note }),
    };
  };
  for (const conflict of conflicts) {
    if (!conflict.cell) continue;
    keep('ours', conflict.cell, conflict.ours);
    keep('theirs', conflict.cell, conflict.theirs);
  }
  return conflicts.some((conflict) => conflict.cell !== null) ? { ...workbook, claims, sources } : workbook;
}

function freshClaimId(claims: Readonly<Record<string, Claim>>): string {
  let number = 1;
  while (Object.hasOwn(claims, `merge-${number}`)) number += 1;
  return `merge-${number}`;
}
