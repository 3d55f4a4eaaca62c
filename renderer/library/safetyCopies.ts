/** Unsaved work that the library has lost, as a full disk or a damaged profile loses it, comes back from its copies outside the library. */
import type { Host, SafetyCopy } from '../../shared/host.ts';
import type { Phrase } from '../../shared/messages/phrase.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import { gapPreview } from './gapPreview.ts';
import type { Library } from './library.ts';
import type { JournalRow } from './records.ts';
import { recoverWorkbook } from './recoverWorkbook.ts';

/** The rows of a copy, as far as they can be read: a line cut off by a crash ends them. */
function rowsOf({ rows, upTo }: SafetyCopy): readonly JournalRow[] {
  const read: JournalRow[] = [];
  for (const row of rows) {
    try {
      const value = JSON.parse(row) as JournalRow;
      if (value.n > upTo) read.push(value);
    } catch {
      break;
    }
  }
  return read;
}

/** Puts what the library does not have into it; the titles of what came back. */
export async function returnSafetyCopies(host: Host, library: Library, program: string): Promise<readonly Phrase[]> {
  const known = await library.ids();
  // A library that cannot be read takes nothing back either; its own failure is told by whoever opens it.
  if (!known.ok) return [];
  const copies = await host.safetyCopies(known.value);
  if (!copies.ok) {
    host.log(`the safety copies could not be read: ${copies.problem.code}`);
    return [];
  }
  const returned: Phrase[] = [];
  for (const copy of copies.value) {
    const record = { id: copy.id, title: { en: '', zh: '' }, text: copy.text, savedText: copy.text, fileName: null, updatedAt: 0, upTo: copy.upTo };
    const found = recoverWorkbook({ record, rows: rowsOf(copy) }, program);
    // A damaged copy stays in its folder, which the menu shows.
    if (!found.ok) continue;
    const { workbook } = found.value;
    const text = serializeWorkbook(workbook);
    const kept = await library.keep({ id: copy.id, title: workbook.title, text, savedText: text, fileName: null, savedAt: null, gap: gapPreview(workbook) });
    if (kept.ok) returned.push(workbook.title);
  }
  return returned;
}
