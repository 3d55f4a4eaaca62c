/** The charts beside the grid draw all their bars, bands and lines as one series: it must be the picture of ECharts' own series, at once and after edits. */
import { init, type EChartsCoreOption } from 'echarts/core';
import { describe, expect, it } from 'vitest';
import { changedOption } from '../../renderer/charts/changedOption.ts';
import { asTold, monthsOption } from '../../renderer/charts/monthsOption.ts';
import '../../renderer/charts/register.ts';
import { renderStaticSvg } from '../../renderer/charts/renderStaticSvg.ts';
import { buildGapOption, type ChartInput } from '../../shared/charts/gapOption.ts';
import { darkPalette, lightPalette } from '../../shared/charts/palette.ts';
import { buildSupplyDemandOption } from '../../shared/charts/supplyDemandOption.ts';
import { commands } from '../../shared/commands/registry.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { Balance } from '../../shared/model/balance.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const [width, height] = [560, 300];

/** What is seen of a drawing: its shapes with their looks, in the order in which they cover each other, and its words with their places. */
function seen(svg: string): { readonly shapes: readonly string[]; readonly words: readonly string[] } {
  const parts = (svg.replace(/<defs[\s\S]*?<\/defs>/g, '').match(/<(path|text)\b[^>]*>([^<]*)/g) ?? []).map((part) => part.replace(/ ?(ecmeta_\w+|clip-path|class|pointer-events|stroke-miterlimit)="[^"]*"/g, ''));
  const shapes = parts.filter((part) => part.startsWith('<path') && !part.includes('d=""') && !(part.includes('fill="none"') && !part.includes('stroke=')));
  return { shapes, words: parts.filter((part) => part.startsWith('<text')).toSorted() };
}

const workbook = shippedWorkbook();
const balance = done(computeBalance(workbook, 'base'));
const input: ChartInput = { workbook, scenario: 'base', balance, palette: lightPalette, language: 'en' };
const builders = { gap: buildGapOption, stack: buildSupplyDemandOption } as const;

/** The balance with holes in some lines and what is needed turned round in others. */
function awkward(): Balance {
  const holes = (values: readonly (number | null)[], every: number): (number | null)[] => values.map((value, at) => (at % every === 3 ? null : value));
  const [first = '', second = ''] = balance.sectorIds;
  const sectors = Object.fromEntries(
    Object.entries(balance.sectors).map(([id, sector]) => [
      id,
      { ...sector, demand: { ...sector.demand, values: id === first ? holes(sector.demand.values, 5) : id === second ? sector.demand.values.map((value, at) => (value === null || at % 2 === 0 ? value : -value)) : sector.demand.values } },
    ]),
  );
  return { ...balance, sectors, gap: { ...balance.gap, values: holes(balance.gap.values, 7) }, supply: { ...balance.supply, values: holes(balance.supply.values, 11) }, cumulativeGap: { ...balance.cumulativeGap, values: balance.cumulativeGap.values.map((value, at) => (at > balance.months.length - 4 ? null : value)) } };
}

const cases: Readonly<Record<string, ChartInput>> = {
  'the sample': input,
  'Chinese, dark and narrow': { ...input, palette: darkPalette, language: 'zh', narrow: true },
  'by quarters': { ...input, periodicity: 'quarters' },
  'by years': { ...input, periodicity: 'years' },
  'with a ghost': { ...input, ghost: balance.gap.values.map((value, at) => (value === null || at % 9 === 4 ? null : value * 0.8 + 100)) },
  'with holes and negative uses': { ...input, balance: awkward(), ghost: balance.gap.values },
};

describe.each(Object.entries(builders))('%s', (_, build) => {
  it.each(Object.entries(cases))('is the picture that its own series give: %s', (_name, given) => {
    const option = build(given);
    const one = monthsOption(option);
    expect(one).not.toBe(option);
    const [ours, theirs] = [seen(renderStaticSvg(asTold(one), width, height)), seen(renderStaticSvg(option, width, height))];
    expect(ours.shapes.length).toBeGreaterThan(10);
    expect(ours.words.length).toBeGreaterThan(10);
    expect(ours).toEqual(theirs);
  });

  it('is after an edit what it is from scratch', () => {
    const edited = done(commands.setDriver.run(workbook, { scenario: 'base', sector: 'nev', member: 'intensity', year: 2025, value: 3.9 }));
    const after = build({ ...input, workbook: edited, balance: done(computeBalance(edited, 'base')), ghost: balance.gap.values });
    const options: readonly EChartsCoreOption[] = [input, cases['with holes and negative uses'] ?? input, input].map(build).concat(after).map(monthsOption);
    const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
    let told: EChartsCoreOption | null = null;
    for (const option of options) {
      const changed: EChartsCoreOption | null = told && changedOption(told, option);
      chart.setOption(asTold(changed ?? option), ...(changed ? [] : [{ replaceMerge: ['series'] }]));
      told = option;
    }
    const svg = chart.renderToSVGString();
    chart.dispose();
    expect(seen(svg.replaceAll('"Noto Sans SC"', "'Noto Sans SC'"))).toEqual(seen(renderStaticSvg(asTold(monthsOption(after)), width, height)));
  });
});

it('a chart with anything else in it stays as it is', () => {
  const option = buildGapOption(input);
  const series = option.series as readonly object[];
  for (const other of [{ type: 'custom' }, { type: 'line', smooth: true }, { ...series[0], id: 'second' }]) {
    const mixed = { ...option, series: [...series, other] };
    expect(monthsOption(mixed)).toBe(mixed);
  }
});
