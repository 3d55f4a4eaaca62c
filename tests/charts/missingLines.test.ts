import { expect, it } from 'vitest';
import { buildGapOption } from '../../shared/charts/gapOption.ts';
import { lightPalette } from '../../shared/charts/palette.ts';
import { buildSupplyDemandOption } from '../../shared/charts/supplyDemandOption.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { isIsoDate, isMonth } from '../../shared/model/period.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { emptyWorkbook } from '../../shared/sample/emptyWorkbook.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

type Drawn = { readonly id: string; readonly endLabel?: { readonly show: boolean } };

/** Which lines have a name at their right end. */
function namedLines(workbook: Workbook): readonly string[] {
  const input = { workbook, scenario: 'base', balance: done(computeBalance(workbook, 'base')), palette: lightPalette, language: 'en' } as const;
  return [buildGapOption(input), buildSupplyDemandOption(input)].flatMap(({ series }) => (series as readonly Drawn[]).filter((one) => one.endLabel?.show === true).map((one) => one.id));
}

it('a line without a point has no name, because there is no place for one', () => {
  const [start, end, asOf] = ['2025-01', '2026-12', '2025-06-01'];
  if (!isMonth(start) || !isMonth(end) || !isIsoDate(asOf)) throw new Error('dates');
  expect(namedLines(emptyWorkbook({ en: 'New', zh: '新' }, start, end, asOf))).toEqual([]);
  expect(namedLines(shippedWorkbook())).toEqual(expect.arrayContaining(['cumulative', 'supply']));
});
