/** Nothing needs the file to be edited by hand: every input of a workbook is a cell that can be typed into on some tab. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseTables } from '../../renderer/views/chooseTables.ts';
import { computeBalance, rootScenarioId } from '../../shared/model/computeBalance.ts';
import { allPaths, periodsOf } from '../../shared/model/paths.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import type { Table } from '../../shared/tables/table.ts';
import { fullWorkbook } from '../support/fullWorkbook.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';
import { workbooks } from '../support/workbooks.ts';

const tabs = ['drivers', 'monthly', 'exports', 'supply', 'balance', 'price', 'sources'] as const;

function tablesOf(workbook: Workbook): readonly Table[] {
  const scenario = rootScenarioId(workbook) ?? '';
  const balance = computeBalance(workbook, scenario);
  if (!balance.ok) throw new Error(balance.problem.code);
  return tabs.flatMap((tab) => chooseTables(tab, workbook, scenario, balance.value));
}

function editable(workbook: Workbook): Set<string> {
  const addresses = new Set<string>();
  for (const table of tablesOf(workbook)) {
    const columns = new Set(table.columns.map((column) => column.id));
    for (const row of table.rows) {
      for (const [column, cell] of Object.entries(row.cells)) if (cell.edit?.kind === 'input' && columns.has(column)) addresses.add(`${cell.edit.address.path}@${cell.edit.address.period}`);
    }
  }
  return addresses;
}

/** Inputs that exist as addresses but that the model never reads, so that no cell offers them. */
function hasNoMeaning(workbook: Workbook, path: string, period: string): boolean {
  const [area, id = '', name = '', technology = ''] = path.split('/');
  if (path === 'exports/growth') return Number(period) <= workbook.exportBaseYear;
  if (area === 'events') {
    const kind = workbook.events[id]?.kind;
    return name === 'level' ? kind !== 'ease' : name !== 'active' && kind !== 'restrict';
  }
  const sector = area === 'sectors' ? workbook.sectors[id] : undefined;
  if (sector?.kind === 'residual') return name === 'growth' && Number(period) <= sector.baseYear;
  return sector?.kind === 'driver' && path.endsWith('/share') && sector.technologies[technology]?.balancing === true;
}

function expected(workbook: Workbook): Set<string> {
  return new Set(
    allPaths(workbook).flatMap(([path, spec]) =>
      periodsOf(spec.kind, workbook.horizon)
        .filter((period) => !hasNoMeaning(workbook, path, period))
        .map((period) => `${path}@${period}`),
    ),
  );
}

describe('every input is reached on screen', () => {
  it.each([
    ['the shipped workbook', shippedWorkbook()],
    ['a workbook with one of everything', fullWorkbook()],
  ])('%s', (_name, workbook) => {
    const reached = editable(workbook);
    const wanted = expected(workbook);
    expect([...wanted].filter((address) => !reached.has(address))).toEqual([]);
    expect([...reached].filter((address) => !wanted.has(address))).toEqual([]);
  });

  it('any workbook that computes', () => {
    fc.assert(
      fc.property(workbooks, (workbook) => {
        if (!computeBalance(workbook, rootScenarioId(workbook) ?? '').ok) return;
        expect([...editable(workbook)].sort()).toEqual([...expected(workbook)].sort());
      }),
      { numRuns: 20 },
    );
  });

  it('no cell of any table is NaN or infinite, and every row id stands once in its table', () => {
    for (const table of tablesOf(fullWorkbook())) {
      expect(new Set(table.rows.map((row) => row.id)).size, table.id).toBe(table.rows.length);
      for (const row of table.rows) for (const cell of Object.values(row.cells)) expect(cell.value === null || Number.isFinite(cell.value), `${table.id} ${row.id}`).toBe(true);
    }
  });
});
