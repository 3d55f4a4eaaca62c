/** A dialog over the window, open while it is shown. However it is left, it is gone within the same key or press. */
import { useEffect, useLayoutEffect, useRef, type RefObject, type SyntheticEvent } from 'react';

type Modal = {
  readonly ref: RefObject<HTMLDialogElement | null>;
  /** What the `<dialog>` is to be given. */
  readonly props: { onCancel(event: SyntheticEvent): void; onClose(): void };
  /** Closes it, and gives the focus back to where it was before. */
  leave(): void;
};

export function useModal(onClose: () => void): Modal {
  const ref = useRef<HTMLDialogElement>(null);
  const opener = useRef<Element | null>(null);
  // Closed before it is taken away, so that the focus goes back to where it was.
  useLayoutEffect(() => {
    const element = ref.current;
    opener.current = document.activeElement;
    element?.showModal();
    return () => element?.close();
  }, []);
  useEffect(
    () => () => {
      // Chromium gives the focus back but leaves the caret in the field that goes away, so that typing would go nowhere.
      const back = opener.current;
      if (!(back instanceof HTMLElement) || !back.isConnected || (document.activeElement !== back && document.activeElement !== document.body)) return;
      back.blur();
      back.focus({ preventScroll: true });
    },
    [],
  );
  const leave = (): void => {
    ref.current?.close();
    onClose();
  };
  // The browser tells of a closing later, when the next key may already have been pressed; of Escape it tells at once.
  const onCancel = ({ target, currentTarget }: SyntheticEvent): void => {
    if (target === currentTarget) leave();
  };
  return { ref, props: { onCancel, onClose }, leave };
}
