/** The Sources grid tells what the balance of its day uses from what was published later. */
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../shared/model/period.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { buildSourcesTable } from '../../shared/tables/sourcesTable.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const workbook = shippedWorkbook();

/** What the State column says of the number at a place, the state that the formula bar tells, and whether the number stands back. */
function stateOf(of: Workbook, place: string) {
  const cells = buildSourcesTable(of).rows.find(({ id }) => id === place)?.cells;
  return { said: cells?.state?.text?.en, state: cells?.value?.state, isQuiet: cells?.value?.quiet === true };
}

describe('a number in the Sources grid', () => {
  it('stands back where it became known after the day of the view, and says so', () => {
    const [path, series] = Object.entries(workbook.series).find(([, { cells }]) => Object.values(cells).some(({ known }) => known !== undefined && known > workbook.asOf)) ?? [];
    for (const [period, cell] of Object.entries(series?.cells ?? {})) {
      const isLater = (cell.known ?? '') > workbook.asOf;
      expect(stateOf(workbook, `${path}@${period}`), period).toEqual({ said: isLater ? 'not yet known' : cell.state, state: isLater ? undefined : cell.state, isQuiet: isLater });
    }
    const later = { ...workbook, asOf: '2026-12-31' as IsoDate };
    expect(buildSourcesTable(workbook).rows.some(({ cells }) => cells.state?.text?.en === 'not yet known')).toBe(true);
    expect(buildSourcesTable(later).rows.some(({ cells }) => cells.state?.text?.en === 'not yet known')).toBe(false);
  });
});
