/** The workbook files that a start of the program names: on its command line, by a double click, by a file manager's URL. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export type LaunchWords = {
  readonly argv: readonly string[];
  /** A packaged program is its own first word; an unpacked one stands first behind the runtime, switches left out. */
  readonly packaged: boolean;
  readonly workingFolder: string;
};

/** Absolute paths, in the order named. Switches are the runtime's own; a URL that is no file of this computer is left out. */
export function launchFiles({ argv, packaged, workingFolder }: LaunchWords): readonly string[] {
  return argv
    .slice(1)
    .filter((word) => word !== '' && !word.startsWith('-'))
    .slice(packaged ? 0 : 1)
    .map((word) => (word.startsWith('file:') ? pathOfUrl(word) : resolve(workingFolder, word)))
    .filter((path) => path !== null);
}

function pathOfUrl(url: string): string | null {
  try {
    return fileURLToPath(url);
  } catch {
    // A URL with a foreign host or bad escapes names no file here.
    return null;
  }
}
