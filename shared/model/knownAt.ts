/**
 * The as-of date as a query (method, section 9 "vintage"): a cell that became known later is
 * hidden. A hidden month is computed as if nobody had published it; a hidden annual figure, scalar or calendar month falls
 * back to the newest claim for its cell that was known by then, or is absent. In the unit of the series.
 */
import { remember } from './remember.ts';
import type { IsoDate } from './period.ts';
import { convertUnit } from './unit.ts';
import type { Cell, Claim, ClaimId, PeriodKey, Series, SeriesPath, Workbook } from './workbook.ts';

type NamedClaim = { readonly id: ClaimId; readonly claim: Claim };

/** Claims by the path they speak of. */
const claimsByPath = remember((claims: Workbook['claims']): ReadonlyMap<SeriesPath, readonly NamedClaim[]> => {
  const map = new Map<SeriesPath, NamedClaim[]>();
  for (const [id, claim] of Object.entries(claims)) {
    if (claim.path === undefined) continue;
    const list = map.get(claim.path);
    if (list) list.push({ id, claim });
    else map.set(claim.path, [{ id, claim }]);
  }
  return map;
});

/** A claim in other terms than the series cannot stand in its cell. */
function saysTheSame(claim: Claim, series: Series): boolean {
  return (claim.basis ?? series.basis) === series.basis && (claim.scope ?? series.scope) === series.scope && (claim.coverage ?? series.coverage) === series.coverage;
}

/** What the newest claim says of a cell; of several of one day the first by id, so that the choice between equals is always the same. */
function claimedCell(series: Series, period: PeriodKey, asOf: IsoDate, claims: readonly NamedClaim[]): Cell | null {
  let newest: NamedClaim | null = null;
  for (const named of claims) {
    const { id, claim } = named;
    if (claim.period !== period || claim.known > asOf || !saysTheSame(claim, series)) continue;
    if (newest === null || claim.known > newest.claim.known || (claim.known === newest.claim.known && id < newest.id)) newest = named;
  }
  if (newest === null) return null;
  const { value: said, unit, state, source, locator, known } = newest.claim;
  const value = convertUnit(said, unit, series.unit);
  return value === null ? null : { value, state, source, locator, known };
}

/** True where a cell became known after a day, so that nobody saw it on that day. A cell that says no day was always known. */
export function isHidden(cell: Cell, asOf: IsoDate): cell is Cell & { readonly known: IsoDate } {
  return cell.known !== undefined && cell.known > asOf;
}

/** True where a cell of a series is hidden on a day. */
function hasLater({ cells }: Series, asOf: IsoDate): boolean {
  for (const period in cells) {
    const cell = cells[period];
    if (cell && isHidden(cell, asOf)) return true;
  }
  return false;
}

const hideLater = remember((series: Series, path: SeriesPath, asOf: IsoDate, claims: Workbook['claims']): Series => {
  const cells: Record<PeriodKey, Cell> = {};
  for (const [period, cell] of Object.entries(series.cells)) {
    const stands = !isHidden(cell, asOf) ? cell : series.kind === 'monthly' ? null : claimedCell(series, period, asOf, claimsByPath(claims).get(path) ?? []);
    if (stands) cells[period] = stands;
  }
  return { ...series, cells };
});

/** A series as it was known on a day; the same object where nothing of it is hidden. */
export function knownAt(series: Series, path: SeriesPath, asOf: IsoDate, claims: Workbook['claims']): Series {
  return hasLater(series, asOf) ? hideLater(series, path, asOf, claims) : series;
}

/** A series as the workbook has it, and as it was known. */
type KnownSeries = { readonly typed: Series; readonly known: Series };

type Looks = { readonly asOf: IsoDate | null; readonly claims: Workbook['claims']; readonly byPath: Map<SeriesPath, KnownSeries> };

/** What was asked for last: an edit leaves all of its series but one as they are, and those need no second look. */
let last: Looks = { asOf: null, claims: {}, byPath: new Map() };

/** The series of a workbook by path as they were known on a day, looked at when they are asked for; null where it has none. */
export function knownSeries(all: Workbook['series'], asOf: IsoDate, claims: Workbook['claims']): (path: SeriesPath) => Series | null {
  if (last.asOf !== asOf || last.claims !== claims) last = { asOf, claims, byPath: new Map() };
  const { byPath } = last;
  return (path) => {
    const typed = all[path];
    if (typed === undefined) return null;
    // A scalar is one cell, which is sooner read than remembered.
    const only = typed.kind === 'scalar' ? typed.cells['all'] : undefined;
    if (only && !isHidden(only, asOf)) return typed;
    const before = byPath.get(path);
    if (before?.typed === typed) return before.known;
    const known = knownAt(typed, path, asOf, claims);
    byPath.set(path, { typed, known });
    return known;
  };
}
