/** Which file each workbook of the library belongs to, as a path on this computer, so that Save goes on there after a restart. */
import { z } from 'zod';
import type { Result } from '../../shared/result.ts';
import type { JsonFile } from './jsonFile.ts';

export type RememberedPath = { readonly path: string; readonly fingerprint: string };

export const rememberedSchema = z.array(z.strictObject({ id: z.string(), path: z.string(), fingerprint: z.string() }));

export type RememberedFiles = {
  remember(id: string, file: RememberedPath): Promise<Result<null>>;
  recall(id: string): Promise<RememberedPath | null>;
};

/** Workbooks that were not touched for this many others have to be told their place again. */
const limit = 500;

export function createRememberedFiles(file: JsonFile<z.infer<typeof rememberedSchema>>): RememberedFiles {
  let writing: Promise<unknown> = Promise.resolve();
  return {
    remember(id, { path, fingerprint }) {
      const turn = writing.then(async () => {
        const others = (await file.load()).filter((one) => one.id !== id);
        return file.store([{ id, path, fingerprint }, ...others].slice(0, limit));
      });
      writing = turn;
      return turn;
    },
    async recall(id) {
      await writing;
      return (await file.load()).find((one) => one.id === id) ?? null;
    },
  };
}
