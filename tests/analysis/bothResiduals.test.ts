import { expect, it } from 'vitest';
import { bothResiduals } from '../../shared/analysis/bothResiduals.ts';
import { removeSector } from '../../shared/commands/sectors.ts';
import { clearCell } from '../../shared/commands/setCell.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const residualsOf = (workbook: Workbook) => bothResiduals(workbook, 'base', done(computeBalance(workbook, 'base')));

it('gives the two residuals of 2024, as worked case M03 states them', () => {
  const residuals = residualsOf(shippedWorkbook());
  expect(residuals?.year).toBe(2024);
  expectClose(residuals?.blank, 54_224, 1e-5);
  expectClose(residuals?.finished, 9_711, 1e-4);
});

it('is missing without the finished yield, and absent without a row for other use', () => {
  const sample = shippedWorkbook();
  const missing = done(clearCell.run(sample, { scenario: 'base', path: 'basis/finishedYield', period: 'all' }));
  expect(residualsOf(missing)).toEqual({ year: 2024, blank: null, finished: null });
  expect(residualsOf(done(removeSector.run(sample, { sector: 'otherDomestic' })))).toBeNull();
});
