/**
 * Scenarios, vintages and workbooks side by side: every line of the balance by month, and the inputs that differ. The first
 * subject is what the others are held against:
 *
 *   difference = other - first;   relative = difference / max(|other|, |first|)
 *
 * so that a comparison the other way round is the same with the other sign. A month is the same within the tolerance, absolute or
 * relative. A number that is missing on one side has no difference, and is never the same as one that is there.
 */
import { heads } from '../messages/heads.ts';
import { resultNames } from '../messages/names.ts';
import { phrase, type Phrase } from '../messages/phrase.ts';
import type { Balance, MonthlyQuantity } from '../model/balance.ts';
import type { Month } from '../model/period.ts';
import type { UnitId } from '../model/unit.ts';
import type { LocalText, ScenarioId, VintageId, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { differingInputs, type InputDifference } from './differingInputs.ts';
import { inputView, type InputView } from './inputView.ts';

/** One side: a scenario of a workbook as it stands, or as one of its vintages saw it. */
export type CompareSubject = { readonly name: LocalText; readonly workbook: Workbook; readonly scenario: ScenarioId };

export type Tolerance = {
  /** In the unit of the line. */
  readonly absolute: number;
  readonly relative: number;
};

export const exactTolerance: Tolerance = { absolute: 0, relative: 1e-12 };

export type LineSide = {
  readonly values: readonly (number | null)[];
  readonly differences: readonly (number | null)[];
  readonly relatives: readonly (number | null)[];
  /** The sum of the differences that there are, with their sign and without. */
  readonly total: number;
  /** The sum of the differences against the larger of the two sums over the same months; null where no month has both. */
  readonly share: number | null;
  readonly size: number;
  /** How many months are not the same within the tolerance. */
  readonly changed: number;
};

export type ComparedLine = {
  readonly id: string;
  readonly name: Phrase;
  readonly unit: UnitId;
  /** One per subject; that of the first has no differences. */
  readonly sides: readonly LineSide[];
  /** The largest of the sides. */
  readonly size: number;
  readonly changed: number;
};

export type Comparison = {
  readonly subjects: readonly CompareSubject[];
  /** The months that every subject has. */
  readonly months: readonly Month[];
  /** Flows first, then the stock, cover and price, which measure something else; flows by size. */
  readonly lines: readonly ComparedLine[];
  readonly inputs: readonly InputDifference[];
};

type Line = { readonly name: Phrase; readonly unit: UnitId; read(balance: Balance): MonthlyQuantity | null };

const tonnes = (name: Phrase, read: Line['read']): Line => ({ name, unit: 't', read });

const fixedLines: Readonly<Record<string, Line>> = {
  gap: tonnes(resultNames.gap, (balance) => balance.gap),
  supply: tonnes(resultNames.supply, (balance) => balance.supply),
  imports: tonnes(resultNames.imports, (balance) => balance.imports),
  demandTotal: tonnes(resultNames.demandTotal, (balance) => balance.demandTotal),
  exports: tonnes(resultNames.exports, (balance) => balance.exports),
  inventory: tonnes(resultNames.inventory, (balance) => balance.inventory),
  unmet: tonnes(resultNames.unmet, (balance) => balance.unmet),
  overflow: tonnes(resultNames.overflow, (balance) => balance.overflow),
  coverDays: { name: resultNames.coverDays, unit: 'days', read: (balance) => balance.coverDays },
  price: { name: heads.price, unit: 'yuanPerKg', read: (balance) => balance.price?.price ?? null },
};

/** The lines of all subjects: those that every balance has, and one for each use of any of them. */
function linesOf(views: readonly InputView[]): readonly (readonly [string, Line])[] {
  const uses = new Map<string, Line>();
  for (const { workbook, balance } of views) {
    for (const id of balance.sectorIds) {
      if (!uses.has(id)) uses.set(id, tonnes(workbook.sectors[id]?.name ?? phrase(id, id), (one) => one.sectors[id]?.demand ?? null));
    }
  }
  return [...Object.entries(fixedLines), ...[...uses].map(([id, line]) => [`sectors/${id}`, line] as const)];
}

function difference(first: number | null, other: number | null): number | null {
  return first === null || other === null ? null : other - first;
}

function relative(first: number | null, other: number | null): number | null {
  const between = difference(first, other);
  if (between === null) return null;
  const scale = Math.max(Math.abs(first ?? 0), Math.abs(other ?? 0));
  return scale === 0 ? 0 : between / scale;
}

function sideOf(first: readonly (number | null)[], values: readonly (number | null)[], tolerance: Tolerance): LineSide {
  const differences = values.map((value, at) => difference(first[at] ?? null, value));
  const relatives = values.map((value, at) => relative(first[at] ?? null, value));
  let [total, size, changed] = [0, 0, 0];
  let [firstSum, otherSum, count] = [0, 0, 0];
  differences.forEach((one, at) => {
    const share = relatives[at] ?? null;
    const isSame = one === null || share === null ? (first[at] ?? null) === (values[at] ?? null) : Math.abs(one) <= tolerance.absolute || Math.abs(share) <= tolerance.relative;
    if (!isSame) changed += 1;
    total += one ?? 0;
    size += Math.abs(one ?? 0);
    if (one === null) return;
    firstSum += first[at] ?? 0;
    otherSum += values[at] ?? 0;
    count += 1;
  });
  return { values, differences, relatives, total, share: count === 0 ? null : relative(firstSum, otherSum), size, changed };
}

function comparedLine(id: string, line: Line, views: readonly InputView[], places: readonly (readonly number[])[], tolerance: Tolerance): ComparedLine {
  const values = views.map(({ balance }, subject) => {
    const monthly = line.read(balance);
    return (places[subject] ?? []).map((at) => monthly?.values[at] ?? null);
  });
  const sides = values.map((own) => sideOf(values[0] ?? [], own, tolerance));
  return { id, name: line.name, unit: line.unit, sides, size: Math.max(...sides.map(({ size }) => size)), changed: Math.max(...sides.map(({ changed }) => changed)) };
}

/** A view of the workbook as a vintage saw it: its day and the assumptions then held. Null is the workbook as it stands. */
export function asVintage(workbook: Workbook, id: VintageId | null): Result<Workbook> {
  if (id === null) return ok(workbook);
  const vintage = Object.hasOwn(workbook.vintages, id) ? workbook.vintages[id] : undefined;
  return vintage ? ok({ ...workbook, vintage: id, asOf: vintage.asOf }) : fail('unknown-vintage', { place: id, values: { id } });
}

/** Two or more subjects side by side. Fails as computeBalance does, and with `compare-too-few`. */
export function compareSubjects(subjects: readonly CompareSubject[], tolerance: Tolerance = exactTolerance): Result<Comparison> {
  if (subjects.length < 2) return fail('compare-too-few');
  const views: InputView[] = [];
  for (const { workbook, scenario } of subjects) {
    const view = inputView(workbook, scenario);
    if (!view.ok) return view;
    views.push(view.value);
  }
  const known = views.map(({ balance }) => new Map(balance.months.map((month, at) => [month, at])));
  const months = (views[0]?.balance.months ?? []).filter((month) => known.every((places) => places.has(month)));
  const places = known.map((of) => months.map((month) => of.get(month) ?? -1));
  const rank = ({ id, unit }: ComparedLine): number => (id === 'inventory' ? 1 : unit === 't' ? 0 : unit === 'days' ? 2 : 3);
  const lines = linesOf(views)
    .map(([id, line]) => comparedLine(id, line, views, places, tolerance))
    .sort((a, b) => rank(a) - rank(b) || b.size - a.size || b.changed - a.changed || (a.id < b.id ? -1 : 1));
  return ok({ subjects, months, lines, inputs: differingInputs(views) });
}
