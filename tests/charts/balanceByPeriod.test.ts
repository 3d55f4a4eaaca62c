import { describe, expect, it } from 'vitest';
import { balanceByPeriod, valuesByPeriod } from '../../shared/charts/balanceByPeriod.ts';
import { buildGapOption } from '../../shared/charts/gapOption.ts';
import { lightPalette } from '../../shared/charts/palette.ts';
import { buildSupplyDemandOption } from '../../shared/charts/supplyDemandOption.ts';
import { gapReadout } from '../../shared/charts/readout.ts';
import { computeBalance, yearTotal } from '../../shared/model/computeBalance.ts';
import { spansOf } from '../../shared/periodicity.ts';
import { expectClose } from '../support/close.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const workbook = shippedWorkbook();
const computed = computeBalance(workbook, 'base');
if (!computed.ok) throw new Error(computed.problem.code);
const balance = computed.value;
const input = { workbook, scenario: 'base', balance, palette: lightPalette, language: 'en' as const };

type Drawn = { readonly id: string; readonly data: readonly unknown[] };
const seriesOf = (option: ReturnType<typeof buildGapOption>): readonly Drawn[] => option.series as readonly Drawn[];

describe('charts by quarters and years', () => {
  it('sum the gap and end with the running gap', () => {
    const years = balanceByPeriod(balance, 'years');
    expect(years.months).toEqual(['2024', '2025', '2026']);
    years.months.forEach((year, at) => expectClose(years.gap.values[at], yearTotal(balance, balance.gap, Number(year)) ?? Number.NaN));
    expect(years.cumulativeGap.values.at(-1)).toBe(balance.cumulativeGap.values.at(-1));
    expect(balanceByPeriod(balance, 'months')).toBe(balance);
  });

  it('draw one bar and one point of every band per period, the former gap too', () => {
    const option = buildGapOption({ ...input, periodicity: 'quarters', ghost: balance.gap.values });
    const axis = option.xAxis as { readonly data: readonly string[] };
    expect(axis.data[0]).toBe('2024-Q4');
    expect(axis.data.at(-1)).toBe('2026-Q4');
    for (const { data } of [...seriesOf(option), ...seriesOf(buildSupplyDemandOption({ ...input, periodicity: 'quarters' }))]) expect(data).toHaveLength(axis.data.length);
    const [bars, ghost] = seriesOf(option);
    expect((bars?.data as readonly { readonly value: number }[]).map(({ value }) => value)).toEqual(ghost?.data);
  });

  it('say the quarter under the pointer', () => {
    expect(gapReadout({ workbook, balance, language: 'en' }, '2025-Q1')?.title).toMatch(/^Q1 2025 · /);
  });

  it('a period of which the horizon holds a part has no sum', () => {
    const spans = spansOf(['2024-11', '2024-12', '2025-01', '2025-02', '2025-03'], 'quarters');
    expect(valuesByPeriod([1, 2, 3, 4, 5], spans)).toEqual([null, 12]);
    expect(valuesByPeriod([1, 2, 3, null, 5], spans)).toEqual([null, null]);
  });
});
