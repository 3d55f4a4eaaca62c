/**
 * The last edits of a window that is being closed. A page that goes away cannot wait for the library, whose writes take their time:
 * what it has not written yet is put down where it is written at once, and brought into the library at the next start.
 */
import { ok, type Result } from '../../shared/result.ts';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { gapPreview } from './gapPreview.ts';
import type { Library } from './library.ts';

export type LastDrafts = {
  /** `at` is milliseconds since 1970. */
  leave(id: string, text: string, at: number): void;
  /** Brings what was left into the library; what the library has in a later state stays as it is. */
  collect(library: Library): Promise<Result<null>>;
};

const prefix = 'lodestone.leaving.';

export function createLastDrafts(storage: Storage): LastDrafts {
  const keys = (): readonly string[] => Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '').filter((key) => key.startsWith(prefix));
  return {
    leave(id, text, at) {
      try {
        storage.setItem(prefix + id, `${String(at)}\n${text}`);
      } catch {
        // A workbook too large for this place has the library's own write, which the browser finishes as a rule.
      }
    },
    async collect(library) {
      for (const key of keys()) {
        const left = storage.getItem(key) ?? '';
        const end = left.indexOf('\n');
        const text = left.slice(end + 1);
        const record = await library.load(key.slice(prefix.length));
        if (!record.ok) return record;
        const parsed = parseWorkbook(text);
        // Written meanwhile, by the window itself or by another one that went on with it.
        const writtenAt = Math.max(record.value?.record.updatedAt ?? 0, record.value?.rows.at(-1)?.at ?? 0);
        const isLater = record.value !== null && writtenAt <= Number(left.slice(0, end)) && record.value.record.text !== text;
        if (record.value !== null && isLater && parsed.ok) {
          const { updatedAt: _updatedAt, ...rest } = record.value.record;
          const kept = await library.keep({ ...rest, text, title: parsed.value.title, gap: gapPreview(parsed.value) });
          if (!kept.ok) return kept;
        }
        storage.removeItem(key);
      }
      return ok(null);
    },
  };
}
