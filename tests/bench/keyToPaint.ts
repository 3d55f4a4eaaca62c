/** From a key to the screen: the time at which the system saw the key, so that waiting for the main thread counts, to the task after the frame. */
import type { Page } from 'playwright';

type Watch = { readonly key: string; readonly part: string; readonly attributes: boolean };

/** Sets the watch; the promise kept on the window gives the time in ms once a part of the window has changed and been painted. */
function watch({ key, part, attributes }: Watch): void {
  const painted = new Promise<number>((resolve) => {
    let pressed = 0;
    const watcher = new MutationObserver(() => {
      if (pressed === 0) return;
      watcher.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed), 0));
    });
    const watched = document.querySelector(part);
    if (watched) watcher.observe(watched, { subtree: true, childList: true, characterData: true, attributes });
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== key) return;
      window.removeEventListener('keydown', onKey, true);
      pressed = event.timeStamp;
    };
    window.addEventListener('keydown', onKey, true);
  });
  Object.assign(window, { painted });
}

/**
 * Milliseconds from a key, as Playwright names it, to the paint after a part of the window changed. Attributes count where the
 * change is in them, as it is in a drawing.
 */
export async function keyToPaint(page: Page, keys: string, part: string, attributes = false): Promise<number> {
  await page.evaluate(watch, { key: keys.split('+').at(-1) ?? keys, part, attributes });
  await page.keyboard.press(keys);
  return page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted);
}
