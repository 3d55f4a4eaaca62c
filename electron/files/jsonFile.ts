/** A small file of the program's own (window place, recent files): a comfort, so one that cannot be read begins anew. */
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import type { Result } from '../../shared/result.ts';
import { errorCode } from './errorCode.ts';
import { writeAtomically } from './writeAtomically.ts';

export type JsonFile<T> = {
  load(): Promise<T>;
  /** One write at a time, in the order asked for. */
  store(value: T): Promise<Result<null>>;
};

export function createJsonFile<T>(path: string, schema: z.ZodType<T>, initial: T, log: (line: string) => void): JsonFile<T> {
  let writing: Promise<unknown> = Promise.resolve();
  const write = async (value: T): Promise<Result<null>> => {
    // What cannot be made is reported by the write that follows.
    await mkdir(dirname(path), { recursive: true }).catch(() => undefined);
    const written = await writeAtomically(path, new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`));
    if (!written.ok) log(`${path} was not written: ${JSON.stringify(written.problem.values)}`);
    return written;
  };
  return {
    async load() {
      await writing;
      try {
        return schema.parse(JSON.parse(await readFile(path, 'utf8')));
      } catch (error) {
        if (errorCode(error) !== 'ENOENT') log(`${path} was not readable and begins anew: ${errorCode(error)}`);
        return initial;
      }
    },
    store(value) {
      const turn = writing.then(() => write(value));
      writing = turn;
      return turn;
    },
  };
}
