/** A bridge as plain data that can be handed to a worker and run there. */
import { computeBalance } from '../model/computeBalance.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';
import type { Result } from '../result.ts';
import type { Bridge, BridgeOptions } from './bridge.ts';
import { bridgePeriods, type PeriodBridge } from './bridgePeriods.ts';
import { bridgeScenarios, type ScenarioBridge } from './bridgeScenarios.ts';
import { bridgeVintages, type VintageBridge } from './bridgeVintages.ts';

export type BridgeJob =
  | ({ readonly kind: 'scenarios' } & ScenarioBridge)
  | ({ readonly kind: 'vintages' } & VintageBridge)
  | ({ readonly kind: 'months'; readonly scenario: ScenarioId } & PeriodBridge);

/** Fails as the bridge of its kind does. */
export function runBridgeJob(workbook: Workbook, job: BridgeJob, options: BridgeOptions = {}): Result<Bridge> {
  if (job.kind === 'scenarios') return bridgeScenarios(workbook, job, options);
  if (job.kind === 'vintages') return bridgeVintages(workbook, job, options);
  const balance = computeBalance(workbook, job.scenario);
  return balance.ok ? bridgePeriods(workbook, balance.value, job, workbook.scenarios[job.scenario]?.name ?? { en: job.scenario, zh: job.scenario }) : balance;
}
