/** Everything the command line does to the world, as parameters, so that tests run it in their own process. */
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import type { ReportJob, SentJob } from '../../shared/report/reportJob.ts';
import type { Result } from '../../shared/result.ts';

/** A value, or the one sentence that says why there is none. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly sentence: Phrase };

/** `findings` are what is wrong with it, each sentence naming its page; it was printed all the same. */
export type PrintedReport = { readonly content: Uint8Array; readonly pages: number; readonly findings: readonly Phrase[] };

export type CliEffects = {
  /** Of the sentences on standard error, of help and of findings. */
  readonly language: Language;
  /** The absolute path of a file named relative to where the caller stands. */
  resolvePath(name: string): string;
  readTextFile(path: string): Promise<Result<string>>;
  /** Replaces the file whole or leaves it as it was. */
  writeFile(path: string, content: Uint8Array): Promise<Result<null>>;
  /** Makes a folder and those above it; one that is there already is no failure. */
  makeFolder(path: string): Promise<Result<null>>;
  printReport(job: ReportJob): Promise<Answer<PrintedReport>>;
  /** One file of HTML with the pages of all its scenarios; `told` hears how many of them are done. */
  writeReport(job: SentJob, told: (done: number) => void): Promise<Answer<PrintedReport>>;
  writeOutput(text: string): void;
  writeError(text: string): void;
};

/** 0: gave its output; 1: findings, where they were asked to count; 2: could not. */
export type ExitStatus = 0 | 1 | 2;

export function answer<T>(value: T): Answer<T> {
  return { ok: true, value };
}

export function refuse(sentence: Phrase): { readonly ok: false; readonly sentence: Phrase } {
  return { ok: false, sentence };
}
