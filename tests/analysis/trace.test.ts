/** Every result says why it is what it is, and what it says adds up. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allTables } from '../../renderer/views/chooseTables.ts';
import { addsUp, foldTerms, termOf, type TraceTerm } from '../../shared/analysis/trace.ts';
import { traceCell } from '../../shared/analysis/traceCell.ts';
import { traceSentence } from '../../shared/analysis/traceSentence.ts';
import type { Balance } from '../../shared/model/balance.ts';
import { setCell } from '../../shared/commands/setCell.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { convertUnit } from '../../shared/model/unit.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import type { Table } from '../../shared/tables/table.ts';
import { expectClose } from '../support/close.ts';
import { done } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';
import { workbooks } from '../support/workbooks.ts';

const sample = shippedWorkbook();

function balanceOf(workbook: Workbook, scenario: string): Balance {
  const balance = computeBalance(workbook, scenario);
  if (!balance.ok) throw new Error(balance.problem.code);
  return balance.value;
}

const base = balanceOf(sample, 'base');

function tableOf(id: string): Table {
  const found = allTables(sample, 'base', base).find(({ table }) => table.id === id)?.table;
  if (!found) throw new Error(id);
  return found;
}

function allTerms(term: TraceTerm): readonly TraceTerm[] {
  return [term, ...term.children.flatMap(allTerms)];
}

/** The largest number in an explanation: what cancels cannot be more exact than what it is made of. */
function sizeOf(term: TraceTerm): number {
  return Math.max(Math.abs(term.value ?? 0), ...term.children.filter(({ role }) => role === 'plus' || role === 'minus').map(sizeOf));
}

test.each(['base', 'deRareEarthWind', 'prolongedControl'])('the trace of the gap adds up to it in every month of %s, term by term', (scenario) => {
  const balance = balanceOf(sample, scenario);
  balance.months.forEach((month, at) => {
    const trace = traceCell(sample, scenario, balance, 'gap', month);
    expectClose(trace && foldTerms(trace.children), balance.gap.values[at] ?? Number.NaN);
    for (const term of trace ? allTerms(trace) : []) expect(addsUp(term), `${month} ${term.label.en}`).toBe(true);
  });
});

/** Known months, the months of the control, and months far ahead. */
const looked = ['2024-01', '2025-05', '2025-06', '2025-11', '2026-12'];

test('computed months of every row of the sample have terms', () => {
  const rows = ['gap', 'cumulativeGap', 'demandTotal', 'exports', 'inventory', 'coverDays', 'supply/operatingRate', 'supply', 'exports/ship', 'exports/release', 'exports/base', 'exports/backlog', 'exports/approval', 'capacity'];
  const sectors = base.sectorIds.map((id) => `demand/${id}`);
  for (const scenario of Object.keys(sample.scenarios)) {
    const balance = balanceOf(sample, scenario);
    for (const row of [...rows, ...sectors]) {
      for (const month of looked) {
        const trace = traceCell(sample, scenario, balance, row, month);
        // A known month is what a source says; nothing is behind it.
        const known = trace === null && ['supply', 'exports/monthly'].includes(row);
        expect(known || (trace !== null && trace.children.some(({ role }) => role !== 'given')), `${scenario} ${row} ${month}`).toBe(true);
      }
    }
  }
});

test('the gap of any workbook is what its trace says', () => {
  fc.assert(
    fc.property(workbooks, (workbook) => {
      for (const scenario of Object.keys(workbook.scenarios)) {
        const result = computeBalance(workbook, scenario);
        if (!result.ok) continue;
        result.value.months.forEach((month, at) => {
          const gap = result.value.gap.values[at] ?? null;
          if (at % 7 !== 3) return;
          const trace = traceCell(workbook, scenario, result.value, 'gap', month);
          if (gap === null) return;
          const folded = trace ? foldTerms(trace.children) : null;
          expect(folded).not.toBeNull();
          expect(Math.abs((folded ?? Number.NaN) - gap)).toBeLessThanOrEqual(1e-9 * Math.max(1, trace ? sizeOf(trace) : 0));
        });
      }
    }),
    { numRuns: 20 },
  );
});

