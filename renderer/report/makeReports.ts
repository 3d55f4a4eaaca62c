/** The reports of a scenario, made page by page: between two of them the window goes on. */
import type { Bridge } from '../../shared/analysis/bridge.ts';
import type { BridgeJob } from '../../shared/analysis/bridgeJob.ts';
import { pagesOf } from '../../shared/model/reportSettings.ts';
import { withoutReport } from '../../shared/model/withoutReport.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import type { Report } from '../../shared/report/buildReport.ts';
import { buildReports, type ReportsOptions } from '../../shared/report/buildReports.ts';
import { keepBridge } from '../../shared/report/reportBridges.ts';
import type { Result } from '../../shared/result.ts';
import type { BridgeReply, BridgeRequest } from '../workers/bridgeMessages.ts';

/** Lets the window paint and take keys. */
function rest(): Promise<void> {
  return new Promise((resume) => setTimeout(resume));
}

/** Rejects where no worker can be had. */
function workOut(workbook: Workbook, job: BridgeJob): Promise<Result<Bridge>> {
  const worker = new Worker(new URL('../workers/bridge.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Result<Bridge>>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<BridgeReply>) => {
      if (data.kind === 'result') resolve(data.result);
    });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage({ id: 1, workbook, job } satisfies BridgeRequest);
  }).finally(() => worker.terminate());
}

/** With `isShared` somebody else is served by this thread, and bridges are worked out beside it. Fails as buildReports does. */
export async function makeReports(workbook: Workbook, scenario: ScenarioId, options: ReportsOptions, isShared: boolean): Promise<Result<readonly Report[]>> {
  if (!isShared) return buildReports(workbook, scenario, options);
  const count = pagesOf(workbook.report).filter(({ hidden }) => hidden !== true).length;
  for (let page = 1; page <= count; page += 1) {
    if (options.pages && !options.pages.includes(page)) continue;
    await rest();
    const made = buildReports(workbook, scenario, { ...options, pages: [page], awaits: true });
    if (!made.ok) return made;
    for (const job of made.value.flatMap(({ awaited }) => awaited)) keepBridge(withoutReport(workbook), job, await workOut(withoutReport(workbook), job));
  }
  await rest();
  return buildReports(workbook, scenario, { ...options, awaits: true });
}
