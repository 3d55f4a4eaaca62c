/** A record of the library as a file of its own. One that is damaged goes out as it is, with `.damaged` in its name, for whoever can mend it. */
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';

export type ExportFile = { readonly name: string; readonly text: string; readonly damaged: boolean };

const longestTitle = 80;

/** A title as a file name: what no file system takes becomes a hyphen. */
function stemOf(title: string): string {
  return title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').trim().slice(0, longestTitle).replace(/^\.+|[. ]+$/g, '');
}

/** `taken` holds the names given so far, in lower case, and is added to: two workbooks of one title get two files. */
export function exportFileOf(id: string, record: { readonly text?: unknown }, taken: Set<string>): ExportFile {
  const text = typeof record.text === 'string' ? record.text : JSON.stringify(record, null, 2);
  const parsed = parseWorkbook(text);
  const stem = (parsed.ok ? stemOf(parsed.value.title.en) : '') || stemOf(`workbook ${id}`);
  const end = parsed.ok ? '.lodestone' : '.damaged.lodestone';
  let name = `${stem}${end}`;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${stem} ${count}${end}`;
  taken.add(name.toLowerCase());
  return { name, text, damaged: !parsed.ok };
}
