/** The size of the grids in the status bar: smaller, what it is, larger. */
import { actions, specOf, type ActionId } from '../../shared/actions.ts';
import { gridZooms, naturalZoom, type GridZoom } from '../../shared/grid/zoom.ts';
import { keyText } from '../../shared/keys.ts';
import { zoomText } from '../../shared/messages/grid.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { keyPlatform } from '../host/keyPlatform.ts';

type Props = { readonly zoom: GridZoom; readonly language: Language; onAction(id: ActionId): void };

export function ZoomControl({ zoom, language, onAction }: Props) {
  const button = (id: 'zoomOut' | 'zoomReset' | 'zoomIn', sign: string, isDone: boolean) => {
    const label = actions[id].label[language];
    return (
      <button type="button" aria-label={id === 'zoomReset' ? zoomText(zoom)[language] : label} title={`${label} (${keyText(specOf(id).keys?.[0] ?? '', keyPlatform)})`} aria-disabled={isDone} onClick={() => onAction(id)}>
        {sign}
      </button>
    );
  };
  return (
    <span className="zoom">
      {button('zoomOut', '−', zoom === gridZooms[0])}
      {button('zoomReset', `${zoom}%`, zoom === naturalZoom)}
      {button('zoomIn', '+', zoom === gridZooms.at(-1))}
    </span>
  );
}
