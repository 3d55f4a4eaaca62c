/**
 * Which workbooks are open for editing, written down where it is written at once: a mark that is still there although no window
 * holds the workbook's lock means that the window ended without being closed.
 */
export type OpenMarks = {
  set(id: string): void;
  clear(id: string): void;
  has(id: string): boolean;
};

const prefix = 'lodestone.editing.';

export function createOpenMarks(storage: Storage): OpenMarks {
  return {
    set(id) {
      try {
        storage.setItem(prefix + id, '1');
      } catch {
        // A full store refuses the mark: then a crash is not noticed as one, and the work comes back all the same.
      }
    },
    clear: (id) => storage.removeItem(prefix + id),
    has: (id) => storage.getItem(prefix + id) !== null,
  };
}
