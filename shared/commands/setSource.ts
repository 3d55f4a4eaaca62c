/** Says where numbers come from, for many cells in one step. In a scenario the source belongs to its differences. */
import { cellCount, sourcedCells } from '../messages/commands.ts';
import type { CellAddress, Grade, ScenarioId, SourceId, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { annotateCells } from './annotateCells.ts';
import type { Command } from './command.ts';
import { placeOfCells } from './placeOfCells.ts';

export type SetSourceArgs = {
  readonly scenario: ScenarioId;
  readonly cells: readonly CellAddress[];
  /** Null takes the source and its locator away. */
  readonly source: SourceId | null;
  /** Where in the source; left out, none stands. */
  readonly locator?: string;
  /** Left out, the grade stays. */
  readonly grade?: Grade;
};

export const setSource: Command<SetSourceArgs> = {
  name: 'set-source',
  label(workbook, { cells, source }) {
    return sourcedCells(cellCount(cells.length), placeOfCells(workbook, cells), source === null ? null : (workbook.sources[source]?.title ?? source));
  },
  run(workbook, { scenario, cells, source, locator = '', grade }): Result<Workbook> {
    if (!Object.hasOwn(workbook.scenarios, scenario)) return fail('unknown-scenario', { place: scenario, values: { id: scenario } });
    if (source !== null && !Object.hasOwn(workbook.sources, source)) return fail('unknown-source', { place: source, values: { id: source } });
    const where = locator.trim();
    const { workbook: after, count } = annotateCells(workbook, scenario, cells, ({ note, grade: before }) => {
      const kept = grade ?? before;
      return {
        ...(source === null ? {} : { source }),
        ...(source === null || where === '' ? {} : { locator: where }),
        ...(kept === undefined ? {} : { grade: kept }),
        ...(note === undefined ? {} : { note }),
      };
    });
    return count === 0 ? fail('nothing-to-source') : ok(after);
  },
};
