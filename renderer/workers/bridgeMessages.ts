/** What the window and the worker of bridges say to each other. */
import type { Bridge } from '../../shared/analysis/bridge.ts';
import type { BridgeJob } from '../../shared/analysis/bridgeJob.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import type { Result } from '../../shared/result.ts';

export type BridgeRequest = { readonly id: number; readonly workbook: Workbook; readonly job: BridgeJob };

export type BridgeReply =
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly id: number; readonly kind: 'result'; readonly result: Result<Bridge> };
