import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';
import { workbooks } from '../support/workbooks.ts';

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, item]) => [key, reversed(item)]));
}

test('a workbook comes back from its file as it was', () => {
  fc.assert(
    fc.property(workbooks, (workbook) => {
      expect(parseWorkbook(serializeWorkbook(workbook))).toEqual({ ok: true, value: workbook });
    }),
  );
});

test('a file comes back from its workbook byte for byte, whatever the order of its fields, its line ends and spaces', () => {
  fc.assert(
    fc.property(workbooks, fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\uFEFF'), (workbook, lineEnd, mark) => {
      const text = serializeWorkbook(workbook);
      const other = mark + JSON.stringify(reversed(JSON.parse(text)), null, 1).replaceAll('\n', lineEnd);
      const parsed = parseWorkbook(other);
      expect(parsed.ok && serializeWorkbook(parsed.value)).toBe(text);
    }),
  );
});

test('the text is two-space JSON with sorted fields, line feeds and a final one, and no number that is not finite', () => {
  const workbook = shippedWorkbook();
  const text = serializeWorkbook(workbook);
  expect(text.endsWith('}\n')).toBe(true);
  expect(text).not.toMatch(/\r|[ \t]\n|\n\n/);
  expect(text.split('\n').every((line) => /^( {2})*\S|^$/.test(line))).toBe(true);
  const months = [...text.slice(text.indexOf('"exports/baseYear"'), text.indexOf('"exports/controlledShare"')).matchAll(/^ {10}"(\d\d)"/gm)];
  expect(months.map((match) => match[1])).toEqual(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']);
  const { horizon, ...rest } = workbook;
  expect(serializeWorkbook({ ...rest, horizon: { end: horizon.end, start: horizon.start } })).toBe(text);
  expect(() => serializeWorkbook({ ...workbook, exportBaseYear: Number.NaN })).toThrow('not finite');
});

function withMonth(workbook: Workbook, month: string, value: number): Workbook {
  const path = 'sectors/nev/volumeMonthly';
  const series = workbook.series[path];
  const cell = series?.cells[month];
  if (!series || !cell) throw new Error(`No ${month} in ${path}.`);
  return { ...workbook, series: { ...workbook.series, [path]: { ...series, cells: { ...series.cells, [month]: { ...cell, value, state: 'estimate' } } } } };
}

test('git merges what two people did to adjacent months', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-merge-'));
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', '-c', 'core.autocrlf=false', ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  const file = join(folder, 'market.lodestone');
  const save = (workbook: Workbook, message: string): void => {
    writeFileSync(file, serializeWorkbook(workbook));
    git('add', '.');
    git('commit', '-qm', message);
  };
  try {
    const base = shippedWorkbook();
    git('init', '-q', '-b', 'main');
    save(base, 'base');
    git('checkout', '-qb', 'theirs');
    save(withMonth(base, '2025-03', 1_280_000), 'March');
    git('checkout', '-q', 'main');
    save(withMonth(base, '2025-02', 890_000), 'February');
    git('merge', '-q', '--no-edit', 'theirs');
    const merged = readFileSync(file, 'utf8');
    expect(merged).toBe(serializeWorkbook(withMonth(withMonth(base, '2025-02', 890_000), '2025-03', 1_280_000)));
    expect(parseWorkbook(merged).ok).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
