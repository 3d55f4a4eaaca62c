/** What the window and the worker of the texts say to each other. */
import type { TextJobName } from '../library/textJobs.ts';

export type TextRequest =
  /** A piece of one of the texts of a job, in its order; all of them come before the job. */
  | { readonly id: number; readonly at: number; readonly piece: string }
  /** What `about` is follows from the name, see TextJobs. */
  | { readonly id: number; readonly name: TextJobName; readonly about: unknown };

/** What `answer` is follows from the job; `error` is what it was rejected with. */
export type TextReply = { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly error: unknown };
