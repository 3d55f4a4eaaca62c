import { expect, test } from 'vitest';
import { isWithoutDifference, workbookDifferences } from '../../shared/analysis/workbookDifferences.ts';
import { commands } from '../../shared/commands/registry.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const sample = shippedWorkbook();
const partsAfter = (after: Workbook): readonly string[] => done(workbookDifferences(sample, after)).parts;
const [scenarioId, scenario] = Object.entries(sample.scenarios).find(([, { overlays }]) => Object.keys(overlays).length > 0) ?? [];
if (scenarioId === undefined || scenario === undefined) throw new Error('No scenario with differences.');
const withOverlays = (overlays: (typeof scenario)['overlays']): Workbook => ({ ...sample, scenarios: { ...sample.scenarios, [scenarioId]: { ...scenario, overlays } } });
const [key = '', overlay] = Object.entries(scenario.overlays)[0] ?? [];
if (overlay === undefined) throw new Error('No difference.');

test('what no number tells is told by its part: the pages of the report, the terms of a series, the why of a difference', () => {
  expect(partsAfter(done(commands.setReportOrganisation.run(sample, { organisation: 'Desk' })))).toEqual(['report']);
  const path = 'supply/output';
  const series = sample.series[path];
  if (!series) throw new Error('No output.');
  expect(partsAfter({ ...sample, series: { ...sample.series, [path]: { ...series, coverage: 0.9 } } })).toContain('notes');
  expect(partsAfter(withOverlays({ ...scenario.overlays, [key]: { ...overlay, locator: 'another page' } }))).toEqual(['notes']);
});

test('two workbooks that are not the same never differ in nothing', () => {
  const without = withOverlays({ ...scenario.overlays, idle: { path: 'sectors/nev/volume', periods: [], op: 'mul', value: 1 } });
  const found = done(workbookDifferences(sample, without));
  expect(isWithoutDifference(found)).toBe(false);
  expect(isWithoutDifference(done(workbookDifferences(sample, shippedWorkbook())))).toBe(true);
});
