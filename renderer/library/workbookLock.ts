/** A workbook is open for editing in one window at a time: whoever holds the lock edits, the others read. */
export async function holdWorkbook(locks: LockManager): Promise<boolean> {
  return new Promise((decided) => {
    void locks.request('lodestone-workbook', { ifAvailable: true }, (lock) => {
      decided(lock !== null);
      // Held until the window goes away.
      return lock === null ? undefined : new Promise<never>(() => undefined);
    });
  });
}
