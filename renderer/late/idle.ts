/** Resolves when nothing else is to be done, or after so many ms at the latest. */
export function idle(timeout: number): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout }));
}
