/**
 * The bridges that a report shows. One takes many balances, so each is worked out once for a workbook and remembered with it; whoever
 * makes pages where somebody waits for the window lets them be awaited, works them out elsewhere and keeps them here.
 */
import type { Bridge } from '../analysis/bridge.ts';
import { runBridgeJob, type BridgeJob } from '../analysis/bridgeJob.ts';
import type { Workbook } from '../model/workbook.ts';
import type { Result } from '../result.ts';

const known = new WeakMap<Workbook, Map<string, Result<Bridge>>>();

/** Null where it was not worked out yet. */
export function knownBridge(workbook: Workbook, job: BridgeJob): Result<Bridge> | null {
  return known.get(workbook)?.get(JSON.stringify(job)) ?? null;
}

export function keepBridge(workbook: Workbook, job: BridgeJob, bridge: Result<Bridge>): void {
  const bridges = known.get(workbook) ?? new Map<string, Result<Bridge>>();
  known.set(workbook, bridges.set(JSON.stringify(job), bridge));
}

export type BridgeContext = {
  readonly workbook: Workbook;
  /** Takes the bridges that are to come; where it is null they are worked out at once. */
  readonly awaited: BridgeJob[] | null;
};

/** The bridge of a job; null where it is awaited. */
export function reportBridge({ workbook, awaited }: BridgeContext, job: BridgeJob): Result<Bridge> | null {
  const found = knownBridge(workbook, job);
  if (found) return found;
  if (awaited) {
    awaited.push(job);
    return null;
  }
  const made = runBridgeJob(workbook, job);
  keepBridge(workbook, job, made);
  return made;
}
