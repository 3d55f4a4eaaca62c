/** A monthly balance without a figure: every result of it is missing, and every input that it waits for is a finding. */
import { emptyWorkbookNames as names } from '../messages/emptyWorkbook.ts';
import { monthIndex, yearOf, type IsoDate, type Month } from '../model/period.ts';
import type { LocalText, Workbook } from '../model/workbook.ts';

/** `start` and `end` are the first and the last month of the horizon; `asOf` is the day of the view. */
export function emptyWorkbook(title: LocalText, start: Month, end: Month, asOf: IsoDate): Workbook {
  const firstYear = yearOf(monthIndex(start));
  return {
    title,
    horizon: { start, end },
    shownFrom: start,
    exportBaseYear: firstYear,
    asOf,
    vintage: null,
    priceAnchor: null,
    sectors: { otherUse: { kind: 'residual', name: names.residual, order: 0, baseYear: firstYear, profileIs: 'net' } },
    series: {},
    events: {},
    sources: {},
    expansions: {},
    claims: {},
    statements: {},
    vintages: {},
    scenarios: { base: { name: names.scenario, parent: null, order: 0, color: 0, narrative: { en: '', zh: '' }, overlays: {} } },
  };
}