test('every leaf of a gap that is an input names its cell, and its source where it has one', () => {
  const trace = traceCell(sample, 'base', base, 'gap', '2025-05');
  const leaves = (trace ? allTerms(trace) : []).filter((term) => term.children.length === 0);
  const inputs = leaves.filter((term) => sample.series[term.place?.path ?? ''] !== undefined);
  expect(inputs.length).toBeGreaterThan(10);
  for (const term of inputs) {
    const cell = sample.series[term.place?.path ?? '']?.cells[term.place?.period ?? ''];
    expect(term.source, term.label.en).toBe(cell?.source);
    expectClose(term.value, cell?.value ?? Number.NaN);
  }
});

describe('sentences', () => {
  const sentence = (row: string, column: string) => {
    const trace = traceCell(sample, 'base', base, row, column);
    return trace && traceSentence(trace);
  };
  const shown = (value: number | null | undefined): string => Math.round(Math.abs(value ?? Number.NaN)).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const at = base.months.findIndex((month) => month === '2025-05');

  test('of a gap names supply, demand and exports', () => {
    const [supply, demand, exports] = [base.supply, base.demandTotal, base.exports].map((line) => shown(line.values[at]));
    expect(sentence('gap', '2025-05')).toEqual({
      en: `= ${supply} supply − ${demand} domestic demand − ${exports} exports, all t blank-equivalent`,
      zh: `= 供应 ${supply} − 国内需求 ${demand} − 出口 ${exports}，单位均为吨（折毛坯）`,
    });
  });

  test('of every row read without a gap', () => {
    for (const row of ['cumulativeGap', 'demandTotal', 'demand/nev', 'exports', 'inventory', 'coverDays', 'supply', 'supply/operatingRate', 'exports/ship', 'exports/release', 'exports/base', 'exports/backlog', 'sectors/nev/volumeMonthly']) {
      const text = sentence(row, '2026-03');
      expect(text?.en, row).toMatch(/^= .*\d/);
      expect(text?.zh, row).toMatch(/^= .*\d/);
      expect(`${text?.en ?? ''}${text?.zh ?? ''}`, row).not.toMatch(/NaN|undefined|n\.a\.|暂缺/);
    }
  });

  test('of a year of the lock is its product', () => {
    expect(sentence('sectors/nev/demand', '2026')?.en).toMatch(/^= [\d.]+ M vehicles × [\d.]+ kg\/vehicle$/);
    expect(sentence('sectors/nev/assumptions', 'holdAnnual')?.en).toMatch(/^= [\d.]+ M vehicles change ÷ [\d.]+ M vehicles same months of 2024$/);
    expect(sentence('price/part/PrNd', '2025-06')?.en).toMatch(/^= [\d.]+ yuan\/kg PrNd metal price × 29\.0% PrNd in the blank ÷ 95\.0% /);
    expect(sentence('gap', '2025')?.en).toBe('= the twelve months of 2025');
  });
});

test('a scenario that changes technologies says so: the base intensity times the ratio of the stacks', () => {
  const balance = balanceOf(sample, 'deRareEarthWind');
  const trace = traceCell(sample, 'deRareEarthWind', balance, 'sectors/wind/intensity', '2026');
  expect(trace?.children.map((term) => term.label.en)).toEqual(['Intensity of the base', 'Technology stack of the scenario', 'Technology stack of the base']);
  expectClose(trace && foldTerms(trace.children), balance.sectors['wind']?.years['2026']?.intensity.value ?? Number.NaN);
  for (const term of trace ? allTerms(trace) : []) expect(addsUp(term), term.label.en).toBe(true);
});

test('the price is last month’s, the way back and the cost passed through', () => {
  const trace = traceCell(sample, 'base', base, 'price', '2025-06');
  expect(trace?.children).toHaveLength(3);
  expectClose(trace && foldTerms(trace.children), base.price?.price.values[17] ?? Number.NaN);
  for (const term of trace ? allTerms(trace) : []) expect(addsUp(term), term.label.en).toBe(true);
  const cost = traceCell(sample, 'base', base, 'price/cost', '2025-06');
  expectClose(cost && foldTerms(cost.children), base.price?.cost.values[17] ?? Number.NaN);
});

