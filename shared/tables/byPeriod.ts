/**
 * A monthly grid read by quarters or years: flows are summed, stocks take the last month, prices and ratios their mean, as the
 * row's `aggregate` says. A period with a missing month is missing, but for a stock. A number typed into a period is spread
 * over its months; see spreadEdit.ts.
 */
import { periodicityWords as say } from '../messages/periodicity.ts';
import { phrase } from '../messages/phrase.ts';
import { weakestState } from '../model/state.ts';
import { spansOf, type Periodicity, type PeriodSpan } from '../periodicity.ts';
import type { Aggregate, CellEdit, SpreadPart, Table, TableCell, TableColumn, TableRow } from './table.ts';

type Span = PeriodSpan & { readonly column: TableColumn; readonly months: readonly string[] };

function columnOf({ period, positions, whole }: PeriodSpan, months: readonly TableColumn[], periodicity: Periodicity): TableColumn {
  const first = months[positions[0] ?? 0];
  const last = months[positions.at(-1) ?? 0];
  const reach = `${first?.period?.slice(5) ?? ''}–${last?.period?.slice(5) ?? ''}`;
  const partial = phrase(`${period.replace('-', ' ')} (${reach})`, `${period.replace('-', ' ')}（${reach}）`);
  const forecast = last?.forecast;
  return {
    // A period that is not whole has its months in its title, which an id that is the period would replace.
    id: whole ? period : `${period}-part`,
    title: whole ? phrase(period, period) : partial,
    kind: 'period',
    period,
    ...(forecast === undefined ? {} : { forecast }),
    width: whole ? (periodicity === 'years' ? 96 : 110) : 130,
  };
}

function meanOf(values: readonly number[], weights: readonly (number | null)[] | null): number | null {
  // Without a weight for every month, or with none that counts, the months count alike.
  const usable = weights !== null && weights.every((weight) => weight !== null && weight >= 0) && weights.some((weight) => weight !== null && weight > 0);
  const own = usable ? weights.map((weight) => weight ?? 0) : values.map(() => 1);
  const sum = own.reduce((total, weight) => total + weight, 0);
  const mean = values.reduce((total, value, at) => total + value * (own[at] ?? 0), 0) / sum;
  return Number.isFinite(mean) ? mean : null;
}

function valueOf(cells: readonly TableCell[], aggregate: Aggregate, weights: readonly (number | null)[] | null): number | null {
  if (aggregate === 'last') return cells.at(-1)?.value ?? null;
  const values = cells.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < cells.length) return null;
  return aggregate === 'sum' ? values.reduce((sum, value) => sum + value, 0) : meanOf(values, weights);
}

/** What typing spreads over: the months that take a number, those among them that have one of their own, and those that refuse one because they are published. */
function editOf(cells: readonly TableCell[], months: readonly string[], aggregate: Aggregate): CellEdit | undefined {
  if (aggregate === 'last') return cells.at(-1)?.edit;
  const typed = cells.flatMap(({ edit }) => (edit?.kind === 'input' ? [edit.address] : []))[0];
  if (typed === undefined) return cells[0]?.edit;
  const parts = cells.map(({ edit, value, role, quiet }, at): SpreadPart => {
    const address = edit?.kind === 'input' ? edit.address : { path: typed.path, period: months[at] ?? typed.period };
    return { ...address, value, pinned: edit?.kind !== 'input', typed: role === 'input' && quiet !== true && value !== null };
  });
  return { kind: 'spread', parts, times: aggregate === 'mean' ? cells.length : 1 };
}

/** The word that all months say; one for months that say different ones. */
function textOf(cells: readonly TableCell[], aggregate: Aggregate): TableCell['text'] {
  const texts = aggregate === 'last' ? [cells.at(-1)?.text] : cells.map(({ text }) => text);
  const [first] = texts;
  if (texts.every((text) => text?.en === first?.en && text?.zh === first?.zh)) return first;
  return cells.every(({ value }) => value === null) ? say.varies : undefined;
}

function periodCell(row: TableRow, span: Span, weights: Readonly<Record<string, TableCell>> | null): TableCell | null {
  const aggregate = row.aggregate ?? 'sum';
  const months = span.months.filter((month) => row.cells[month]);
  const cells = months.flatMap((month) => row.cells[month] ?? []);
  const last = cells.at(-1);
  if (!last) return null;
  const every = (test: (cell: TableCell) => boolean): boolean => cells.every(test);
  const value = valueOf(cells, aggregate, weights && months.map((month) => weights[month]?.value ?? null));
  const text = textOf(cells, aggregate);
  const edit = editOf(cells, months, aggregate);
  const source = every((cell) => cell.source === last.source) ? last.source : undefined;
  const origin = cells.find((cell) => cell.origin === 'own')?.origin ?? last.origin;
  return {
    value,
    role: every((cell) => cell.role === 'input') ? 'input' : 'computed',
    state: aggregate === 'last' ? (last.state ?? 'forecast') : weakestState(...cells.map(({ state }) => state ?? 'forecast')),
    of: { aggregate, months: cells.length },
    // A word stands for the numbers it was said instead of; "none" in some months and numbers in others is missing.
    ...(text !== undefined && (value === null || every((cell) => cell.text !== undefined)) ? { text } : {}),
    ...(origin === undefined ? {} : { origin }),
    ...(edit === undefined ? {} : { edit }),
    ...(source === undefined ? {} : { source }),
    ...(every((cell) => cell.quiet === true) ? { quiet: true } : {}),
    ...(cells.some((cell) => cell.noted === true) ? { noted: true } : {}),
    ...(cells.some((cell) => cell.flagged === true) ? { flagged: true } : {}),
  };
}

/** The table itself where it has no months, or where it is to be read by months. */
export function byPeriod(table: Table, periodicity: Periodicity): Table {
  const months = table.columns.filter(({ kind, period }) => kind === 'period' && period?.length === 7);
  if (periodicity === 'months' || months.length === 0) return table;
  const ids = months.map(({ id }) => id);
  const spans = spansOf(
    months.map(({ period = '' }) => period),
    periodicity,
  ).map((span): Span => ({ ...span, column: columnOf(span, months, periodicity), months: span.positions.flatMap((at) => ids[at] ?? []) }));
  const totals = periodicity === 'years' ? [] : table.columns.filter(({ kind }) => kind === 'total');
  const columns = [
    ...table.columns.filter(({ kind }) => kind !== 'period' && kind !== 'total'),
    ...spans.flatMap(({ column, period }) => [column, ...totals.filter((total) => period === `${total.id}-Q4`)]),
  ];
  const rows = table.rows.map((row): TableRow => {
    if (row.kind === 'group') return row;
    const weights = row.weightedBy === undefined ? null : (table.rows.find(({ id }) => id === row.weightedBy)?.cells ?? null);
    const cells: Record<string, TableCell> = {};
    for (const { id } of columns) {
      const kept = row.cells[id];
      if (kept) cells[id] = kept;
    }
    for (const span of spans) {
      const cell = periodCell(row, span, weights);
      if (cell) cells[span.column.id] = cell;
    }
    return { ...row, cells };
  });
  return { ...table, columns, rows };
}
