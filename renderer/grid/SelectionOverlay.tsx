/**
 * The selection as rectangles in the grid's own scrolled content: it scrolls and is cut off at the pinned columns like the
 * cells themselves, and no cell is painted again for it. Totals that are held at an edge have their part of it there.
 */
import { createPortal } from 'react-dom';
import type { Box, Pieces } from './gridGeometry.ts';

export type OverlayHosts = { readonly body: HTMLElement; readonly bottom: HTMLElement };

export type OverlayBoxes = {
  readonly ranges: readonly Pieces[];
  readonly active: Pieces | null;
  /** What was copied or cut, until it is pasted or forgotten. */
  readonly copied: readonly Pieces[];
  /** What a fill would cover. */
  readonly filling: Pieces | null;
  /** The width of the labels. */
  readonly pinned: number;
  /** The width of the total that is held at the right edge. */
  readonly right: number;
};

type Props = {
  readonly hosts: OverlayHosts;
  readonly boxes: OverlayBoxes;
  /** The small square at the corner of the last range; null where it does not belong. */
  readonly handle: React.ReactNode;
};

type Part = 'body' | 'right' | 'bottom' | 'corner';

function partOf(pieces: Pieces, part: Part): readonly Box[] {
  return part === 'body' ? [pieces.body] : pieces[part];
}

export function SelectionOverlay({ hosts, boxes, handle }: Props) {
  const { ranges, active, copied, filling, pinned, right } = boxes;
  const [only] = ranges;
  const isSingle = ranges.length === 1 && only !== undefined && active !== null && only.body.width === active.body.width && only.body.height === active.body.height;
  const last = ranges.at(-1);

  const drawn = (part: Part) => {
    const draw = (name: string, pieces: readonly Pieces[]) => pieces.flatMap((one, at) => partOf(one, part).map((box, piece) => <div key={`${name} ${at} ${piece}`} className={name} style={box} />));
    const corner = last?.end === part ? partOf(last, part).at(-1) : undefined;
    return (
      <>
        {draw(isSingle ? 'selection single' : 'selection', ranges)}
        {!isSingle && active && draw('selection-active', [active])}
        {draw('selection-copied', copied)}
        {filling && draw('selection-filling', [filling])}
        {corner && handle !== null && (
          <div className="handle-place" style={{ left: corner.left + corner.width, top: corner.top + corner.height }}>
            {handle}
          </div>
        )}
      </>
    );
  };
  const layer = (main: 'body' | 'bottom', edge: 'right' | 'corner') => (
    <>
      <div className="selection-rows" style={{ width: pinned }}>
        {ranges.flatMap((pieces, at) => partOf(pieces, main).map(({ top, height }, piece) => <div key={`${at} ${piece}`} style={{ top, height }} />))}
      </div>
      {drawn(main)}
      {right > 0 && (
        <div className="selection-right" style={{ width: right }}>
          {drawn(edge)}
        </div>
      )}
    </>
  );
  return (
    <>
      {createPortal(layer('body', 'right'), hosts.body)}
      {createPortal(layer('bottom', 'corner'), hosts.bottom)}
    </>
  );
}
