/** What the window and the worker of the journal say to each other. */
import type { Result } from '../../shared/result.ts';
import type { Checkpoint } from '../library/writeCheckpoint.ts';

export type JournalRequest = { readonly id: number; readonly checkpoint: Checkpoint };
export type JournalReply = { readonly id: number; readonly result: Result<null> };
