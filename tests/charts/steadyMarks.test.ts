/** The marks over a chart are left as they are drawn only while they would be drawn the same. */
import { init, type ECharts, type EChartsCoreOption } from 'echarts/core';
import { expect, test } from 'vitest';
import { changedOption } from '../../renderer/charts/changedOption.ts';
import '../../renderer/charts/register.ts';
import { buildGapOption } from '../../shared/charts/gapOption.ts';
import { lightPalette } from '../../shared/charts/palette.ts';
import { buildSupplyDemandOption } from '../../shared/charts/supplyDemandOption.ts';
import { commands } from '../../shared/commands/registry.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { monthAt } from '../../shared/model/period.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';
import { done } from '../support/results.ts';

const sample = shippedWorkbook();
const withIntensity = (value: number): Workbook => done(commands.setCell.run(sample, { scenario: 'base', path: 'sectors/nev/intensity', period: '2025', value }));

const newChart = (): ECharts => init(null, null, { renderer: 'svg', ssr: true, width: 590, height: 330 });
/** The parts of a drawing without the numbers by which ECharts names them; it draws bars that are new after the others. */
const parts = (chart: ECharts): readonly string[] => chart.renderToSVGString().replace(/zr\d+-[\w-]+/g, 'part').split('\n').sort();

for (const [name, build] of [
  ['gap', buildGapOption],
  ['supply and demand', buildSupplyDemandOption],
] as const) {
  const optionOf = (workbook: Workbook): EChartsCoreOption => build({ workbook, scenario: 'base', balance: done(computeBalance(workbook, 'base')), palette: lightPalette, language: 'en' });
  const steps: readonly (readonly [string, Workbook])[] = [
    ['a small edit', withIntensity(4.2)],
    ['an edit that moves the axis of values', withIntensity(60)],
    ['fewer months', { ...sample, shownFrom: monthAt(2025 * 12) }],
    ['all as it was', sample],
  ];

  test(`${name}: after every change the chart is what a new chart would be`, () => {
    const kept = newChart();
    let last = optionOf(sample);
    kept.setOption(last);
    for (const [what, workbook] of steps) {
      const next = optionOf(workbook);
      kept.setOption(changedOption(last, next) ?? next);
      last = next;
      const fresh = newChart();
      fresh.setOption(next);
      expect(parts(kept), what).toEqual(parts(fresh));
      fresh.dispose();
    }
    kept.dispose();
  });
}
