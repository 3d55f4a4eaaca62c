/** The small square at the corner of the selection: drag it to fill, double-click it to fill to the end of the data. */
import { fillWords } from '../../shared/messages/grid.ts';
import type { FillMode } from '../../shared/fill/trend.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import type { Fill } from './useFill.ts';

type Props = { readonly fill: Fill; readonly language: Language };

const modes: readonly FillMode[] = ['copy', 'linear', 'growth'];

export function FillHandle({ fill, language }: Props) {
  return (
    <>
      <div
        className="fill-handle"
        title={fillWords.handle[language]}
        onMouseDown={(event) => {
          event.stopPropagation();
          event.preventDefault();
          if (event.button !== 0) return;
          // The second press of a double-click is no drag.
          if (event.detail === 2) fill.toEnd();
          else fill.drag(event);
        }}
      />
      {fill.done && !fill.dragged && (
        <div className="fill-modes">
          {modes.map((mode) => (
            <button key={mode} type="button" tabIndex={-1} className={fill.done?.mode === mode ? 'on' : ''} onMouseDown={(event) => {
              event.stopPropagation();
              event.preventDefault();
            }} onClick={() => fill.redo(mode)}>
              {fillWords[mode][language]}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
