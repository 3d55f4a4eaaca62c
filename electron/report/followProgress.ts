/** What a page says of how far it is, asked while it works: it may be too busy to answer, and then it is asked again. */
import { setTimeout as wait } from 'node:timers/promises';

/** How often it is asked, in milliseconds. */
const pause = 250;

/** Resolves and rejects as the work does; `told` hears each greater number once. */
export async function followProgress<T>(work: Promise<T>, ask: () => Promise<unknown>, told: (done: number) => void): Promise<T> {
  let isOver = false;
  const follow = async (): Promise<void> => {
    for (let last = 0; ; ) {
      await wait(pause, undefined, { ref: false });
      if (isOver) return;
      const done = await ask();
      if (isOver || typeof done !== 'number' || done <= last) continue;
      last = done;
      told(done);
    }
  };
  // A page that can no longer be asked has failed, and the work says so itself.
  follow().catch(() => undefined);
  try {
    return await work;
  } finally {
    isOver = true;
  }
}
