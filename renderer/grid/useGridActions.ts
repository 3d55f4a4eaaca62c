/** The actions that a grid carries out, put where the application asks for them while the grid is the one in use. */
import { useEffect, useRef } from 'react';
import type { ActionId, GridActionId } from '../../shared/actions.ts';
import type { GridActions } from '../store/gridActions.ts';

export type GridHandlers = Readonly<Record<GridActionId, () => void>>;

export function useGridActions(actions: GridActions, inUse: boolean, handlers: GridHandlers): void {
  const latest = useRef<Readonly<Partial<Record<ActionId, () => void>>>>(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    if (!inUse) return;
    const handler = {
      run(id: ActionId): boolean {
        const act = latest.current[id];
        act?.();
        return act !== undefined;
      },
    };
    actions.set(handler);
    return () => {
      if (actions.get() === handler) actions.set(null);
    };
  }, [actions, inUse]);
}
