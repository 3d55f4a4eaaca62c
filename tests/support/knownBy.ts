/** A workbook with only those cells that were known on a day. */
import type { IsoDate } from '../../shared/model/period.ts';
import type { Series, Workbook } from '../../shared/model/workbook.ts';

function seriesBy(series: Series, day: IsoDate): Series {
  return { ...series, cells: Object.fromEntries(Object.entries(series.cells).filter(([, cell]) => cell.known === undefined || cell.known <= day)) };
}

export function knownBy(workbook: Workbook, day: IsoDate): Workbook {
  return { ...workbook, asOf: day, series: Object.fromEntries(Object.entries(workbook.series).map(([path, series]) => [path, seriesBy(series, day)])) };
}
