/** A bridge as plain data that can be handed to a worker and run there. */
import { computeBalance } from '../model/computeBalance.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';
import type { Result } from '../result.ts';
import type { Bridge, BridgeOptions } from './bridge.ts';
import { bridgePeriods, type PeriodBridge } from './bridgePeriods.ts';
import { bridgeScenarios, type ScenarioBridge } from './bridgeScenarios.ts';
import { bridgeVintages, type VintageBridge } from './bridgeVintages.ts';

/** Sampled orders instead of every set, where that is asked for. */
type Sampling = Pick<BridgeOptions, 'sampled'>;

export type BridgeJob =
  | ({ readonly kind: 'scenarios' } & ScenarioBridge & Sampling)
  | ({ readonly kind: 'vintages' } & VintageBridge & Sampling)
  | ({ readonly kind: 'months'; readonly scenario: ScenarioId } & PeriodBridge);

/** Fails as the bridge of its kind does. */
export function runBridgeJob(workbook: Workbook, job: BridgeJob, options: BridgeOptions = {}): Result<Bridge> {
  const sampling: BridgeOptions = job.kind !== 'months' && job.sampled ? { ...options, sampled: job.sampled } : options;
  if (job.kind === 'scenarios') return bridgeScenarios(workbook, job, sampling);
  if (job.kind === 'vintages') return bridgeVintages(workbook, job, sampling);
  const balance = computeBalance(workbook, job.scenario);
  return balance.ok ? bridgePeriods(workbook, balance.value, job, workbook.scenarios[job.scenario]?.name ?? { en: job.scenario, zh: job.scenario }) : balance;
}
