/** Names and places that come from a title or a dialog, made fit for the disk. */
import { extname } from 'node:path';

// What no file system takes, what would make a name into a path, and what cannot be read.
const unfit = /[\\/:*?"<>|\p{Cc}]+/gu;

/** A suggested name without folders. */
export function safeFileName(name: string): string {
  return name.replace(unfit, '-').replace(/^\.+/, '').trim() || 'workbook';
}

/**
 * The path to write to: with the extension where the user typed none. Where that other file exists already it is left
 * alone, because the dialog has not asked about overwriting it.
 */
export async function withExtension(path: string, extension: string, exists: (path: string) => Promise<boolean>): Promise<string> {
  if (extname(path).toLowerCase() === extension) return path;
  const named = `${path}${extension}`;
  return (await exists(named)) ? path : named;
}
