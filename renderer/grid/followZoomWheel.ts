/** Ctrl and the wheel over a grid make it larger or smaller, and not the whole page. Returns how to stop listening. */

/** Pixels of the wheel that make a step: one notch of a mouse, some way on a touch pad. */
const notch = 60;
const pixels: readonly number[] = [1, 16, 400];

export function followZoomWheel(frame: HTMLElement | null, onStep: (by: 1 | -1) => void): () => void {
  let turned = 0;
  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    turned += event.deltaY * (pixels[event.deltaMode] ?? 1);
    if (Math.abs(turned) < notch) return;
    onStep(turned < 0 ? 1 : -1);
    turned = 0;
  };
  // React's own listener is a passive one and could not keep the browser from zooming the page.
  frame?.addEventListener('wheel', onWheel, { passive: false });
  return () => frame?.removeEventListener('wheel', onWheel);
}
