/**
 * Times of the balance itself. "Full" starts from a document that no memory knows (a deep copy) with the engine warm, and gives
 * everything that "lodestone balance" prints, its findings with it; "with every line" gives also those that a balance makes only
 * when a view asks for them. "After one edit" computes again after setDriver on NEV intensity 2025 in the root scenario.
 */
import { setDriver } from '../../shared/commands/setDriver.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { computeBalance, rootScenarioId } from '../../shared/model/computeBalance.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import type { Result } from '../../shared/result.ts';
import { generatedWorkbook, type Size } from './generatedWorkbook.ts';
import { timeMedian, type GrowthRow, type Measurement } from './measurement.ts';
import { median } from './statistics.ts';

type Runs = { readonly warm: number; readonly counted: number };

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(problemText(result.problem).en);
  return result.value;
}

function timed(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function computeAll(workbook: Workbook, ids: readonly ScenarioId[]): void {
  for (const id of ids) valueOf(computeBalance(workbook, id));
}

/** The same with the lines that are made on demand. */
function computeEveryLine(workbook: Workbook, ids: readonly ScenarioId[]): void {
  for (const id of ids) Object.values(valueOf(computeBalance(workbook, id)));
}

function fullTimes(workbook: Workbook, ids: readonly ScenarioId[], { warm, counted }: Runs, compute = computeAll): readonly number[] {
  const times: number[] = [];
  for (let at = 0; at < warm + counted; at += 1) {
    const fresh = structuredClone(workbook);
    times.push(timed(() => compute(fresh, ids)));
  }
  return times.slice(warm);
}

function editTimes(workbook: Workbook, ids: readonly ScenarioId[], { warm, counted }: Runs): readonly number[] {
  const scenario = rootScenarioId(workbook) ?? '';
  const times: number[] = [];
  let edited = structuredClone(workbook);
  computeAll(edited, ids);
  for (let at = 0; at < warm + counted; at += 1) {
    const before = edited.series['sectors/nev/intensity']?.cells['2025']?.value ?? 4;
    // A number that was not there before, so that no memory can answer.
    edited = valueOf(setDriver.run(edited, { scenario, sector: 'nev', year: 2025, member: 'intensity', value: before * 1.0001 }));
    times.push(timed(() => computeAll(edited, ids)));
  }
  return times.slice(warm);
}

export function sampleMeasurements(sample: Workbook): readonly Measurement[] {
  const ids = [rootScenarioId(sample) ?? ''];
  return [
    timeMedian({ id: 'sample-full', name: 'Full balance of the sample', target: 0.5 }, fullTimes(sample, ids, { warm: 500, counted: 1000 })),
    timeMedian({ id: 'sample-every-line', name: 'Full balance of the sample with every line', target: 0.5 }, fullTimes(sample, ids, { warm: 200, counted: 1000 }, computeEveryLine)),
    timeMedian({ id: 'sample-edit', name: 'Balance of the sample after one driver edit', target: 0.1 }, editTimes(sample, ids, { warm: 1000, counted: 3000 })),
  ];
}

const large: Size = { sectors: 60, months: 120, scenarios: 10 };
const largeRuns: Runs = { warm: 5, counted: 15 };

export function largeMeasurements(sample: Workbook): readonly Measurement[] {
  const workbook = generatedWorkbook(sample, large);
  const ids = Object.keys(workbook.scenarios);
  const each = (times: readonly number[]): readonly number[] => times.map((time) => time / ids.length);
  const size = `${large.sectors} sectors x ${large.months} months x ${large.scenarios} scenarios`;
  return [
    timeMedian({ id: 'large-full', name: `${size}, full, per scenario`, target: 25 }, each(fullTimes(workbook, ids, largeRuns))),
    timeMedian({ id: 'large-edit', name: `${size}, after one edit, per scenario`, target: 2 }, each(editTimes(workbook, ids, { warm: 20, counted: 60 }))),
  ];
}

/** One dimension at a time, the other two at their largest. */
export function growthTable(sample: Workbook): readonly GrowthRow[] {
  const sizes: readonly Size[] = [
    ...[15, 30, 60].map((sectors) => ({ ...large, sectors })),
    ...[36, 60].map((months) => ({ ...large, months })),
    ...[2, 5].map((scenarios) => ({ ...large, scenarios })),
  ];
  return sizes.map((size) => {
    const workbook = generatedWorkbook(sample, size);
    const ids = Object.keys(workbook.scenarios);
    return { ...size, full: median(fullTimes(workbook, ids, largeRuns)), edit: median(editTimes(workbook, ids, { warm: 10, counted: 30 })) };
  });
}
