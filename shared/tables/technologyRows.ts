/** The stack of technologies behind a sector's intensity: the share of each by year, and what one of it takes. */
import { inputName } from '../messages/names.ts';
import { phrase } from '../messages/phrase.ts';
import { refusals } from '../messages/refusals.ts';
import type { Balance } from '../model/balance.ts';
import type { Inputs } from '../model/inputs.ts';
import type { DriverSector, SectorId, Technology, TechnologyId } from '../model/workbook.ts';
import { scalarRow } from './assumptionRows.ts';
import { computedCell, contextCell, formats, inputContext } from './cells.ts';
import type { TableCell, TableRow } from './table.ts';

const scalars = ['motors', 'mass', 'thrift'] as const;

function inOrder(sector: DriverSector): readonly (readonly [TechnologyId, Technology])[] {
  return Object.entries(sector.technologies).sort(([a, x], [b, y]) => x.order - y.order || (a < b ? -1 : 1));
}

/** Rows under a sector; none where it has no technologies. */
export function technologyRows(inputs: Inputs, balance: Balance, id: SectorId, sector: DriverSector, years: readonly number[]): TableRow[] {
  const technologies = inOrder(sector);
  const balancing = technologies.find(([, technology]) => technology.balancing)?.[0];
  return technologies.flatMap(([key, technology]) => {
    const path = (name: string): string => `sectors/${id}/technologies/${key}/${name}`;
    const context = inputContext(inputs, path('share'), 'percent');
    const share = (year: number): TableCell => {
      if (key !== balancing) return contextCell(context, String(year));
      const result = balance.sectors[id]?.years[String(year)];
      const left = result?.stack?.balancingShare ?? null;
      return computedCell(left === null ? null : left * 100, result?.intensity.state ?? 'forecast', refusals.balancingShare);
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