test('supply that capacity binds is the least of what binds it', () => {
  const bound: Workbook = { ...sample, series: { ...sample.series, 'supply/mode': { kind: 'scalar', unit: 'choice', cells: { all: { value: 3, state: 'forecast' } } } } };
  const balance = balanceOf(bound, 'base');
  balance.months.forEach((month, at) => {
    if (balance.binding[at] !== 'capacity' && balance.binding[at] !== 'material') return;
    const trace = traceCell(bound, 'base', balance, 'supply', month);
    expectClose(trace && foldTerms(trace.children), balance.supply.values[at] ?? Number.NaN);
  });
  expect(balance.binding.some((binding) => binding === 'capacity' || binding === 'material')).toBe(true);
});

describe('supply that follows orders', () => {
  const scalar = (value: number, unit: 'choice' | 't' | 'ratio'): Workbook['series'][string] => ({ kind: 'scalar', unit, cells: { all: { value, state: 'forecast' } } });
  const withOrders = (speed: number): Workbook => ({
    ...sample,
    series: { ...sample.series, 'supply/mode': scalar(2, 'choice'), 'supply/before': scalar(20_000, 't'), 'supply/responseSpeed': scalar(speed, 'ratio') },
  });

  test.each([0.5, 1])('names target, capacity and material, says which binds, and adds up: speed %d', (speed) => {
    const workbook = withOrders(speed);
    const balance = balanceOf(workbook, 'base');
    const bound = new Set(balance.binding);
    expect(bound.has('material')).toBe(true);
    balance.months.forEach((month, at) => {
      const trace = traceCell(workbook, 'base', balance, 'supply', month);
      expectClose(trace && foldTerms(trace.children), balance.supply.values[at] ?? Number.NaN);
      for (const term of trace ? allTerms(trace) : []) expect(addsUp(term), `${month} ${term.label.en}`).toBe(true);
      const limits = (trace ? allTerms(trace) : []).filter(({ role, place }) => role === 'limit' && place !== undefined);
      expect(limits.map(({ place }) => place?.path)).toEqual(['supply/target', 'capacity-limit', 'material-limit']);
      expect(limits.filter(({ label }) => label.en.endsWith('(binds)'))).toHaveLength(1);
      const least = { target: 0, response: 0, capacity: 1, material: 2, actual: -1, plan: -1 }[balance.binding[at] ?? 'plan'];
      expect(limits.findIndex(({ label }) => label.en.endsWith('(binds)')), month).toBe(least);
      const target = traceCell(workbook, 'base', balance, 'supply/target', month);
      expectClose(target && foldTerms(target.children), balance.orders?.target.values[at] ?? Number.NaN);
    });
  });

  test('is said in one sentence with every limit', () => {
    const workbook = withOrders(1);
    const balance = balanceOf(workbook, 'base');
    const at = balance.binding.indexOf('material');
    const trace = traceCell(workbook, 'base', balance, 'supply', balance.months[at] ?? '');
    const text = trace && traceSentence(trace);
    expect(text?.en).toMatch(/^= the least of target of orders [\d,]+, capacity limit [\d,]+, material limit \(binds\) [\d,]+, all t blank-equivalent$/);
    expect(text?.zh).toMatch(/^= 取最小值：订单目标 [\d,]+，产能上限 [\d,]+，原料上限（起约束） [\d,]+，单位均为吨（折毛坯）$/);
    const slow = withOrders(0.5);
    const slowBalance = balanceOf(slow, 'base');
    const lagging = slowBalance.months.map((month) => traceCell(slow, 'base', slowBalance, 'supply', month)).find((one) => one?.children.length === 2);
    expect(lagging && traceSentence(lagging)?.en).toMatch(/lag of the response; the least of target of orders/);
  });
});

test.each(['capacity-limit', 'material-limit', 'oxide-inflow', 'oxide-stock', 'adjusted-gap', 'cumulative-unmet', 'binding'])('%s adds up in every month', (row) => {
  for (const month of base.months) {
    const trace = traceCell(sample, 'base', base, row, month);
    expect(trace?.children.length, month).toBeGreaterThan(0);
    for (const term of trace ? allTerms(trace) : []) expect(addsUp(term), `${month} ${term.label.en}`).toBe(true);
    const folding = (trace?.children ?? []).filter(({ role }) => role !== 'given');
    expect(folding.length, month).toBeGreaterThan(0);
  }
});

