/**
 * Totals that stay in view: a total whose place is scrolled away is shown a second time at the edge, as its twin. The place itself
 * never moves, so that copying, pasting, filling and the keyboard know nothing of twins. Pure, so that it is tested without a grid.
 */

/** A row or a column by the pixels it covers. */
export type Line = { readonly id: string; readonly start: number; readonly end: number };
/** The pixels of the scrolled content that are in view. */
export type Stretch = { readonly start: number; readonly end: number };

const prefix = 'twin:';

export function twinId(id: string): string {
  return `${prefix}${id}`;
}

/** The row or column that an id of the grid stands for, whether it is a twin's or its own. */
export function placeId(id: string): string {
  return id.startsWith(prefix) ? id.slice(prefix.length) : id;
}

export function isTwin(id: string): boolean {
  return id.startsWith(prefix);
}

/** Twins leave at least three quarters of the view to what scrolls; where there is less room, no total is held. */
const mostOfView = 0.25;

function lengthOf({ start, end }: Stretch): number {
  return end - start;
}

/**
 * The year total at the right edge: the one that closes the months in view, until it stands there itself. Null where everything
 * is in view or where it would take too much of it. `content` is the width of all that scrolls.
 */
export function columnTwin(totals: readonly Line[], content: number, view: Stretch): string | null {
  if (content <= lengthOf(view)) return null;
  const total = totals.find((one) => one.end > view.end - lengthOf(one));
  if (!total || total.end <= view.end || lengthOf(total) > lengthOf(view) * mostOfView) return null;
  return total.id;
}

/** The total rows at the lower edge: those that are out of view, in their order, as many as there is room for. */
export function rowTwins(totals: readonly Line[], content: number, view: Stretch): readonly string[] {
  if (content <= lengthOf(view)) return [];
  const held = new Set<string>();
  let height = 0;
  let before = -1;
  // A twin covers the last rows in view, and with them a total that stood there.
  while (before !== held.size) {
    before = held.size;
    for (const total of totals) {
      const inView = total.start >= view.start && total.end <= view.end - height;
      if (inView || held.has(total.id) || height + lengthOf(total) > lengthOf(view) * mostOfView) continue;
      held.add(total.id);
      height += lengthOf(total);
    }
  }
  return totals.filter(({ id }) => held.has(id)).map(({ id }) => id);
}
