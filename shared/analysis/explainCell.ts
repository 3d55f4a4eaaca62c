/** One sentence that says why a cell is what it is, with its state, its source and its parent's value. */
import { explain } from '../messages/workbench.ts';
import { inputName, pathName } from '../messages/names.ts';
import { phrase, type Phrase } from '../messages/phrase.ts';
import type { Balance } from '../model/balance.ts';
import { inputsOf } from '../model/inputs.ts';
import { describePath } from '../model/paths.ts';
import { chainOfScenario } from '../model/resolve.ts';
import type { IsoDate } from '../model/period.ts';
import type { Cell, CellAddress, CellState, Grade, ScenarioId, Source, Workbook } from '../model/workbook.ts';
import type { TableCell } from '../tables/table.ts';
import type { TraceTerm } from './trace.ts';
import { traceCell } from './traceCell.ts';
import { traceSentence } from './traceSentence.ts';

export type CellExplanation = {
  readonly name: Phrase;
  readonly period: string;
  readonly sentence: Phrase | null;
  /** The terms behind the sentence, where the cell is a result. */
  readonly trace: TraceTerm | null;
  readonly state: CellState | null;
  readonly source: Source | null;
  readonly locator: string | null;
  /** How far the number can be trusted, and the day on which it became known; null where neither is said. */
  readonly grade: Grade | null;
  readonly known: IsoDate | null;
  readonly note: Phrase | null;
  /** The same cell in the parent scenario, in the stored unit; null in the root or where nothing differs. */
  readonly parentValue: number | null;
};

/** The address behind a grid cell: its row is a path for inputs, its column a period. */
export function addressOfCell(workbook: Workbook, rowId: string, columnId: string): CellAddress | null {
  const spec = describePath(workbook, rowId);
  if (!spec) return null;
  return { path: rowId, period: spec.kind === 'calendarMonth' ? columnId.slice(5) : columnId };
}

function monthSentence(address: CellAddress, cell: Cell | null): Phrase | null {
  if (!/^\d{4}-\d{2}$/.test(address.period) || !/Monthly$|exports\/monthly$/.test(address.path)) return null;
  return cell ? explain.pinned : explain.split;
}

/** Everything the formula bar says about a cell. */
export function explainCell(
  workbook: Workbook,
  scenario: ScenarioId,
  balance: Balance,
  row: { readonly id: string; readonly label: Phrase },
  columnId: string,
  cell: TableCell | undefined,
): CellExplanation {
  const address = (cell?.edit?.kind === 'input' ? cell.edit.address : null) ?? addressOfCell(workbook, row.id, columnId);
  const refusal = cell?.edit?.kind === 'refused' ? cell.edit.reason : null;
  const trace = traceCell(workbook, scenario, balance, row.id, columnId);
  const traced = trace && traceSentence(trace);
  const plain: CellExplanation = {
    name: row.label,
    // A column of values or of a mode is no period; a row of a source names its own.
    period: /^\d{4}(-\d{2})?$/.test(columnId) ? columnId : (/@(\d{4}(?:-\d{2})?)$/.exec(row.id)?.[1] ?? ''),
    sentence: traced ?? refusal,
    trace,
    state: cell?.state ?? null,
    source: null,
    locator: null,
    grade: null,
    known: null,
    note: null,
    parentValue: null,
  };
  const chain = chainOfScenario(workbook, scenario);
  if (!address || !chain.ok) return plain;
  const at = (layers: typeof chain.value): Cell | null => inputsOf(workbook, layers).series(address.path)?.cells[address.period] ?? null;
  const own = at(chain.value);
  const parent = chain.value.length > 1 && cell?.origin === 'own' ? at(chain.value.slice(0, -1)) : null;
  const [area, id = ''] = address.path.split('/');
  const sector = area === 'sectors' ? workbook.sectors[id] : undefined;
  const short = inputName(workbook, address.path);
  const source = own?.source === undefined ? null : (workbook.sources[own.source] ?? null);
  return {
    ...plain,
    name: sector ? phrase(`${sector.name.en} · ${short.en}`, `${sector.name.zh} · ${short.zh}`) : pathName(workbook, address.path),
    period: address.period === 'all' ? '' : address.period,
    sentence: traced ?? monthSentence(address, own) ?? refusal ?? (own && !source ? explain.typed : null),
    source,
    locator: own?.locator ?? null,
    grade: own?.grade ?? null,
    known: own?.known ?? null,
    note: own?.note ?? null,
    parentValue: parent?.value ?? null,
  };
}
