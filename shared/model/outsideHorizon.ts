/**
 * Published numbers that lie outside the calendar years of the horizon (settled point 1): the balance does not read them, and says
 * so once for each series. Prices, quotas and base-year exports are read from before the horizon and are not among them.
 */
import type { Finding } from './balance.ts';
import type { IsoDate } from './period.ts';
import type { PeriodKey, Series, SeriesPath, Workbook } from './workbook.ts';

/** Lines whose numbers count in their own year only. */
const ownYear = /^(exports\/(monthly|cumulative)|supply\/output(Monthly|Cumulative)?|sectors\/[^/]+\/(volume|demand)(Monthly|Cumulative)?)$/;

const asked = new Map<SeriesPath, boolean>();

/** True for the path of such a line; a path is read once, for its answer never changes. */
function countsInItsYear(path: SeriesPath): boolean {
  const known = asked.get(path);
  if (known !== undefined) return known;
  const is = ownYear.test(path);
  asked.set(path, is);
  return is;
}

function outsideOf({ cells }: Series, path: SeriesPath, first: number, last: number, asOf: IsoDate): Finding | null {
  let at: PeriodKey | null = null;
  let count = 0;
  for (const period in cells) {
    const cell = cells[period];
    if (cell?.state !== 'actual' || (cell.known !== undefined && cell.known > asOf)) continue;
    const year = Number(period.slice(0, 4));
    if (year >= first && year <= last) continue;
    count += 1;
    if (at === null || period < at) at = period;
  }
  return at === null ? null : { code: 'actual-outside-horizon', severity: 'info', place: `${path}@${at}`, values: { path, period: at, count, first, last } };
}

/** What was found in a series, while the years and the day stay the same. */
type Found = { readonly series: Series; readonly finding: Finding | null };
type Looks = { readonly first: number; readonly last: number; readonly asOf: IsoDate | null; readonly byPath: Map<SeriesPath, Found> };

/** What was looked at last: an edit changes one series, and the others need no second look. */
let looks: Looks = { first: 0, last: 0, asOf: null, byPath: new Map() };

/** One finding for every series with published numbers outside the years from `first` to `last` that were known on the day. */
export function outsideFindings(all: Workbook['series'], first: number, last: number, asOf: IsoDate): readonly Finding[] {
  if (looks.first !== first || looks.last !== last || looks.asOf !== asOf) looks = { first, last, asOf, byPath: new Map() };
  const findings: (readonly [SeriesPath, Finding])[] = [];
  for (const path in all) {
    const series = all[path];
    if (series === undefined || !countsInItsYear(path)) continue;
    let found = looks.byPath.get(path);
    if (found?.series !== series) {
      found = { series, finding: outsideOf(series, path, first, last, asOf) };
      looks.byPath.set(path, found);
    }
    if (found.finding !== null) findings.push([path, found.finding]);
  }
  return findings.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}
