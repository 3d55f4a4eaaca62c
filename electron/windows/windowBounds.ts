/** Where a window stands: as it was left, but always where a screen can show it. */
import { z } from 'zod';

export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const pixel = z.number().int();
export const boundsSchema = z.object({ x: pixel, y: pixel, width: pixel.positive(), height: pixel.positive(), maximized: z.boolean() }).nullable();
/** Null before the first window was ever closed. */
export type StoredBounds = z.infer<typeof boundsSchema>;

/** The smallest window in which nothing is cut off. */
export const smallestWindow = { width: 1024, height: 640 };
export const usualWindow = { width: 1440, height: 900 };

/** How much of the window must lie on one screen for it to be found and moved with the pointer. */
const grip = { width: 120, height: 40 };

/** The bounds to open with; `screens` are the free areas of the screens that are there now, the main one first. Without screens as stored. */
export function fitOnScreen(stored: Rectangle | null, screens: readonly Rectangle[]): Rectangle {
  const [main] = screens;
  if (main === undefined) return stored ?? { x: 0, y: 0, ...usualWindow };
  if (stored === null) return centred(main);
  // The title bar is at the top: that part decides on which screen the window can be grasped.
  const bar = { ...stored, height: grip.height };
  const screen = screens.find((area) => overlap(bar, area).width >= grip.width && overlap(bar, area).height >= grip.height);
  return screen === undefined ? centred(main, stored) : within(stored, screen);
}

function centred(area: Rectangle, size: { readonly width: number; readonly height: number } = usualWindow): Rectangle {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  return { x: area.x + Math.round((area.width - width) / 2), y: area.y + Math.round((area.height - height) / 2), width, height };
}

/** No larger than the screen, and no further out than leaves the grip. */
function within(bounds: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(bounds.width, area.width);
  const height = Math.min(bounds.height, area.height);
  const x = Math.min(Math.max(bounds.x, area.x - width + grip.width), area.x + area.width - grip.width);
  return { x, y: Math.min(Math.max(bounds.y, area.y), area.y + area.height - grip.height), width, height };
}

function overlap(a: Rectangle, b: Rectangle): { readonly width: number; readonly height: number } {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  };
}
