/** A workbook file dropped anywhere on the window is opened; dragged text goes where it always went. */
import type { Host, OpenedFile } from '../../shared/host.ts';
import type { Problem } from '../../shared/result.ts';

type Window = {
  openGiven(file: OpenedFile): Promise<void>;
  tell(problem: Problem): void;
};

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Returns the end of it. */
export function followDrops(target: EventTarget, host: Host, window: Window): () => void {
  const open = async (file: File): Promise<void> => {
    const opened = await host.openDropped(file);
    if (opened.ok) await window.openGiven(opened.value);
    else window.tell(opened.problem);
  };
  const onOver = (event: Event): void => {
    // Without this the browser would leave the workbench and show the file.
    if (carriesFiles(event as DragEvent)) event.preventDefault();
  };
  const onDrop = (event: Event): void => {
    const drop = event as DragEvent;
    if (!carriesFiles(drop)) return;
    event.preventDefault();
    const [file] = drop.dataTransfer?.files ?? [];
    if (file) void open(file);
  };
  target.addEventListener('dragover', onOver);
  target.addEventListener('drop', onDrop);
  return () => {
    target.removeEventListener('dragover', onOver);
    target.removeEventListener('drop', onDrop);
  };
}
