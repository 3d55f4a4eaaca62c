/** The Sources grid: every number that has a source with where it stands, and those that wait for one. */
import { heads } from '../messages/heads.ts';
import { refusals } from '../messages/refusals.ts';
import { pathName } from '../messages/names.ts';
import { phrase, type Phrase } from '../messages/phrase.ts';
import { notYetKnown, stateNames } from '../messages/states.ts';
import { isHidden } from '../model/knownAt.ts';
import { describePath } from '../model/paths.ts';
import { storedUnit } from '../model/pathUnits.ts';
import { convertUnit } from '../model/unit.ts';
import type { Cell, Workbook } from '../model/workbook.ts';
import { decimalsFor, groupRow } from './cells.ts';
import { choicesOf } from './choices.ts';
import { inputDisplay } from './inputDisplay.ts';
import type { Table, TableCell, TableColumn, TableRow } from './table.ts';

const text = (value: string): TableCell => ({ value: null, text: phrase(value, value), role: 'label' });
const said = (value: Phrase): TableCell => ({ value: null, text: value, role: 'label' });

const columns: readonly TableColumn[] = [
  { id: 'label', title: heads.number, kind: 'label', width: 256 },
  { id: 'period', title: heads.period, kind: 'text', width: 72 },
  { id: 'value', title: heads.value, kind: 'period', width: 96 },
  { id: 'unit', title: heads.unit, kind: 'unit', width: 88 },
  { id: 'state', title: heads.state, kind: 'text', width: 112 },
  { id: 'grade', title: heads.grade, kind: 'text', width: 60 },
  { id: 'locator', title: heads.locator, kind: 'text', width: 190 },
  { id: 'known', title: heads.known, kind: 'text', width: 96 },
  { id: 'note', title: heads.note, kind: 'text', width: 420 },
];

type Entry = { readonly path: string; readonly period: string; readonly cell: Cell };

/** Decimals that a number really has, up to six. */
function digitsOf(value: number | null): number {
  return value === null ? 0 : (String(Number(value.toFixed(6))).split('.')[1] ?? '').length;
}

function entryRow(workbook: Workbook, { path, period, cell }: Entry): TableRow {
  const stored = storedUnit(workbook, path);
  const { unit, unitLabel, format } = inputDisplay(workbook, path);
  const spec = describePath(workbook, path);
  const value = cell.value === null || unit === undefined ? cell.value : convertUnit(cell.value, stored, unit);
  const isLater = isHidden(cell, workbook.asOf);
  const word = spec && choicesOf(spec)?.find((choice) => choice.value === value)?.label;
  return {
    id: `${path}@${period}`,
    kind: 'row',
    indent: 1,
    label: pathName(workbook, path),
    ...(unit === undefined ? {} : { unit }),
    ...(unitLabel === undefined ? {} : { unitLabel }),
    // A mean of quotations or a kg per unit has more digits than its grid shows, and here it is the number itself that counts.
    format: { ...format, decimals: Math.max(format.decimals, Math.min(decimalsFor(value), digitsOf(value))) },
    cells: {
      period: period === 'all' ? text('') : text(period),
      value: { value, ...(word ? { text: word } : {}), role: 'computed', ...(isLater ? { quiet: true } : { state: cell.state }), edit: { kind: 'refused', reason: isLater ? refusals.publishedLater : refusals.elsewhere } },
      state: said(isLater ? notYetKnown : stateNames[cell.state]),
      grade: text(cell.grade ?? ''),
      locator: text(cell.locator ?? ''),
      known: text(cell.known ?? ''),
      ...(cell.note ? { note: said(cell.note) } : {}),
    },
  };
}

/** Numbers by source, newest source first; those without one come first of all, because they are the work that remains. */
export function buildSourcesTable(workbook: Workbook): Table {
  const bySource = new Map<string, Entry[]>();
  for (const path of Object.keys(workbook.series).sort()) {
    for (const [period, cell] of Object.entries(workbook.series[path]?.cells ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))) {
      const key = cell.source ?? '';
      bySource.set(key, [...(bySource.get(key) ?? []), { path, period, cell }]);
    }
  }
  const rows: TableRow[] = [];
  const unsourced = bySource.get('');
  if (unsourced) {
    rows.push(groupRow('source/', phrase(`Assumptions without a source (${unsourced.length})`, `尚无来源的假设（${unsourced.length}）`)));
    rows.push(...unsourced.map((entry) => entryRow(workbook, entry)));
  }
  const sources = Object.entries(workbook.sources).sort(([, a], [, b]) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.title < b.title ? -1 : 1));
  for (const [id, source] of sources) {
    const title = `${source.publisher}: ${source.title}, ${source.date} (${id})`;
    rows.push(groupRow(`source/${id}`, phrase(title, title)));
    rows.push(...(bySource.get(id) ?? []).map((entry) => entryRow(workbook, entry)));
  }
  return { id: 'sources', columns, rows };
}
