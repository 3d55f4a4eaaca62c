/** Cells of the grids: what is shown, in which unit, where it comes from, and what typing into it does. */
import { cellWords } from '../messages/inputGroups.ts';
import type { Phrase } from '../messages/phrase.ts';
import { refusals } from '../messages/refusals.ts';
import type { AnnualValue, MonthlyQuantity } from '../model/balance.ts';
import type { Inputs } from '../model/inputs.ts';
import { memoize } from '../model/memoize.ts';
import { describePath, type PathSpec } from '../model/paths.ts';
import type { Month } from '../model/period.ts';
import type { ResolvedCell, ResolvedSeries } from '../model/resolve.ts';
import { storedUnit } from '../model/pathUnits.ts';
import { convertUnit, type UnitId } from '../model/unit.ts';
import type { Cell, CellAddress, PeriodKey, SeriesPath } from '../model/workbook.ts';
import { choicesOf } from './choices.ts';
import type { Choice, NumberFormat, TableCell, TableRow } from './table.ts';

export const formats = {
  tonnes: { decimals: 0 },
  signedTonnes: { decimals: 0, signed: true },
  percent: { decimals: 1, percent: true },
  signedPercent: { decimals: 1, percent: true, signed: true },
  days: { decimals: 1 },
  /** A number that is per cent already, with % in the unit column. */
  inPercent: { decimals: 1 },
  ratio: { decimals: 3 },
  signedRatio: { decimals: 2, signed: true },
  integer: { decimals: 0 },
} as const satisfies Record<string, NumberFormat>;

function shown(value: number | null, from: UnitId, to: UnitId): number | null {
  return value === null ? null : convertUnit(value, from, to);
}

function originOf(inScenario: boolean, cell: Cell | ResolvedCell | null): 'own' | 'inherited' | 'root' {
  if (!inScenario) return 'root';
  return cell && 'origin' in cell && cell.origin === 'own' ? 'own' : 'inherited';
}

/** What the cells of one input have in common, looked up once for a row. */
export type InputContext = {
  readonly path: SeriesPath;
  /** False in the root, whose cells are the workbook's own. */
  readonly inScenario: boolean;
  readonly unit: UnitId | undefined;
  readonly stored: UnitId;
  readonly spec: PathSpec | null;
  readonly series: ResolvedSeries | null;
  readonly choices: readonly Choice[] | null;
};

/** `unit` is the display unit; undefined for choices and switches. */
export function inputContext(inputs: Inputs, path: SeriesPath, unit: UnitId | undefined): InputContext {
  const spec = describePath(inputs.workbook, path);
  return { path, inScenario: !inputs.isRoot, unit, stored: storedUnit(inputs.workbook, path), spec, series: inputs.series(path), choices: spec ? choicesOf(spec) : null };
}

/** Inputs without which a part of the balance is missing: they say n.a., the others a dash. */
const required = /^(exports\/baseYear|supply\/(output|capacity)|basis\/finishedYield)$|\/(share|mass|volume|intensity|demand)$/;

/** One cell of an input, in the display unit of its row. Actuals refuse to be overridden by a scenario. */
export function contextCell(context: InputContext, period: PeriodKey): TableCell {
  const { path, inScenario, unit, stored, spec, series, choices } = context;
  const cell = series?.cells[period] ?? null;
  const raw = cell ? cell.value : (spec?.fallback ?? null);
  const value = unit === undefined ? raw : shown(raw, stored, unit);
  const word = choices?.find((choice) => choice.value === value)?.label ?? (cell === null && raw === null && !required.test(path) ? cellWords.none : null);
  const locked = inScenario && cell?.state === 'actual';
  // Written field by field: a grid has thousands of these.
  const made: { -readonly [Field in keyof TableCell]: TableCell[Field] } = {
    value,
    role: 'input',
    state: cell?.state ?? 'forecast',
    origin: originOf(inScenario, cell),
    edit: locked ? { kind: 'refused', reason: refusals.actualLocked } : { kind: 'input', address: { path, period } },
  };
  if (word !== null) made.text = word;
  if (choices !== null) made.choices = choices;
  if (cell === null) made.quiet = true;
  if (cell?.source !== undefined) made.source = cell.source;
  if (cell?.note !== undefined) made.noted = true;
  return made;
}

/** The cells of an input over months, the same object as long as the input is the same, so that nothing is compared or painted again. */
export const monthCells = memoize(
  (months: readonly Month[], calendar: boolean, path: SeriesPath, inScenario: boolean, unit: UnitId | undefined, stored: UnitId, spec: PathSpec | null, series: ResolvedSeries | null): Readonly<Record<string, TableCell>> => {
    const context: InputContext = { path, inScenario, unit, stored, spec, series, choices: spec ? choicesOf(spec) : null };
    return Object.fromEntries(months.map((month) => [month, contextCell(context, calendar ? month.slice(5) : month)]));
  },
  512,
);

/** A single cell of an input: see contextCell. */
export function inputCell(inputs: Inputs, path: SeriesPath, period: PeriodKey, unit: UnitId | undefined): TableCell {
  return contextCell(inputContext(inputs, path, unit), period);
}

/** A computed number that refuses to be typed into and says why. */
export function computedCell(value: number | null, state: AnnualValue['state'], reason: Phrase, drivenBy?: CellAddress): TableCell {
  return {
    value,
    role: 'computed',
    state,
    edit: { kind: 'refused', reason, ...(drivenBy === undefined ? {} : { drivenBy }) },
  };
}

/** One computed cell per month, keyed by month. */
export function computedMonths(
  months: readonly string[],
  line: MonthlyQuantity,
  reason: Phrase,
  convert: (value: number) => number | null = (value) => value,
): Record<string, TableCell> {
  return Object.fromEntries(
    months.map((month, at) => {
      const value = line.values[at] ?? null;
      return [month, computedCell(value === null ? null : convert(value), line.states[at] ?? 'forecast', reason)];
    }),
  );
}

export function groupRow(id: string, label: Phrase): TableRow {
  return { id, kind: 'group', label, format: formats.tonnes, cells: {} };
}

/** Decimals that show four or five significant digits of a display value. */
export function decimalsFor(value: number | null): number {
  if (value === null || value === 0) return 2;
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  return Math.max(0, Math.min(4, (magnitude >= 2 ? 3 : 4) - magnitude));
}
