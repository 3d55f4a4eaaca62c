/** Works out the bridges that a preview waits for, one after the other beside the window, and counts those that came. */
import { useEffect } from 'react';
import type { BridgeJob } from '../../shared/analysis/bridgeJob.ts';
import { withoutReport } from '../../shared/model/withoutReport.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { keepBridge } from '../../shared/report/reportBridges.ts';
import { fail } from '../../shared/result.ts';
import { useBridge } from '../views/compare/useBridge.ts';

export type AwaitedBridges = {
  /** How much of the one under way is done, 0 to 1; null while none is. */
  readonly working: number | null;
  /** Leaves the pages without those that are still to come. */
  cancel(): void;
};

/** `onCome` is called when what was awaited is known. */
export function useAwaitedBridges(workbook: Workbook, awaited: readonly BridgeJob[], onCome: () => void): AwaitedBridges {
  const inputs = withoutReport(workbook);
  const { state, working, cancel } = useBridge(inputs, awaited[0] ?? null);
  const key = JSON.stringify(awaited);
  useEffect(() => {
    const jobs = JSON.parse(key) as readonly BridgeJob[];
    // What came for another workbook, or for a job that nobody waits for any more, says nothing here.
    if (jobs.length === 0 || state?.workbook !== inputs) return;
    if (state.kind === 'cancelled') for (const job of jobs) keepBridge(inputs, job, fail('bridge-stopped'));
    else if (JSON.stringify(state.job) === JSON.stringify(jobs[0])) keepBridge(inputs, state.job, state.result);
    else return;
    onCome();
  }, [state, key, inputs, onCome]);
  return { working, cancel };
}
