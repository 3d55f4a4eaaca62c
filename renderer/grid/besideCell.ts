/** A place in the window for a small panel: under the cell, over it where there is no room, and never out of the window. */
import type { Box } from './gridGeometry.ts';

export function besideCell(cell: Box, size: { readonly width: number; readonly height: number }): { readonly left: number; readonly top: number } {
  const below = cell.top + cell.height;
  const top = below + size.height <= innerHeight ? below : cell.top - size.height;
  return { left: Math.max(4, Math.min(cell.left, innerWidth - size.width - 4)), top: Math.max(4, Math.min(top, innerHeight - size.height - 4)) };
}
