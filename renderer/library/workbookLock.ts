/** A workbook is open for editing in one window at a time: whoever holds the lock edits, the others read. */
export type WorkbookLock = {
  /** Lets go of the workbook held before and tries to take this one; false when another window edits it. */
  take(id: string): Promise<boolean>;
};

export function createWorkbookLock(locks: LockManager): WorkbookLock {
  let release: () => void = () => undefined;
  return {
    take(id) {
      release();
      release = () => undefined;
      return new Promise((decided) => {
        void locks.request(`lodestone-workbook-${id}`, { ifAvailable: true }, (lock) => {
          decided(lock !== null);
          // Held until another workbook is taken or the window goes away.
          return lock === null ? undefined : new Promise<void>((done) => (release = done));
        });
      });
    },
  };
}
