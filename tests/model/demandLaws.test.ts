import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Balance, MonthlyQuantity } from '../../shared/model/balance.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { IsoDate } from '../../shared/model/period.ts';
import type { Cell, ScenarioId, Series, Workbook } from '../../shared/model/workbook.ts';
import { findingText } from '../../shared/messages/findings.ts';
import { expectClose } from '../support/close.ts';
import { computableWorkbooks, scalar } from '../support/computable.ts';
import { workbooks } from '../support/workbooks.ts';

function balanceOf(workbook: Workbook, id: ScenarioId): Balance {
  const balance = computeBalance(workbook, id);
  if (!balance.ok) throw new Error(balance.problem.code);
  return balance.value;
}

/** Every number in a value, however deep. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

function expectFinite(balance: Balance): void {
  expect(numbersIn(balance).filter((value) => !Number.isFinite(value))).toEqual([]);
}

function scaledSeries(series: Series, factor: number): Series {
  const cells = Object.entries(series.cells).map(([period, cell]): [string, Cell] => [period, { ...cell, value: cell.value === null ? null : cell.value * factor }]);
  return { ...series, cells: Object.fromEntries(cells) };
}

function expectSameLine(a: MonthlyQuantity, b: MonthlyQuantity, factor = 1, scale = 1): void {
  a.values.forEach((value, at) => {
    const other = b.values[at] ?? null;
    const isSame = value === null || other === null ? value === other : Math.abs(value * factor - other) <= 1e-7 * Math.max(scale, Math.abs(other));
    if (!isSame) expect.fail(`Month ${at}: ${value} times ${factor} against ${other}.`);
  });
}

describe('no number that is none', () => {
  it('leaves the model for any workbook that a file may hold', () => {
    fc.assert(
      fc.property(workbooks, (workbook) => {
        for (const id of Object.keys(workbook.scenarios)) {
          const balance = computeBalance(workbook, id);
          if (balance.ok) expectFinite(balance.value);
        }
      }),
      { numRuns: 60 },
    );
  });
  it('leaves the model for a workbook that uses the whole method, and every finding has its sentence', () => {
    fc.assert(
      fc.property(computableWorkbooks, (workbook) => {
        for (const id of Object.keys(workbook.scenarios)) {
          const balance = balanceOf(workbook, id);
          expectFinite(balance);
          const sentences = balance.findings.map(findingText);
          expect(sentences.filter(({ en, zh }) => /undefined|NaN|null/.test(en + zh))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the months of a sector', () => {
  it('sum to its annual volume and demand in every calendar year, and none is negative', () => {
    const eta = 0.7133105802047781;
    let whole = 0;
    fc.assert(
      fc.property(computableWorkbooks, (workbook) => {
        for (const id of ['base', 'other']) {
          const { one } = balanceOf(workbook, id).sectors;
          if (!one?.volume) throw new Error('The sector has no volume.');
          const isFinished = workbook.series['basis/sectorsFinished']?.cells['all']?.value === 1;
          Object.values(one.years).forEach((year, at) => {
            for (const [line, total] of [
              [one.volume, year.volume.value],
              [one.demand, year.demand.value === null ? null : year.demand.value / (isFinished ? eta : 1)],
            ] as const) {
              const months = line?.values.slice(at * 12, at * 12 + 12) ?? [];
              expect(months.filter((month) => month !== null && month < 0)).toEqual([]);
              if (total === null || months.some((month) => month === null)) continue;
              whole += 1;
              expectClose(months.reduce<number>((sum, month) => sum + (month ?? 0), 0) / Math.max(1, total), total / Math.max(1, total));
            }
          });
        }
      }),
      { numRuns: 60 },
    );
    // The law says something only where most years can be split.
    expect(whole).toBeGreaterThan(150);
  });

  it('raising a planned volume lowers no month of the same year that is not known', () => {
    fc.assert(
      fc.property(computableWorkbooks, fc.double({ min: 1, max: 2, noNaN: true }), (made, factor) => {
        // The smooth path may lower a month to raise another, and the blend trusts a prior less the larger it is; what never
        // lowers a month is holding the annual figure, or the run rate, split in proportion without a lead.
        const plain = { ...made.series };
        delete plain['sectors/one/leadMonths'];
        delete plain['sectors/one/subsidyUplift'];
        delete plain['sectors/one/demandMonthly'];
        const mode = Math.min(1, made.series['sectors/one/actualsMode']?.cells['all']?.value ?? 0);
        const workbook: Workbook = { ...made, series: { ...plain, 'sectors/one/actualsMode': scalar(mode, 'choice'), 'sectors/one/splitMethod': scalar(1, 'choice') } };
        const volume = workbook.series['sectors/one/volume'];
        if (!volume) throw new Error('The sector has no volume.');
        const before = balanceOf(workbook, 'base').sectors['one']?.demand.values ?? [];
        const after = balanceOf({ ...workbook, series: { ...workbook.series, 'sectors/one/volume': scaledSeries(volume, factor) } }, 'base').sectors['one']?.demand.values ?? [];
        before.forEach((value, at) => {
          const raised = after[at] ?? null;
          if (value === null || raised === null) return;
          const year = 2024 + Math.floor(at / 12);
          const month = `${year}-${String((at % 12) + 1).padStart(2, '0')}`;
          const isKnown = workbook.series['sectors/one/volumeMonthly']?.cells[month] !== undefined;
          if (!isKnown) expect(raised - value).toBeGreaterThanOrEqual(-1e-6);
        });
      }),
    );
  });

  it('a balance scales with its masses; volumes stay', () => {
    const masses = /^(supply\/output|exports\/baseYear|sectors\/one\/(intensity|demandMonthly)|sectors\/one\/technologies\/.\/mass)$/;
    fc.assert(
      fc.property(computableWorkbooks, (workbook) => {
        const series = Object.fromEntries(Object.entries(workbook.series).map(([path, one]) => [path, masses.test(path) ? scaledSeries(one, 10) : one]));
        for (const id of ['base', 'other']) {
          const small = balanceOf(workbook, id);
          const large = balanceOf({ ...workbook, series }, id);
          expectSameLine(small.demandTotal, large.demandTotal, 10, 1e3);
          expectSameLine(small.gap, large.gap, 10, 1e3);
          if (small.sectors['one']?.volume && large.sectors['one']?.volume) expectSameLine(small.sectors['one'].volume, large.sectors['one'].volume);
        }
      }),
    );
  });
});

describe('scenarios', () => {
  it('a child without differences is its parent', () => {
    fc.assert(fc.property(computableWorkbooks, (workbook) => {
      expect(balanceOf(workbook, 'child')).toEqual(balanceOf(workbook, 'base'));
    }));
  });
  it('the base year balances on the root as a whole', () => {
    fc.assert(
      fc.property(computableWorkbooks, (workbook) => {
        const gap = balanceOf(workbook, 'base').gap.values.slice(0, 12);
        if (gap.every((value) => value !== null)) expect(Math.abs(gap.reduce<number>((sum, value) => sum + (value ?? 0), 0))).toBeLessThan(1e-5);
      }),
    );
  });
});

describe('the as-of date', () => {
  it('lets no cell that became known later change a balance', () => {
    fc.assert(
      fc.property(computableWorkbooks, fc.constantFrom('2024-05-01', '2025-06-01', '2025-12-31'), fc.double({ min: 0, max: 9, noNaN: true }), (made, asOf, factor) => {
        const workbook = { ...made, asOf: asOf as IsoDate };
        const changed = Object.entries(workbook.series).map(([path, one]): [string, Series] => {
          const cells = Object.entries(one.cells).map(([period, cell]): [string, Cell] => [period, cell.known !== undefined && cell.known > asOf ? { ...cell, value: (cell.value ?? 1) * factor } : cell]);
          return [path, { ...one, cells: Object.fromEntries(cells) }];
        });
        for (const id of ['base', 'other']) expect(balanceOf({ ...workbook, series: Object.fromEntries(changed) }, id)).toEqual(balanceOf(workbook, id));
      }),
    );
  });
});
