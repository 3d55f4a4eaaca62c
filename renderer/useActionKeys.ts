/** The keys of the actions, listened to once for the whole window. */
import { useEffect, useRef } from 'react';
import { actionOfKey, specOf, type ActionId } from '../shared/actions.ts';
import { keyName, reloadKeys } from '../shared/keys.ts';
import { keyPlatform } from './host/keyPlatform.ts';

type Parts = {
  act(id: ActionId): void;
  /** True where loading the page again would cost the user something. */
  holdsWork(): boolean;
  onHeldReload(): void;
};

/** A cell or a field that holds what is not yet in the workbook has an undo of its own. */
function hasOwnUndo(target: EventTarget | null): boolean {
  return (target instanceof HTMLTextAreaElement && (target.classList.contains('on') || target.dataset.editing === 'true')) || (target instanceof HTMLInputElement && target.dataset.editing === 'true');
}

function isInGrid(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.grid') !== null;
}

export function useActionKeys(parts: Parts): void {
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // What an input method is composing, and what a grid or a list has taken for itself, is no action.
      if (event.isComposing || event.defaultPrevented) return;
      const name = keyName(event, keyPlatform);
      const id = actionOfKey(name);
      if (id !== null && (specOf(id).where !== 'grid' || isInGrid(event.target))) {
        if ((id === 'undo' || id === 'redo') && hasOwnUndo(event.target)) return;
        event.preventDefault();
        latest.current.act(id);
      } else if (reloadKeys.has(name) && latest.current.holdsWork()) {
        event.preventDefault();
        latest.current.onHeldReload();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
