/** The name of a row where it stands outside its grid: an input's full name, else its label with its group's before it. */
import { phrase, type Phrase } from '../messages/phrase.ts';
import { pathName } from '../messages/names.ts';
import { describePath } from '../model/paths.ts';
import type { Workbook } from '../model/workbook.ts';
import type { TableRow } from './table.ts';

export function rowName(workbook: Workbook, row: TableRow, group: TableRow | null): Phrase {
  if (describePath(workbook, row.id)) return pathName(workbook, row.id);
  return group === null ? row.label : phrase(`${group.label.en} · ${row.label.en}`, `${group.label.zh} · ${row.label.zh}`);
}
