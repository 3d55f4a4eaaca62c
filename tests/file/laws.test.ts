import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import type { Cell, Workbook } from '../../shared/model/workbook.ts';
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

/** Every cell and every difference of the scenarios that a text holds: its place, and its text with another number and a note. */
function valuesOf(workbook: Workbook): readonly (readonly [string, () => Workbook])[] {
  const changed = (cell: Cell): Cell => ({ ...cell, value: (cell.value ?? 0) + 0.125, state: 'estimate', note: { en: 'Changed', zh: '已改' } });
  return Object.entries(workbook.series).flatMap(([path, series]) =>
    Object.entries(series.cells).map(([period, cell]) => [
      `${path}@${period}`,
      (): Workbook => ({ ...workbook, series: { ...workbook.series, [path]: { ...series, cells: { ...series.cells, [period]: changed(cell) } } } }),
    ] as const),
  );
}

test('between the values of two cells stands a line that no edit changes', () => {
  const lines = serializeWorkbook(shippedWorkbook()).split('\n');
  const isScalar = (line: string): boolean => /^ *("[^"]*": )?("(?:[^"\\]|\\.)*"|-?\d[^ ]*|true|false|null),?$/.test(line);
  const depth = (line: string): number => line.search(/\S/);
  // Two values next to each other belong to one record: a number to its state and its source, which stand and fall together.
  const strange = lines.filter((line, at) => at > 0 && isScalar(line) && isScalar(lines[at - 1] ?? '') && depth(line) !== depth(lines[at - 1] ?? ''));
  expect(strange).toEqual([]);
  const records = lines.flatMap((line, at) => (/^ {10}"[^"]+": \{$/.test(line) ? [at] : []));
  expect(records.length).toBeGreaterThan(200);
  for (const at of records) expect(isScalar(lines[at - 1] ?? '')).toBe(false);
});

test('git merges changes to any two cells, next to each other in the file or not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-pairs-'));
  const write = (name: string, workbook: Workbook): string => {
    writeFileSync(join(folder, name), serializeWorkbook(workbook));
    return join(folder, name);
  };
  try {
    const base = shippedWorkbook();
    const cells = valuesOf(base);
    const basePath = write('base', base);
    for (let at = 0; at + 1 < cells.length; at += Math.ceil(cells.length / 16)) {
      const [one, next] = [cells[at], cells[at + 1]];
      if (!one || !next) continue;
      const merged = execFileSync('git', ['merge-file', '-p', write('ours', one[1]()), basePath, write('theirs', next[1]())], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
      const both = parseWorkbook(merged);
      expect(both.ok, `${one[0]} and ${next[0]}`).toBe(true);
      expect(merged.match(/"en": "Changed"/g)).toHaveLength(2);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
