/** Small tables for tests of the grid: rows drawn as words, "5" a number, "." an empty cell, "-" a group's head. */
import type { CellRef, GridSelection } from '../../shared/grid/selection.ts';
import { latticeOf, type Lattice } from '../../shared/grid/lattice.ts';
import type { Table, TableCell, TableColumn, TableRow } from '../../shared/tables/table.ts';

const phrase = (text: string) => ({ en: text, zh: text });

function cellOf(word: string): TableCell {
  return { value: word === '.' ? null : Number(word), role: 'input', state: 'forecast' };
}

/** Rows r0, r1, ... and columns c0, c1, ... beside a label and a unit. */
export function drawTable(lines: readonly string[], more: (row: number) => Partial<TableRow> = () => ({})): Table {
  const words = lines.map((line) => line.trim().split(/\s+/));
  const width = Math.max(...words.map((line) => line.length));
  const columns: readonly TableColumn[] = [
    { id: 'label', title: phrase('label'), kind: 'label', width: 100 },
    { id: 'unit', title: phrase('unit'), kind: 'unit', width: 60 },
    ...Array.from({ length: width }, (_, at): TableColumn => ({ id: `c${at}`, title: phrase(`c${at}`), kind: 'period', width: 90 })),
  ];
  const rows = words.map((line, at): TableRow => {
    const isGroup = line[0] === '-';
    return {
      id: `r${at}`,
      kind: isGroup ? 'group' : 'row',
      label: phrase(`r${at}`),
      unit: 't',
      format: { decimals: 0 },
      cells: isGroup ? {} : Object.fromEntries(line.map((word, column) => [`c${column}`, cellOf(word)])),
      ...more(at),
    };
  });
  return { id: 'drawn', columns, rows };
}

export function drawLattice(lines: readonly string[]): Lattice {
  return latticeOf(drawTable(lines));
}

/** "r1c2" as a cell. */
export function at(name: string): CellRef {
  const [, row, column] = /^(r\d+)(c\d+)$/.exec(name) ?? [];
  return { rowId: row ?? '', columnId: column ?? '' };
}

/** A selection as "r0c0 [r0c0:r1c2]". */
export function said({ active, ranges }: GridSelection): string {
  const name = ({ rowId, columnId }: CellRef): string => `${rowId}${columnId}`;
  return `${name(active)} ${ranges.map(({ from, to }) => `[${name(from)}:${name(to)}]`).join('')}`;
}
