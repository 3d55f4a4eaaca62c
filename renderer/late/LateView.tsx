/** Shows a part that is loaded late, in a boundary of its own. */
import { useLayoutEffect, type ReactNode } from 'react';
import type { Language } from '../../shared/messages/phrase.ts';
import { useStore } from '../store/store.ts';
import type { LatePart } from './latePart.ts';
import { ViewBoundary, type BoundaryPlace } from './ViewBoundary.tsx';

type PartProps<P> = { readonly part: LatePart<P>; readonly props: P; readonly waiting?: ReactNode };

function Part<P extends object>({ part, props, waiting = null }: PartProps<P>) {
  const state = useStore(part.state);
  useLayoutEffect(() => {
    void part.load();
  }, [part]);
  if (state.kind === 'waiting') return waiting;
  if (state.kind === 'failed') throw state.error;
  const { View } = state;
  return <View {...props} />;
}

type Props<P> = PartProps<P> & {
  readonly language: Language;
  readonly place: BoundaryPlace;
  /** What the part shows: another one of it is tried again after an error. */
  readonly shows?: unknown;
  onClose?(): void;
};

export function LateView<P extends object>({ part, props, waiting, ...boundary }: Props<P>) {
  return (
    <ViewBoundary {...boundary}>
      <Part part={part} props={props} waiting={waiting} />
    </ViewBoundary>
  );
}
