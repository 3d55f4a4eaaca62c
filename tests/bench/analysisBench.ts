/** Times of what explains: the exact bridge over ten levers of the sample, cold, and the comparison of ten scenarios. */
import { bridgeScenarios } from '../../shared/analysis/bridgeScenarios.ts';
import { compareSubjects } from '../../shared/analysis/compare.ts';
import { commands } from '../../shared/commands/registry.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { rootScenarioId } from '../../shared/model/computeBalance.ts';
import type { Overlay, Workbook } from '../../shared/model/workbook.ts';
import type { Result } from '../../shared/result.ts';
import { timeMedian, type Measurement } from './measurement.ts';

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(problemText(result.problem).en);
  return result.value;
}

/** Ten levers in every part of the model: uses, stacks, exports and events, supply and material. */
const levers: readonly Overlay[] = [
  { path: 'sectors/nev/volume', periods: ['2026'], op: 'mul', value: 1.05 },
  { path: 'sectors/nev/intensity', periods: ['2026'], op: 'mul', value: 0.96 },
  { path: 'sectors/wind/volume', periods: ['2026'], op: 'mul', value: 1.1 },
  { path: 'sectors/airConditioners/volume', periods: ['2026'], op: 'mul', value: 0.97 },
  { path: 'sectors/humanoids/volume', periods: ['2026'], op: 'set', value: 150000 },
  { path: 'exports/growth', periods: ['2026'], op: 'add', value: 0.05 },
  { path: 'exports/diversionRate', periods: ['all'], op: 'set', value: 0.1 },
  { path: 'events/exportControl2025/controlledMidpoint', periods: ['all'], op: 'set', value: 5 },
  { path: 'supply/output', periods: ['2026'], op: 'mul', value: 1.03 },
  { path: 'material/miningQuota', periods: ['2026'], op: 'mul', value: 1.1 },
];

/** The sample with a scenario "levers" that pulls all ten. */
export function withLevers(sample: Workbook): Workbook {
  const root = rootScenarioId(sample) ?? '';
  let next = valueOf(commands.addScenario.run(sample, { name: { en: 'Levers', zh: '' }, parent: root }));
  for (const overlay of levers) next = valueOf(commands.writeDifference.run(next, { owner: { kind: 'scenario', id: 'levers' }, overlay }));
  return next;
}

/** Each run starts from a document that no memory knows. */
function bridgeTimes(sample: Workbook, warm: number, counted: number): readonly number[] {
  const workbook = withLevers(sample);
  const from = rootScenarioId(sample) ?? '';
  const times: number[] = [];
  for (let at = 0; at < warm + counted; at += 1) {
    const fresh = structuredClone(workbook);
    const started = performance.now();
    const bridge = valueOf(bridgeScenarios(fresh, { from, to: 'levers', months: { from: fresh.horizon.start, to: fresh.horizon.end }, level: 'overlay' }));
    times.push(performance.now() - started);
    if (bridge.method.kind !== 'exact') throw new Error('The bridge is not the exact one over ten levers.');
  }
  return times.slice(warm);
}

/** The ten scenarios of the workbook with the levers and two branches more, side by side. */
function compareTimes(sample: Workbook, warm: number, counted: number): readonly number[] {
  let workbook = withLevers(sample);
  for (const parent of ['levers', 'prolongedControl']) workbook = valueOf(commands.duplicateScenario.run(workbook, { scenario: parent }));
  const times: number[] = [];
  for (let at = 0; at < warm + counted; at += 1) {
    const fresh = structuredClone(workbook);
    const started = performance.now();
    const comparison = valueOf(compareSubjects(Object.entries(fresh.scenarios).map(([scenario, { name }]) => ({ name, workbook: fresh, scenario }))));
    times.push(performance.now() - started);
    if (comparison.subjects.length !== 10) throw new Error(`The comparison has ${comparison.subjects.length} scenarios.`);
  }
  return times.slice(warm);
}

export function analysisMeasurements(sample: Workbook): readonly Measurement[] {
  return [
    timeMedian({ id: 'bridge-exact', name: 'Exact bridge over 10 levers of the sample', target: 150 }, bridgeTimes(sample, 3, 15)),
    timeMedian({ id: 'compare-ten', name: 'Comparison of 10 scenarios of the sample, with their balances', target: 30 }, compareTimes(sample, 5, 25)),
  ];
}
