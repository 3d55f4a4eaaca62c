/** The program's log: lines with their time, in a file that starts anew when it has grown; the one before is kept. */
import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './errorCode.ts';

export type LogFile = {
  write(line: string): void;
  /** Resolves when everything written so far is in the file. */
  flush(): Promise<void>;
};

const defaultMaxBytes = 1024 * 1024;
const maxLineLength = 4000;

type LogEffects = { now(): Date; report(sentence: string): void; readonly maxBytes?: number };

/** `report` hears, once, that the log itself cannot be written. */
export function createLogFile(path: string, { now, report, maxBytes = defaultMaxBytes }: LogEffects): LogFile {
  let writing: Promise<void> = Promise.resolve();
  let reported = false;
  const append = async (line: string): Promise<void> => {
    try {
      await mkdir(dirname(path), { recursive: true });
      if ((await sizeOf(path)) >= maxBytes) await rename(path, `${path}.1`);
      await appendFile(path, line);
    } catch (error) {
      if (!reported) report(`The log ${path} cannot be written (${errorCode(error)}).`);
      reported = true;
    }
  };
  return {
    write(line) {
      const text = `${now().toISOString()} ${line.replaceAll(/\s*[\r\n]+\s*/g, ' | ').slice(0, maxLineLength)}\n`;
      writing = writing.then(() => append(text));
    },
    flush: () => writing,
  };
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 0;
    throw error;
  }
}
