/** A paste of 10,000 cells: the text of the clipboard read, placed on the workbook, and written as one step. */
import { parseClipboard } from '../../shared/clipboard/parseClipboard.ts';
import { setCells, type CellChange } from '../../shared/commands/setCells.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { rootScenarioId } from '../../shared/model/computeBalance.ts';
import { allPaths, periodsOf } from '../../shared/model/paths.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { timeMedian, type Measurement } from './measurement.ts';

const rows = 100;
const columns = 100;

/** Every run pastes other numbers, so that each is a real change. */
export function pasteMeasurement(sample: Workbook): Measurement {
  const scenario = rootScenarioId(sample) ?? '';
  const months = periodsOf('monthly', sample.horizon).filter((month) => month.slice(0, 4) > sample.asOf.slice(0, 4));
  const open = allPaths(sample).filter(([, spec]) => spec.kind === 'monthly').flatMap(([path]) => months.map((period) => ({ path, period })));
  const times: number[] = [];
  for (let run = 0; run < 12; run += 1) {
    const text = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => `0.${String(100_000 + row * columns + column + run)}`).join('\t')).join('\r\n');
    const started = performance.now();
    const block = parseClipboard({ text, html: '' });
    const changes = block.rows.flat().map((cell, at): CellChange => ({ path: '', period: '', ...open[at % open.length], value: Number(cell.text) }));
    const pasted = setCells.run(sample, { scenario, changes, act: 'paste' });
    times.push(performance.now() - started);
    if (!pasted.ok) throw new Error(problemText(pasted.problem).en);
  }
  return timeMedian({ id: 'paste', name: 'Paste of 10,000 cells', target: 300 }, times.slice(2));
}
