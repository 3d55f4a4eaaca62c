/** Every command there is. The store, the journal and the tests read this one list. */
import { renameWorkbook } from './renameWorkbook.ts';
import { clearCell, setCell } from './setCell.ts';
import { setDriver } from './setDriver.ts';

export const commands = { setCell, clearCell, setDriver, renameWorkbook } as const;
