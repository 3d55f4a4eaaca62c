/**
 * The selection as rectangles in the grid's own scrolled content: it scrolls and is cut off at the pinned columns like the
 * cells themselves, and no cell is painted again for it.
 */
import { createPortal } from 'react-dom';
import type { Box } from './gridGeometry.ts';

export type OverlayBoxes = {
  readonly ranges: readonly Box[];
  readonly active: Box | null;
  /** What was copied or cut, until it is pasted or forgotten. */
  readonly copied: readonly Box[];
  /** What a fill would cover. */
  readonly filling: Box | null;
  readonly pinned: number;
};

type Props = {
  readonly host: HTMLElement;
  readonly boxes: OverlayBoxes;
  /** The small square at the corner of the last range; null where it does not belong. */
  readonly handle: React.ReactNode;
};

export function SelectionOverlay({ host, boxes, handle }: Props) {
  const { ranges, active, copied, filling, pinned } = boxes;
  const [only] = ranges;
  const isSingle = ranges.length === 1 && only !== undefined && active !== null && only.width === active.width && only.height === active.height;
  const last = ranges.at(-1);
  return createPortal(
    <>
      <div className="selection-rows" style={{ width: pinned }}>
        {ranges.map(({ top, height }, at) => (
          <div key={at} style={{ top, height }} />
        ))}
      </div>
      {ranges.map((box, at) => (
        <div key={at} className={isSingle ? 'selection single' : 'selection'} style={box} />
      ))}
      {!isSingle && active && <div className="selection-active" style={active} />}
      {copied.map((box, at) => (
        <div key={at} className="selection-copied" style={box} />
      ))}
      {filling && <div className="selection-filling" style={filling} />}
      {last && handle !== null && (
        <div className="handle-place" style={{ left: last.left + last.width, top: last.top + last.height }}>
          {handle}
        </div>
      )}
    </>,
    host,
  );
}
