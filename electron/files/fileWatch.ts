/**
 * Tells when something happens to the file a window has open. The folder is watched, not the file: a program that saves by renaming
 * puts another file in its place, and a watch on the old one would hear no more. What changed is for the window to find out by the
 * content, so that its own saves need no exception.
 */
import { watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';
import { errorCode } from './errorCode.ts';

export type FileWatch = {
  /** Watches this file from now on, instead of the one before. */
  follow(path: string): void;
  end(): void;
};

/** A save by another program is several events. */
const pauseMs = 250;

/** A folder that cannot be watched (a network drive) is not: the window looks again whenever it comes to the front. */
export function createFileWatch(touched: () => void, log: (line: string) => void, startWatch: typeof watch = watch): FileWatch {
  let watcher: FSWatcher | null = null;
  let watched: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const end = (): void => {
    watcher?.close();
    if (timer !== null) clearTimeout(timer);
    watcher = null;
    watched = null;
    timer = null;
  };
  const soon = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(touched, pauseMs);
  };
  return {
    follow(path) {
      if (path === watched) return;
      end();
      try {
        watcher = startWatch(dirname(path), { persistent: false }, (_event, name) => {
          // Where the system names no file, it may be this one.
          if (name === null || name === basename(path)) soon();
        });
        watcher.on('error', (error) => {
          log(`the folder of ${basename(path)} is watched no more: ${errorCode(error)}`);
          end();
        });
        watched = path;
      } catch (error) {
        log(`the folder of ${basename(path)} cannot be watched: ${errorCode(error)}`);
      }
    },
    end,
  };
}
