/**
 * Published numbers that lie outside the calendar years of the horizon (settled point 1): the balance does not read them, and says
 * so once for each series. Prices, quotas and base-year exports are read from before the horizon and are not among them.
 */
import type { Finding } from './balance.ts';
import { isHidden } from './knownAt.ts';
import type { IsoDate } from './period.ts';
import { remember } from './remember.ts';
import { sectorPaths } from './sectorDemand.ts';
import type { PeriodKey, Series, SeriesPath, Workbook } from './workbook.ts';

/** The paths whose numbers count in their own year only. */
const pathsOf = remember((sectors: Workbook['sectors']): readonly SeriesPath[] =>
  Object.keys(sectors)
    .flatMap((id) => {
      const { volume, volumeMonthly, volumeCumulative, demand, demandMonthly, demandCumulative } = sectorPaths(id);
      return [volume, volumeMonthly, volumeCumulative, demand, demandMonthly, demandCumulative];
    })
    .concat('exports/monthly', 'exports/cumulative', 'supply/output', 'supply/outputMonthly', 'supply/outputCumulative'),
);

type Placed = Finding & { readonly place: string };

function outsideOf({ cells }: Series, path: SeriesPath, first: number, last: number, asOf: IsoDate): Placed | null {
  // Years have four digits, so that the order of their texts is that of time; a month stands after its year.
  const from = String(first);
  const after = String(last + 1);
  let at: PeriodKey | null = null;
  let count = 0;
  for (const period in cells) {
    if (period >= from && period < after) continue;
    const cell = cells[period];
    if (cell?.state !== 'actual' || isHidden(cell, asOf)) continue;
    count += 1;
    if (at === null || period < at) at = period;
  }
  return at === null ? null : { code: 'actual-outside-horizon', severity: 'info', place: `${path}@${at}`, values: { path, period: at, count, first, last } };
}

/** What was found in a series, while the years and the day stay the same. */
type Found = { readonly series: Series; readonly finding: Placed | null };
type Looks = { readonly first: number; readonly last: number; readonly asOf: IsoDate | null; readonly byPath: Map<SeriesPath, Found> };

/** What was looked at last: an edit changes one series, and the others need no second look. */
let looks: Looks = { first: 0, last: 0, asOf: null, byPath: new Map() };

/** One finding for every series with published numbers outside the years from `first` to `last` that were known on the day. */
export function outsideFindings({ series: all, sectors, asOf }: Pick<Workbook, 'series' | 'sectors' | 'asOf'>, first: number, last: number): readonly Finding[] {
  if (looks.first !== first || looks.last !== last || looks.asOf !== asOf) looks = { first, last, asOf, byPath: new Map() };
  const findings: Placed[] = [];
  for (const path of pathsOf(sectors)) {
    const series = all[path];
    if (series === undefined) continue;
    let found = looks.byPath.get(path);
    if (found?.series !== series) {
      found = { series, finding: outsideOf(series, path, first, last, asOf) };
      looks.byPath.set(path, found);
    }
    if (found.finding !== null) findings.push(found.finding);
  }
  return findings.sort((a, b) => (a.place < b.place ? -1 : 1));
}
