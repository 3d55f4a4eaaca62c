/** A workbook is open for editing in one window at a time: whoever holds the lock edits, the others read. */
export type WorkbookLock = {
  /** Lets go of the workbook held before and tries to take this one; false when another window edits it. */
  take(id: string): Promise<boolean>;
  /** Whether some window edits this workbook. */
  isHeld(id: string): Promise<boolean>;
};

const lockName = (id: string): string => `lodestone-workbook-${id}`;

export function createWorkbookLock(locks: LockManager): WorkbookLock {
  let release: () => void = () => undefined;
  return {
    take(id) {
      release();
      release = () => undefined;
      return new Promise((decided) => {
        void locks.request(lockName(id), { ifAvailable: true }, (lock) => {
          decided(lock !== null);
          // Held until another workbook is taken or the window goes away.
          return lock === null ? undefined : new Promise<void>((done) => (release = done));
        });
      });
    },
    async isHeld(id) {
      const { held = [] } = await locks.query();
      return held.some(({ name }) => name === lockName(id));
    },
  };
}
