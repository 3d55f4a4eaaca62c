/** Which events charts mark, and that every chart of months has the same numbered marks. */
import { describe, expect, it } from 'vitest';
import { activeEvents, eventMarks, shownMonths, switchedOn } from '../../shared/charts/axis.ts';
import { buildExportsOption } from '../../shared/charts/exportsOption.ts';
import { buildGapOption } from '../../shared/charts/gapOption.ts';
import { buildGrowthOption } from '../../shared/charts/growthOption.ts';
import { buildLinesOption } from '../../shared/charts/linesOption.ts';
import { lightPalette } from '../../shared/charts/palette.ts';
import { buildSupplyDemandOption } from '../../shared/charts/supplyDemandOption.ts';
import { commands } from '../../shared/commands/registry.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { IsoDate, Month } from '../../shared/model/period.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { buildReport } from '../../shared/report/buildReport.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const sample = shippedWorkbook();
const december: Workbook = { ...sample, asOf: '2025-12-15' as IsoDate, vintage: 'december-2025' };
const titles = (workbook: Workbook, scenario = 'base'): readonly string[] => activeEvents(workbook, scenario).map(({ title }) => title.en);

describe('the events of charts', () => {
  it('are those that act and the notes of before the day of the view, by date, in the months that are shown', () => {
    expect(titles(sample)).toEqual(['Draft of quota rules, February 2025', 'Export control, April 2025']);
    expect(titles(december)).toEqual([
      'Draft of quota rules, February 2025',
      'Export control, April 2025',
      'Wind power sold at market prices, June 2025',
      'Quotas of 2025 issued unpublished',
      'Quota rules in force, August 2025',
      'Last trade-in money of 2025',
      'General licences, December 2025',
    ]);
    expect(titles({ ...sample, shownFrom: '2024-09' as Month }).slice(0, 1)).toEqual(['Trade-in subsidies, September 2024']);
  });
  it('go and come with the switch of the scenario', () => {
    const off = done(commands.setCell.run(sample, { scenario: 'fastLicences', path: 'events/exportControl2025/active', period: 'all', value: 0 }));
    expect(titles(off, 'fastLicences')).toEqual(['Draft of quota rules, February 2025']);
    expect(titles(off)).toContain('Export control, April 2025');
    expect(switchedOn(off, 'fastLicences').every(({ kind }) => kind === 'note')).toBe(true);
    const noteOff = done(commands.setCell.run(sample, { scenario: 'fastLicences', path: 'events/quotaDraft2025/active', period: 'all', value: 0 }));
    expect(titles(noteOff, 'fastLicences')).toEqual(['Export control, April 2025']);
    expect(titles(noteOff)).toHaveLength(2);
  });
});

type Marked = { readonly markLine?: { readonly data: readonly { readonly xAxis?: string; readonly label?: { readonly formatter?: string } }[] } };

function marksOf(option: object): readonly string[] {
  const all = (option as { series: readonly Marked[] }).series.flatMap(({ markLine }) => markLine?.data ?? []);
  return all.flatMap(({ xAxis, label }) => (xAxis === undefined ? [] : [`${xAxis} ${label?.formatter ?? ''}`]));
}

describe('the marks', () => {
  const balance = done(computeBalance(december, 'base'));
  const events = activeEvents(december, 'base');
  const expected = ['2025-02 1', '2025-04 2', '2025-06 3, 4', '2025-08 5', '2025-09 6', '2025-12 7'];
  it('of one month are one mark with every number', () => {
    const marks = eventMarks(events, shownMonths(balance, december.shownFrom), lightPalette);
    expect(marks.map(({ xAxis, label }) => `${xAxis} ${label.formatter}`)).toEqual(expected);
  });
  it('stand on every chart of months alike', () => {
    const input = { workbook: december, scenario: 'base', balance, palette: lightPalette, language: 'en' } as const;
    const lines = [{ id: 'gap', name: 'Gap', values: balance.gap.values, color: '#000' }];
    const charts = [
      buildGapOption(input),
      buildSupplyDemandOption(input),
      buildExportsOption(input, 'x'),
      buildGrowthOption(input, 'x'),
      buildLinesOption({ balance, shownFrom: december.shownFrom, events, lines, divisor: 1, palette: lightPalette, language: 'en', title: 'x' }),
    ];
    for (const chart of charts) expect(marksOf(chart)).toEqual(expected);
  });
  it('are listed under the charts of the report, with the same numbers', () => {
    for (const id of ['sectors', 'chain', 'scenarios', 'price']) {
      const page = done(buildReport(december, 'base', { language: 'en' })).pages.find((one) => one.id === id);
      const text = page?.blocks.map((block) => (block.kind === 'text' ? block.text : '')).join('\n') ?? '';
      expect(text).toContain('2 Export control, April 2025 (4 Apr 2025); 3 Wind power');
    }
  });
});
