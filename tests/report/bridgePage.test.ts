/** A bridge in the report: a page of the workbook that asks for it by name, printed with a table that ties to the model. */
import { describe, expect, it } from 'vitest';
import { bridgeScenarios } from '../../shared/analysis/bridgeScenarios.ts';
import type { BridgeJob } from '../../shared/analysis/bridgeJob.ts';
import { pageOfBridge } from '../../shared/commands/bridgePage.ts';
import { commands } from '../../shared/commands/registry.ts';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import type { IsoDate, Month } from '../../shared/model/period.ts';
import { pageKinds, pagesOf } from '../../shared/model/reportSettings.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { buildReport } from '../../shared/report/buildReport.ts';
import type { Block, ReportPage } from '../../shared/report/page.ts';
import { deepFreeze } from '../support/deepFreeze.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const sample = deepFreeze(shippedWorkbook());
const year = { from: '2025-01' as Month, to: '2025-12' as Month };
const job: BridgeJob = { kind: 'scenarios', from: 'base', to: 'prolongedControl', months: year, level: 'driver' };

function printed(workbook: Workbook, id: string, language: 'en' | 'zh' = 'en'): ReportPage {
  const page = done(buildReport(workbook, 'base', { language })).pages.find((one) => one.id === id);
  if (!page) throw new Error(id);
  return page;
}

const kinds = ({ blocks }: ReportPage): readonly string[] => blocks.map(({ kind }) => kind);
const textOf = (block: Block | undefined): string => (block?.kind === 'text' || block?.kind === 'heading' ? block.text : '');
const read = (text: string | undefined): number => Number((text ?? '').replace(/,/g, '').replace('−', '-').replace('+', ''));

describe('printing a bridge', () => {
  const withPage = done(commands.printBridge.run(sample, { job }));
  it('adds one page behind the others, and the file keeps it', () => {
    expect(pagesOf(withPage.report).map(({ id }) => id)).toEqual([...pageKinds, 'bridge']);
    expect(pageOfBridge(withPage, job)).toBe('bridge');
    expect(pageOfBridge(sample, job)).toBeNull();
    expect(done(parseWorkbook(serializeWorkbook(withPage)))).toEqual(withPage);
    expect(commands.printBridge.label(sample, { job }).en).toBe('Bridge from Base to Prolonged control in the report');
  });
  it('prints the waterfall, a table that adds up to the gaps of the model, and how it was worked out', () => {
    const page = printed(withPage, 'bridge');
    expect(page.title).toBe('Bridge: Base to Prolonged control');
    expect(kinds(page)).toEqual(['heading', 'chart', 'table', 'text']);
    const [, chart, table, method] = page.blocks;
    if (chart?.kind !== 'chart' || table?.kind !== 'table') throw new Error('chart and table');
    const bridge = done(bridgeScenarios(sample, { from: 'base', to: 'prolongedControl', months: year, level: 'driver' }));
    const numbers = table.rows.map(({ cells }) => read(cells[1]?.text));
    expect(numbers[0]).toBeCloseTo(bridge.from / 1000, 1);
    expect(numbers.at(-1)).toBeCloseTo(bridge.to / 1000, 1);
    expect(numbers.slice(1, -1).reduce((sum, value) => sum + value, numbers[0] ?? 0)).toBeCloseTo(numbers.at(-1) ?? Number.NaN, 6);
    expect(chart.title).toContain('Base to Prolonged control: the gap changes by');
    expect(chart.subtitle).toMatch(/^2025 · /);
    expect(textOf(method)).toContain('Exact Shapley attribution over 3 parts');
    expect(printed(withPage, 'bridge', 'zh').title).toBe('缺口分解：基准至管制延长');
  });
  it('once more is no step; other months, another level or sampled orders bring the page up to date, and what was written beside it stays', () => {
    expect(done(commands.printBridge.run(withPage, { job }))).toBe(withPage);
    const text = { en: 'Why it matters.\n\n[bridge scenarios base > prolongedControl, 2025-01/2025-12, driver]\n\nMore.', zh: '' };
    const written = done(commands.editReportPage.run(withPage, { id: 'bridge', text, hidden: true }));
    const months = { from: '2025-04' as Month, to: '2025-06' as Month };
    const again = done(commands.printBridge.run(written, { job: { ...job, months, level: 'event', sampled: { pairs: 16, seed: 3 } } }));
    expect(pagesOf(again.report)).toHaveLength(pageKinds.length + 1);
    expect(pagesOf(again.report).at(-1)?.text?.en).toBe('Why it matters.\n\n[bridge scenarios base > prolongedControl, 2025-04/2025-06, event, sampled 16, seed 3]\n\nMore.');
    expect(kinds(printed(again, 'bridge'))).toEqual(['heading', 'text', 'chart', 'table', 'text', 'text']);
    expect(textOf(printed(again, 'bridge').blocks.at(-2))).toContain('xoshiro128**, seed 3');
  });
  it('between other ends is another page; vintages and months print too', () => {
    const other = done(commands.printBridge.run(withPage, { job: { ...job, to: 'fastLicences' } }));
    const vintages: BridgeJob = { kind: 'vintages', scenario: 'base', from: { asOf: '2025-05-29' as IsoDate, vintage: 'may-2025' }, to: { asOf: '2025-12-15' as IsoDate, vintage: 'december-2025' }, months: year, level: 'sector' };
    const between: BridgeJob = { kind: 'months', scenario: 'base', from: { from: '2024-01' as Month, to: '2024-12' as Month }, to: year, level: 'driver' };
    const all = [vintages, between].reduce((workbook, one) => done(commands.printBridge.run(workbook, { job: one })), other);
    expect(pagesOf(all.report).slice(pageKinds.length).map(({ id }) => id)).toEqual(['bridge', 'bridge2', 'bridge3', 'bridge4']);
    for (const id of ['bridge2', 'bridge3', 'bridge4']) expect(kinds(printed(all, id))).toEqual(['heading', 'chart', 'table', 'text']);
    expect(printed(all, 'bridge3').title).toBe('Bridge: 29 May 2025 to 15 December 2025');
  });
  it('that cannot be worked out says why, and a line that is none is a finding of the report', () => {
    const text = { en: '[bridge scenarios base > gone, 2025-01/2025-12, driver]\n\n[bridge of sighs]', zh: '' };
    const broken = done(commands.editReportPage.run(withPage, { id: 'bridge', text }));
    expect(textOf(printed(broken, 'bridge').blocks[1])).toContain('What changed cannot be told');
    expect(done(buildReport(broken, 'base', { language: 'en' })).findings).toEqual([{ page: 'bridge', reference: { en: 'of sighs', zh: 'of sighs' }, reason: 'unknown-bridge' }]);
  });
});
