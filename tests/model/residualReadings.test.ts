import { expect, it } from 'vitest';
import { removeSector } from '../../shared/commands/sectors.ts';
import { clearCell } from '../../shared/commands/setCell.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const readingsOf = (workbook: Workbook) => done(computeBalance(workbook, 'base')).residualReadings;

it('both readings are missing without the finished yield, and absent without a row for other use', () => {
  const sample = shippedWorkbook();
  const missing = done(clearCell.run(sample, { scenario: 'base', path: 'basis/finishedYield', period: 'all' }));
  expect(readingsOf(missing)['otherDomestic']).toEqual({ ifBlank: null, ifFinished: null });
  expect(readingsOf(done(removeSector.run(sample, { sector: 'otherDomestic' })))).toEqual({});
});
