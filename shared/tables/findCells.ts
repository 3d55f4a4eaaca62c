/**
 * Looks for a text in grids: in the labels of rows, in what cells show (numbers with and without separators), in their sources
 * and in their notes. Pure; the order of the hits is the order of tabs, grids, rows and columns.
 */
import { formatNumber } from '../format.ts';
import type { Language } from '../messages/phrase.ts';
import { inputsOf, type Inputs } from '../model/inputs.ts';
import { chainOfScenario } from '../model/resolve.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';
import { foldText } from '../search/fuzzyScore.ts';
import { groupsOfRows } from './rowGroups.ts';
import type { Table, TableCell, TableRow } from './table.ts';

export type FoundCell<Tab extends string> = {
  readonly tab: Tab;
  readonly table: string;
  readonly rowId: string;
  /** Null where the label of the row was found. */
  readonly columnId: string | null;
};

/** One way to write what is looked for and where: no capitals, one minus, no thousands separators. */
function plain(text: string): string {
  return foldText(text).replaceAll('−', '-').replace(/(?<=\d),(?=\d{3})/g, '');
}

function sourceText(workbook: Workbook, inputs: Inputs, cell: TableCell): string {
  const address = cell.edit?.kind === 'input' ? cell.edit.address : null;
  const stored = address ? inputs.cell(address.path, address.period) : null;
  const id = stored?.source ?? cell.source;
  const source = id === undefined ? undefined : workbook.sources[id];
  return [source?.publisher, source?.title, stored?.locator, stored?.note?.en, stored?.note?.zh].filter((part) => part !== undefined).join('\n');
}

function cellTexts(workbook: Workbook, inputs: Inputs, row: TableRow, cell: TableCell, language: Language): string {
  const shown = cell.text?.[language] ?? (cell.value === null ? '' : formatNumber(cell.value, cell.format ?? row.format, language));
  const full = cell.value === null || cell.text ? '' : String(cell.value);
  return `${shown}\n${full}\n${sourceText(workbook, inputs, cell)}`;
}

/** Everything that holds the query; nothing for an empty one. A label is found in either language. */
export function findCells<Tab extends string>(
  workbook: Workbook,
  scenario: ScenarioId,
  tables: readonly { readonly tab: Tab; readonly table: Table }[],
  query: string,
  language: Language,
): readonly FoundCell<Tab>[] {
  const wanted = plain(query.trim());
  if (wanted === '') return [];
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  const has = (text: string): boolean => plain(text).includes(wanted);
  return tables.flatMap(({ tab, table }) => {
    const groups = groupsOfRows(table.rows);
    return table.rows.flatMap((row, at): FoundCell<Tab>[] => {
      if (row.kind === 'group') return [];
      const group = groups[at]?.label;
      const place = { tab, table: table.id, rowId: row.id };
      // "nev demand" is found though the grid writes the one over the other.
      const named = has(`${row.label.en}\n${row.label.zh}`) || has(`${group?.en ?? ''} ${row.label.en}\n${group?.zh ?? ''}${row.label.zh}`);
      const cells = table.columns.flatMap(({ id }): FoundCell<Tab>[] => {
        const cell = row.cells[id];
        return cell && has(cellTexts(workbook, inputs, row, cell, language)) ? [{ ...place, columnId: id }] : [];
      });
      return named ? [{ ...place, columnId: null }, ...cells] : cells;
    });
  });
}
