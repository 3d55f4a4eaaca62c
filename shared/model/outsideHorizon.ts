/**
 * Published numbers that lie outside the calendar years of the horizon (settled point 1): the balance does not read them, and says
 * so once for each series. Prices, quotas and base-year exports are read from before the horizon and are not among them.
 */
import type { Finding } from './balance.ts';
import { memoize } from './memoize.ts';
import type { IsoDate } from './period.ts';
import type { Series, SeriesPath, Workbook } from './workbook.ts';

/** Lines whose numbers count in their own year only. */
const ownYear = /^(exports\/(monthly|cumulative)|supply\/output(Monthly|Cumulative)?|sectors\/[^/]+\/(volume|demand)(Monthly|Cumulative)?)$/;

const outsideOf = memoize((series: Series, path: SeriesPath, first: number, last: number, asOf: IsoDate): Finding | null => {
  const outside = Object.keys(series.cells).filter((period) => {
    const cell = series.cells[period];
    const year = Number(period.slice(0, 4));
    return cell?.state === 'actual' && (cell.known === undefined || cell.known <= asOf) && (year < first || year > last);
  });
  const [at] = outside.sort();
  return at === undefined ? null : { code: 'actual-outside-horizon', severity: 'info', place: `${path}@${at}`, values: { path, period: at, count: outside.length, first, last } };
});

/** One finding for every series with published numbers outside the years from `first` to `last` that were known on the day. */
export const outsideFindings = memoize((series: Workbook['series'], first: number, last: number, asOf: IsoDate): readonly Finding[] =>
  Object.keys(series)
    .filter((path) => ownYear.test(path))
    .sort()
    .flatMap((path) => {
      const own = series[path];
      const finding = own ? outsideOf(own, path, first, last, asOf) : null;
      return finding === null ? [] : [finding];
    }),
);
