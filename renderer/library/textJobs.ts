/** What is done with whole texts. A large one takes a while: a worker does it beside the window, and the window where there is none. */
import type { Result } from '../../shared/result.ts';
import { encodeText } from './encodeText.ts';
import type { LibraryStore } from './libraryStore.ts';
import { digestOf, packText } from './packText.ts';
import { writeCheckpoint, type Checkpoint } from './writeCheckpoint.ts';

/** Every job: what it is told beside its texts, and what comes back. */
export type TextJobs = {
  /** Writes a base text; a second text is the one last saved. */
  readonly checkpoint: { readonly about: Checkpoint; readonly answer: Result<null> };
  /** SHA-256 of the UTF-8 of a text, in hexadecimal. */
  readonly digest: { readonly about: null; readonly answer: string };
  /** The same of the bytes of a file; rejects where it cannot be read. */
  readonly digestFile: { readonly about: Blob; readonly answer: string };
  /** A text as the versions keep it. */
  readonly pack: { readonly about: null; readonly answer: Uint8Array };
};

export type TextJobName = keyof TextJobs;

const jobs: { readonly [Name in TextJobName]: (store: LibraryStore, about: TextJobs[Name]['about'], texts: readonly string[]) => Promise<TextJobs[Name]['answer']> } = {
  checkpoint: (store, checkpoint, [text = '', another = null]) => writeCheckpoint(store, checkpoint, text, another),
  digest: async (_store, _about, [text = '']) => digestOf(await encodeText(text)),
  digestFile: async (_store, file) => digestOf(new Uint8Array(await file.arrayBuffer())),
  pack: async (_store, _about, [text = '']) => packText(await encodeText(text)),
};

export function doTextJob<Name extends TextJobName>(store: LibraryStore, name: Name, about: TextJobs[Name]['about'], texts: readonly string[]): Promise<TextJobs[Name]['answer']> {
  return jobs[name](store, about, texts);
}
