/**
 * Where the bars, lines and bands of a chart over months stand, by the rules of ECharts' own bars and lines. All of them are
 * drawn at once from these, because ECharts makes everything ready for each of its series anew with every edit.
 */

/** Missing is null. */
export type Values = readonly (number | null)[];

/** A band reaches from `under` (null: from the ground) to `over`, which is the line's own height where nothing is stacked. */
export type Heights = { readonly over: Values; readonly under: Values | null };

type Stacked = { readonly stack?: string; readonly values: Values };

/** What a value stands on: the nearest one below it in its stack that has the same sign. */
function below(column: readonly (number | null)[], value: number): number | null {
  for (let at = column.length - 1; at >= 0; at -= 1) {
    const under = column[at] ?? null;
    if (under !== null && (value >= 0 ? under > 0 : under < 0)) return under;
  }
  return null;
}

/** The heights of lines in their order, those of one stack upon each other. A missing value is a hole in its band and nothing to stand on. */
export function stackHeights(lines: readonly Stacked[]): readonly Heights[] {
  const stacks = new Map<string, (number | null)[][]>();
  return lines.map(({ stack, values }) => {
    if (stack === undefined) return { over: values, under: null };
    const columns = stacks.get(stack) ?? values.map(() => []);
    stacks.set(stack, columns);
    const under: (number | null)[] = [];
    const over = values.map((value, at) => {
      const column = columns[at] ?? [];
      const ground = value === null ? null : below(column, value);
      const sum = value === null ? null : value + (ground ?? 0);
      under.push(ground);
      column.push(sum);
      return sum;
    });
    return { over, under };
  });
}

/** The lowest and the highest of all values; null where there is none. */
export function reachOf(lists: readonly Values[]): readonly [number, number] | null {
  let least = Infinity;
  let most = -Infinity;
  for (const list of lists) {
    for (const value of list) {
      if (value === null) continue;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  return least > most ? null : [least, most];
}

/** Coordinates in px one after another, x before y. A missing point is NaN and never leaves the drawing. */
export type Points = readonly number[];

/** Goes from point to point in the middle between them, as a line of steps does. */
export function inSteps(points: Points): Points {
  const steps: number[] = [];
  for (let at = 0; at + 3 < points.length; at += 2) {
    const [x = NaN, y = NaN, nextX = NaN, nextY = NaN] = points.slice(at, at + 4);
    const middle = (x + nextX) / 2;
    steps.push(x, y, middle, y, middle, nextY);
  }
  return [...steps, ...points.slice(-2)];
}

/** Whoever draws a path. */
export type Pen = { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void; closePath(): void };

/** Nearer than this, squared and in px, a point is not told from the one before. */
const tiny = 0.5;

/** Draws along the points from `start` on until one is missing or `end` is reached; the result is where it stopped. */
function follow(pen: Pen, points: Points, start: number, end: number, by: 1 | -1): number {
  let [lastX, lastY] = [NaN, NaN];
  let at = start;
  for (; at !== end; at += by) {
    const x = points[at * 2] ?? NaN;
    const y = points[at * 2 + 1] ?? NaN;
    if (Number.isNaN(x) || Number.isNaN(y)) break;
    if (at === start) {
      if (by > 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    } else if ((x - lastX) ** 2 + (y - lastY) ** 2 < tiny) continue;
    else pen.lineTo(x, y);
    [lastX, lastY] = [x, y];
  }
  return at;
}

/** A line through the points, broken where one is missing. */
export function drawLine(pen: Pen, points: Points): void {
  const count = points.length / 2;
  for (let at = 0; at < count; ) at = follow(pen, points, at, count, 1) + 1;
}

/** The ground between two lines, closed where a point of the upper one is missing. */
export function drawBand(pen: Pen, over: Points, under: Points): void {
  const count = over.length / 2;
  for (let at = 0; at < count; ) {
    const end = follow(pen, over, at, count, 1);
    if (end > at) {
      follow(pen, under, end - 1, at - 1, -1);
      pen.closePath();
    }
    at = end + 1;
  }
}

export type Bar = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The box of a bar from the ground to its value, drawn inwards by half of its outline so that the outline stays within. */
export function barBox(x: number, width: number, ground: number, top: number, outline: number): Bar {
  const height = top - ground;
  const line = Math.min(outline, Math.abs(width), Math.abs(height));
  const down = height > 0 ? 1 : -1;
  return { x: x + line / 2, y: ground + (down * line) / 2, width: width - line, height: height - down * line };
}
