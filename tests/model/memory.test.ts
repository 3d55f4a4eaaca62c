import { describe, expect, it } from 'vitest';
import type { Balance } from '../../shared/model/balance.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { Cell, Overlay, Workbook } from '../../shared/model/workbook.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const shipped = shippedWorkbook();

/** The root, and scenarios whose differences reach into a technology stack and a subsidy. */
const sample: Workbook = {
  ...shipped,
  scenarios: Object.fromEntries(Object.entries(shipped.scenarios).filter(([id]) => ['base', 'fastLicences', 'deRareEarthWind', 'subsidyPullForward'].includes(id))),
};

/** What is remembered from the workbooks before must not be seen in the next: a deep copy shares nothing with them. */
function expectNothingStale(workbook: Workbook): void {
  const copy = structuredClone(workbook);
  for (const id of Object.keys(workbook.scenarios)) expect(computeBalance(workbook, id)).toEqual(computeBalance(copy, id));
}

function withCell(workbook: Workbook, path: string, period: string, change: Partial<Cell>): Workbook {
  const series = workbook.series[path];
  const cell = series?.cells[period];
  if (!series || !cell) throw new Error(`${path}@${period}`);
  return { ...workbook, series: { ...workbook.series, [path]: { ...series, cells: { ...series.cells, [period]: { ...cell, ...change } } } } };
}

describe('a balance remembers nothing that an edit has changed', () => {
  it.each(Object.keys(sample.series))('%s', (path) => {
    let workbook = sample;
    // One cell of a series is remembered like another: the first, the middle and the last stand for all.
    const cells = Object.entries(sample.series[path]?.cells ?? {});
    const chosen = [...new Set([0, Math.floor(cells.length / 2), cells.length - 1])].flatMap((at) => cells.slice(at, at + 1));
    for (const [period, cell] of chosen) {
      workbook = withCell(workbook, path, period, { value: (cell.value ?? 1) * 0.9 + 0.01, state: 'estimate' });
      expectNothingStale(workbook);
    }
  });

  it.each(Object.keys(sample.sectors))('a difference of the root or of a child on the demand of %s', (id) => {
    const overlay: Overlay = { path: `sectors/${id}/demand`, periods: ['2026'], op: 'mul', value: 1.1 };
    let workbook = sample;
    for (const [scenarioId, scenario] of Object.entries(sample.scenarios)) {
      workbook = { ...workbook, scenarios: { ...workbook.scenarios, [scenarioId]: { ...scenario, overlays: { ...scenario.overlays, typed: overlay } } } };
      expectNothingStale(workbook);
    }
  });

  it('a changed horizon, sector or event', () => {
    const edited = { ...sample, horizon: { ...sample.horizon, start: sample.shownFrom } };
    expectNothingStale(edited);
    const [id, sector] = Object.entries(sample.sectors).find(([, one]) => one.kind === 'driver') ?? ['', undefined];
    if (sector?.kind !== 'driver') throw new Error('The sample has no driver sector.');
    expectNothingStale({ ...sample, sectors: { ...sample.sectors, [id]: { ...sector, yields: { ...sector.yields, 2026: 'volume' } } } });
    const [eventId, event] = Object.entries(sample.events)[0] ?? ['', undefined];
    if (!event) throw new Error('The sample has no event.');
    expectNothingStale({ ...sample, events: { ...sample.events, [eventId]: { ...event, scope: ['controlled'] } } });
  });
});

describe('a line that is made on demand', () => {
  const lines = ['exportsDetail', 'capacity', 'operatingRate', 'adjustedGap', 'unmetBySector', 'consumption', 'pipelineNotRefilled', 'cumulativeUnmet', 'residualReadings', 'released', 'price'] as const;

  function balanceOf(workbook: Workbook, id: string): Balance {
    const result = computeBalance(workbook, id);
    if (!result.ok) throw new Error(result.problem.code);
    return result.value;
  }

  it('is the one of its own balance, also after later edits, an undo and another scenario', () => {
    const [root = '', child = ''] = Object.keys(sample.scenarios);
    const before = balanceOf(sample, root);
    const other = balanceOf(sample, child);
    const short = withCell(withCell(sample, 'supply/output', '2025', { value: 100_000 }), 'exports/baseYear', '05', { value: 9_000 });
    const after = balanceOf(short, root);
    // The lines of the earlier balances are asked for only now, and in another order.
    for (const line of [...lines].reverse()) {
      expect(before[line]).toEqual(balanceOf(structuredClone(sample), root)[line]);
      expect(other[line]).toEqual(balanceOf(structuredClone(sample), child)[line]);
      expect(after[line]).toEqual(balanceOf(structuredClone(short), root)[line]);
    }
    expect(after.cumulativeUnmet.values.at(-1)).toBeGreaterThan(0);
    expect(balanceOf(sample, root)).toBe(before);
  });

  it('is made once, and is part of the balance as it is written and copied', () => {
    const balance = balanceOf(sample, 'base');
    for (const line of lines) expect(balance[line]).toBe(balance[line]);
    expect(Object.keys(JSON.parse(JSON.stringify(balance)))).toEqual(expect.arrayContaining([...lines]));
    expect(structuredClone(balance)).toEqual(balance);
  });
});
