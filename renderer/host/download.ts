/** Hands a file to the browser's own downloads. */
import type { TextPieces } from '../../shared/file/textPieces.ts';

const patienceMs = 60_000;

export function download(name: string, text: TextPieces, type = 'application/json'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([...text], { type }));
  link.download = name;
  link.click();
  // Some browsers begin to read only when this task is over.
  setTimeout(() => URL.revokeObjectURL(link.href), patienceMs);
}
