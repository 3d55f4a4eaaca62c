/** Which tabs stand in a row too narrow for all of them: as many as fit beside the button for the rest, and the open one in any case. */

/** Widths in pixels, in the order of the tabs; `more` is that of the button. Positions of the tabs that stand in the row. */
export function fittingTabs(widths: readonly number[], room: number, more: number, open: number): readonly number[] {
  const all = widths.map((_, at) => at);
  const widthOf = (places: readonly number[]): number => places.reduce((sum, at) => sum + (widths[at] ?? 0), 0);
  if (widthOf(all) <= room) return all;
  // The open tab takes the place of those before it that it needs.
  for (let count = all.length - 1; count > 0; count -= 1) {
    const first = all.slice(0, count);
    const shown = first.includes(open) ? first : [...first, open];
    if (widthOf(shown) + more <= room) return shown;
  }
  return [open];
}
