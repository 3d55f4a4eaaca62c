/** Where many cells stand, in the words of the history: a row, a sector, or a number of rows. */
import { rowCount } from '../messages/commands.ts';
import { pathName } from '../messages/names.ts';
import type { Phrase } from '../messages/phrase.ts';
import type { CellAddress, Workbook } from '../model/workbook.ts';

export function placeOfCells(workbook: Workbook, cells: readonly CellAddress[]): Phrase {
  const paths = [...new Set(cells.map(({ path }) => path))];
  const [first] = paths;
  if (first !== undefined && paths.length === 1) return pathName(workbook, first);
  const owners = new Set(paths.map((path) => path.split('/').slice(0, 2).join('/')));
  const [area, id = ''] = owners.size === 1 ? [...owners][0]?.split('/') ?? [] : [];
  const name =
    area === 'sectors' ? workbook.sectors[id]?.name : area === 'events' ? workbook.events[id]?.title : area === 'expansions' ? workbook.expansions[id]?.name : undefined;
  return name ?? rowCount(paths.length);
}
