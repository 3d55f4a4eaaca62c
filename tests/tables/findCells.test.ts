import { describe, expect, it } from 'vitest';
import { allTables } from '../../renderer/views/chooseTables.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { findCells } from '../../shared/tables/findCells.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const workbook = shippedWorkbook();
const balance = computeBalance(workbook, 'base');
if (!balance.ok) throw new Error(balance.problem.code);
const tables = allTables(workbook, 'base', balance.value);
const find = (query: string, language: Language = 'en') => findCells(workbook, 'base', tables, query, language).map(({ tab, rowId, columnId }) => `${tab} ${rowId} ${columnId ?? 'label'}`);

describe('finding in the grids', () => {
  it('finds labels in both languages, with their group before them', () => {
    expect(find('cumulative gap')).toContain('balance cumulativeGap label');
    expect(find('累计缺口')).toContain('balance cumulativeGap label');
    expect(find('nev intensity')[0]).toBe('drivers sectors/nev/intensity label');
    expect(find('新能源汽车单耗', 'zh')[0]).toBe('drivers sectors/nev/intensity label');
  });

  it('finds numbers with and without separators, as shown and in full', () => {
    for (const query of ['75,000', '75000', '７５０００']) expect(find(query)).toContain('drivers sectors/nev/demand 2025');
    expect(find('4.19228')).toContain('drivers sectors/nev/intensity 2025');
    const negative = find('-5.2%');
    expect(negative).toContain('drivers sectors/nev/intensity 2025-yoy');
    expect(find('−5.2%')).toEqual(negative);
  });

  it('finds the publisher, the locator and the note behind a cell', () => {
    expect(find('SMM')).toContain('drivers sectors/nev/intensity 2025');
    expect(find('A08 and A10')).toContain('drivers sectors/nev/intensity 2025');
    expect(find('kept at full precision so that demand')).toContain('drivers sectors/nev/intensity 2025');
  });

  it('keeps the order of tabs and finds nothing for nothing', () => {
    const found = findCells(workbook, 'base', tables, 'a', 'en').map(({ tab }) => tab);
    expect([...new Set(found)]).toEqual(['drivers', 'monthly', 'exports', 'supply', 'balance', 'price', 'sources']);
    expect(find('  ')).toEqual([]);
    expect(find('no such words anywhere')).toEqual([]);
  });
});
