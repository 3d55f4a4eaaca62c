/** A chart as a text of SVG is XML: other programs than browsers read it from the clipboard. */
import { expect, test } from 'vitest';
import { renderStaticSvg } from '../../renderer/charts/renderStaticSvg.ts';
import { buildReport } from '../../shared/report/buildReport.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

test('every tag of every chart on page one is well formed', () => {
  const charts = done(buildReport(shippedWorkbook(), 'base', { language: 'zh', pages: [1] })).pages.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'chart' && block.id === 'gap' ? [block] : [])));
  expect(charts).toHaveLength(1);
  for (const { option } of charts) {
    const svg = renderStaticSvg(option, 600, 232);
    const tags = svg.match(/<[^!?][^>]*>/g) ?? [];
    expect(tags.length).toBeGreaterThan(20);
    expect(tags.filter((tag) => !/^<\/?[a-zA-Z]+(\s+[\w:-]+="[^"<]*")*\s*\/?>$/.test(tag))).toEqual([]);
  }
});