test('an explanation that does not add up is not shown', () => {
  const child: TraceTerm = { label: { en: 'a', zh: 'a' }, role: 'plus', value: 1, unit: 't', state: 'actual', children: [] };
  expect(termOf({ ...child, value: 2, children: [child, child] }).children).toHaveLength(2);
  expect(termOf({ ...child, value: 3, children: [child, child] }).children).toHaveLength(0);
});

/** What the sample's margin, which answers to cover by 0.2, makes of a per cent of cover. */
function coverElasticity(balance: Balance, month: string): number | null {
  const at = balance.months.findIndex((one) => one === month);
  const [longRun = null, cost = null, cover = null] = [balance.price?.longRun.values[at], balance.price?.cost.values[at], balance.coverDays.values[at]];
  if (longRun === null || cost === null || cover === null) return null;
  return cover <= 1 ? 0 : -0.2 * (1 - cost / longRun);
}

test('what passes is told by category, and each category by the events that concern it', () => {
  const trace = traceCell(sample, 'base', base, 'exports/approval', '2025-06');
  for (const term of trace ? allTerms(trace) : []) expect(addsUp(term), term.label.en).toBe(true);
  expect(trace && traceSentence(trace)?.en).toMatch(/^= [\d.]+ controlled goods that pass \+ [\d.]+ other goods that pass, all %$/);
  for (const [line, last] of [['approvalControlled', 'controlledMidpoint'], ['approvalUncontrolled', 'uncontrolledFloor']] as const) {
    const own = traceCell(sample, 'base', base, `exports/${line}`, '2025-06');
    expectClose(own?.value ?? null, base.exportsDetail[line].values[17] ?? Number.NaN);
    expect(own?.children.map(({ place }) => place?.path.split('/')[2])).toContain(last);
  }
});

test('the days of the New Year’s window stand by month, add up to their terms, and are among the reasons of a month’s share', () => {
  const feast = traceCell(sample, 'base', base, 'calendar/lostDays', '2025-01');
  expectClose(feast?.value ?? null, 9);
  expect(feast && traceSentence(feast)?.en).toBe('= 6 before New Year + 3 the feast, all days');
  const table = tableOf('monthly');
  const lost = table.rows.find(({ id }) => id === 'calendar/lostDays');
  for (const [month, cell] of Object.entries(lost?.cells ?? {})) {
    const trace = traceCell(sample, 'base', base, 'calendar/lostDays', month);
    if (cell.value !== 0) expectClose(trace?.value ?? null, cell.value ?? Number.NaN);
    for (const term of trace ? allTerms(trace) : []) expect(addsUp(term), `${month} ${term.label.en}`).toBe(true);
  }
  for (const year of ['2024', '2025', '2026']) expectClose(lost?.cells[year]?.value ?? null, 15.7);
  // Another window is another row, and a year stays what it is: only its months move.
  const wide = done(setCell.run(sample, { scenario: 'base', path: 'calendar/weightAfter', period: 'all', value: 0.8 }));
  const moved = balanceOf(wide, 'base');
  expectClose(traceCell(wide, 'base', moved, 'calendar/lostDays', '2025')?.value ?? null, 10 * 0.6 + 7 + 9 * 0.8);
  const months = (of: Balance): number[] => ['2025-01', '2025-02'].map((month) => of.supply.values[of.months.findIndex((one) => one === month)] ?? Number.NaN);
  expect(months(moved)[1]).toBeLessThan(months(base)[1] ?? Number.NaN);
  expectClose(traceCell(wide, 'base', moved, 'supply', '2025')?.value ?? null, 265_000);
  const given = (row: string, month: string): readonly string[] => {
    const trace = traceCell(sample, 'base', base, row, month);
    return (trace ? allTerms(trace) : []).filter(({ role }) => role === 'given').map(({ place }) => place?.path ?? '');
  };
  for (const row of ['demand/otherDomestic', 'supply', 'capacity-limit']) {
    expect(given(row, '2026-02'), row).toContain('calendar/lostDays');
    expect(given(row, '2026-06'), row).not.toContain('calendar/lostDays');
  }
});

