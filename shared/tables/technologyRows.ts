/** The stack of technologies behind a sector's intensity: the share of each by year, and what one of it takes. */
import { inputName } from '../messages/names.ts';
import { phrase } from '../messages/phrase.ts';
import { refusals } from '../messages/refusals.ts';
import type { AnnualValue } from '../model/balance.ts';
import type { Inputs } from '../model/inputs.ts';
import { weakestState } from '../model/state.ts';
import type { DriverSector, SectorId, Technology, TechnologyId } from '../model/workbook.ts';
import { scalarRow } from './assumptionRows.ts';
import { computedCell, contextCell, formats, inputContext } from './cells.ts';
import type { TableCell, TableRow } from './table.ts';

const scalars = ['motors', 'mass', 'thrift'] as const;

function inOrder(sector: DriverSector): readonly (readonly [TechnologyId, Technology])[] {
  return Object.entries(sector.technologies).sort(([a, x], [b, y]) => x.order - y.order || (a < b ? -1 : 1));
}

/** What the other shares leave; missing where one of them is. */
function balancingShare(inputs: Inputs, id: SectorId, others: readonly TechnologyId[], year: number): AnnualValue {
  const cells = others.map((other) => inputs.cell(`sectors/${id}/technologies/${other}/share`, String(year)));
  const sum = cells.reduce<number | null>((total, cell) => (total === null || cell === null || cell.value === null ? null : total + cell.value), 0);
  return { value: sum === null ? null : 1 - sum, state: weakestState(...cells.map((cell) => cell?.state ?? 'forecast')) };
}

/** Rows under a sector; none where it has no technologies. */
export function technologyRows(inputs: Inputs, id: SectorId, sector: DriverSector, years: readonly number[]): TableRow[] {
  const technologies = inOrder(sector);
  const balancing = technologies.find(([, technology]) => technology.balancing)?.[0];
  const others = technologies.map(([other]) => other).filter((other) => other !== balancing);
  return technologies.flatMap(([key, technology]) => {
    const path = (name: string): string => `sectors/${id}/technologies/${key}/${name}`;
    const context = inputContext(inputs, path('share'), 'percent');
    const share = (year: number): TableCell => {
      if (key !== balancing) return contextCell(context, String(year));
      const { value, state } = balancingShare(inputs, id, others, year);
      return computedCell(value === null ? null : value * 100, state, refusals.balancingShare);
    };
    const short = inputName(inputs.workbook, path('share'));
    const shares: TableRow = {
      id: path('share'),
      kind: 'row',
      indent: 1,
      label: phrase(`${technology.name.en}: ${short.en.toLowerCase()}`, `${technology.name.zh}：${short.zh}`),
      unit: 'percent',
      format: { decimals: formats.percent.decimals },
      cells: Object.fromEntries(years.map((year) => [String(year), share(year)])),
    };
    return [shares, ...scalars.map((name) => withoutNote(scalarRow(inputs, path(name), { indent: 2 })))];
  });
}

/** The Drivers grid has no column of notes. */
function withoutNote(row: TableRow): TableRow {
  return { ...row, cells: Object.fromEntries(Object.entries(row.cells).filter(([column]) => column !== 'note')) };
}
