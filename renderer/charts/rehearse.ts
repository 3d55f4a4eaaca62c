/**
 * The first edits of a window would be the slowest, because the browser prepares code only as it is run: what draws a chart anew
 * is run a few times before anybody edits, while nothing else is to be done. The picture stays the same.
 */
const times = 4;
/** Whoever begins to work at once is not kept waiting, in ms. */
const pause = 250;
/** Less than this until the next frame is not worth beginning, in ms. */
const needed = 8;

/** Calls `draw` in idle time; the result ends it. */
export function rehearse(draw: () => void): () => void {
  let left = times;
  let handle = 0;
  const step = (deadline: IdleDeadline): void => {
    if (deadline.timeRemaining() >= needed) {
      draw();
      left -= 1;
    }
    if (left > 0) handle = requestIdleCallback(step);
  };
  const timer = setTimeout(() => (handle = requestIdleCallback(step)), pause);
  return () => {
    clearTimeout(timer);
    cancelIdleCallback(handle);
  };
}
