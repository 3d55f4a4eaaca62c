/** How large grids are drawn, in per cent of their natural size. A preference of the window: it stands in no workbook. */
export const gridZooms = [75, 80, 90, 100, 110, 125, 150, 175, 200] as const;

export type GridZoom = (typeof gridZooms)[number];

export const naturalZoom: GridZoom = 100;

/** The next size up or down; the same one at either end. */
export function nextZoom(zoom: GridZoom, by: 1 | -1): GridZoom {
  return gridZooms[gridZooms.indexOf(zoom) + by] ?? zoom;
}

/** Sizes in whole pixels, so that every row begins on one. */
export type GridSizes = { readonly scale: number; readonly font: number; readonly row: number; readonly head: number };

export function sizesAt(zoom: GridZoom): GridSizes {
  const scale = zoom / 100;
  return { scale, font: Math.round(130 * scale) / 10, row: Math.round(26 * scale), head: Math.round(28 * scale) };
}