test('how far cover moves the price reads as a product with its sign', () => {
  const trace = traceCell(sample, 'base', base, 'price/elasticity/cover', '2025-06');
  expect(trace && traceSentence(trace)).toEqual({
    en: expect.stringMatching(/^= −0\.2\d* margin to cover × [\d.]+ yuan\/kg margin at this cover ÷ [\d.]+ yuan\/kg long-run price$/),
    zh: expect.stringMatching(/^= 利润对库存弹性 −0\.2\d* × 当前库存下的利润 [\d.]+ 元\/千克 ÷ 长期价格 [\d.]+ 元\/千克$/),
  });
});

test.each(['pro rata', 'by priority'])('what a use receives, what it goes without (%s), the margins and how far cost moves the price have terms that add up', (way) => {
  const typed = (workbook: Workbook, path: string, value: number): Workbook => done(setCell.run(workbook, { scenario: 'base', path, period: 'all', value }));
  // A stock that begins empty runs out, so that somebody goes without.
  const empty = typed(typed(sample, 'balance/openingStock', 0), 'balance/rationByPriority', way === 'pro rata' ? 0 : 1);
  const balance = balanceOf(empty, 'base');
  const uses = [...balance.sectorIds.map((id) => `sectors/${id}`), 'exports'];
  const rows = [...uses.flatMap((use) => [`consumption/${use}`, `unmet/${use}`]), 'price/margin', 'price/longRunMargin', 'price/elasticity/cost', 'price/elasticity/PrNd', 'price/elasticity/cover'];
  const short = balance.months.filter((_, at) => (balance.unmet.values[at] ?? 0) > 0);
  expect(short.length).toBeGreaterThan(0);
  for (const month of [...short, ...looked]) {
    for (const row of rows) {
      const trace = traceCell(empty, 'base', balance, row, month);
      const isRationed = way === 'by priority' && row.startsWith('unmet/');
      // At a day of cover or less the price no longer answers to cover, and only the cover says why.
      const isFloored = row.endsWith('/cover') && trace?.value === 0;
      expect(trace && trace.children.some(({ role }) => isRationed || isFloored || role !== 'given'), `${row} ${month}`).toBe(true);
      const elasticity = row.endsWith('/cover') ? coverElasticity(balance, month) : null;
      if (elasticity !== null) expectClose(trace?.value ?? null, elasticity);
      for (const term of trace ? allTerms(trace) : []) expect(addsUp(term), `${row} ${month} ${term.label.en}`).toBe(true);
    }
  }
});

/** Nothing is behind a month that the New Year's window does not touch, and behind goods that no event concerns yet. */
const untouched = (row: string, value: number): boolean => (row === 'calendar/lostDays' && value === 0) || (/^exports\/approval(Controlled|Uncontrolled)$/.test(row) && value === 100);

test('every computed number of every grid has something behind it that gives it', () => {
  const [scenario, balance] = ['deRareEarthWind', balanceOf(sample, 'deRareEarthWind')];
  const faults: string[] = [];
  for (const { table } of allTables(sample, scenario, balance).filter((one) => one.table.id !== 'sources')) {
    const shown = new Set(table.columns.map(({ id }) => id));
    for (const row of table.rows) {
      for (const [column, { role, value, format }] of Object.entries(row.cells)) {
        if (role !== 'computed' || value === null || !shown.has(column)) continue;
        // Months are many and alike: a known one, one of the control, one ahead.
        if (/^\d{4}-\d{2}$/.test(column) && !looked.includes(column)) continue;
        const at = `${table.id} ${row.id} ${column}`;
        const trace = traceCell(sample, scenario, balance, row.id, column);
        if (trace === null) {
          if (!untouched(row.id, value)) faults.push(`${at}: nothing`);
          continue;
        }
        if (!allTerms(trace).every(addsUp)) faults.push(`${at}: does not add up`);
        const read = format?.percent === true || row.unit === undefined ? trace.value : trace.value === null ? null : convertUnit(trace.value, trace.unit, row.unit);
        if (read === null || Math.abs(read - value) > 1e-9 * Math.max(1, Math.abs(value))) faults.push(`${at}: ${read} against ${value}`);
      }
    }
  }
  expect(faults).toEqual([]);
});
