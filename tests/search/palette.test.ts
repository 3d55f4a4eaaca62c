import { describe, expect, it } from 'vitest';
import type { Situation } from '../../shared/actions.ts';
import { columnOfPeriod } from '../../shared/search/columnOfPeriod.ts';
import { fuzzyScore } from '../../shared/search/fuzzyScore.ts';
import { actionEntries, rankEntries } from '../../shared/search/paletteEntries.ts';
import { takePeriod } from '../../shared/search/takePeriod.ts';
import { phrase } from '../../shared/messages/phrase.ts';

const now: Situation = { view: 'workbench', undoSteps: 1, redoSteps: 0, readOnly: false, finding: false };
const entries = actionEntries(now);
const found = (query: string, language: 'en' | 'zh' = 'en', recent: readonly string[] = []): readonly string[] => rankEntries(entries, query, recent, language).map(({ id }) => id);

describe('searching the palette', () => {
  it.each([
    ['save', 'action:save'],
    ['SAVE AS', 'action:saveAs'],
    ['epdf', 'action:exportPdf'],
    ['pdf export', 'action:exportPdf'],
    ['ｓａｖｅ', 'action:save'],
    ['theme', 'action:switchTheme'],
    ['保存', 'action:save'],
    ['撤', 'action:undo'],
  ])('%s finds %s first', (query, id) => {
    expect(found(query)[0]).toBe(id);
  });

  it('finds either language in either language', () => {
    expect(found('undo', 'zh')[0]).toBe('action:undo');
    expect(found('打印')[0]).toBe('action:print');
  });

  it('asks for every word, and for letters from the beginning of a word', () => {
    expect(fuzzyScore('save zebra', 'Save')).toBeNull();
    expect(fuzzyScore('epdf', 'Export PDF…')).not.toBeNull();
    expect(fuzzyScore('xpdf', 'Export PDF…')).toBeNull();
    expect(fuzzyScore('rtf', 'Export PDF…')).toBeNull();
  });

  it('offers what makes sense now, the recent first, and rows only once they are looked for', () => {
    expect(found('redo')).not.toContain('action:redo');
    expect(found('', 'en', ['action:print', 'action:open']).slice(0, 2)).toEqual(['action:print', 'action:open']);
    const row = { id: 'row:drivers:x', label: phrase('Saved', '已存'), detail: phrase('Drivers', '驱动因素'), onlySearched: true } as const;
    expect(rankEntries([...entries, row], '', [], 'en')).not.toContain(row);
    expect(rankEntries([...entries, row], 'saved', [], 'en')[0]).toBe(row);
  });
});

describe('the period in a query', () => {
  it.each([
    ['nev intensity 2025-03', 'nev intensity', '2025-03'],
    ['2025年3月 新能源汽车', '新能源汽车', '2025-03'],
    ['gap Mar-25', 'gap', '2025-03'],
    ['gap september 2026', 'gap', '2026-09'],
    ['gap 2025/11', 'gap', '2025-11'],
    ['gap 2025Q3', 'gap', '2025-Q3'],
    ['gap Q3 2025', 'gap', '2025-Q3'],
    ['缺口 2025年第3季度', '缺口', '2025-Q3'],
    ['gap 2025', 'gap', '2025'],
    ['gap 2025年', 'gap', '2025'],
    ['gap', 'gap', null],
    ['gap 2025-13', 'gap 2025-13', null],
  ])('%s', (query, rest, period) => {
    const taken = takePeriod(query);
    if (period === null) expect(taken.period).not.toBe('2025-13');
    else expect(taken).toEqual({ rest, period });
  });

  it('is looked up in its own column, the one that holds it or the first within it', () => {
    const column = (period: string, kind: 'period' | 'total' = 'period') => ({ id: period, period, kind, title: phrase(period, period), width: 80 });
    const months = { columns: [column('2025-01'), column('2025-04'), column('2025-05'), column('2025', 'total')] };
    expect(columnOfPeriod(months, '2025-05')?.id).toBe('2025-05');
    expect(columnOfPeriod(months, '2025')?.id).toBe('2025');
    expect(columnOfPeriod(months, '2025-Q2')?.id).toBe('2025-04');
    expect(columnOfPeriod({ columns: [column('2024'), column('2025')] }, '2025-05')?.id).toBe('2025');
    expect(columnOfPeriod({ columns: [column('2025-Q1'), column('2025-Q2')] }, '2025-05')?.id).toBe('2025-Q2');
    expect(columnOfPeriod(months, '2031-01')).toBeUndefined();
  });
});
