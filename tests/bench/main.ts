/** The bench: every figure once, as a table or with --json as JSON. Run by build/bench.mjs, which bundles it and names the browser. */
import { readFileSync } from 'node:fs';
import { cpus, release, type } from 'node:os';
import { join } from 'node:path';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { analysisMeasurements } from './analysisBench.ts';
import { fileMeasurements } from './fileBench.ts';
import { largeFile } from './largeFile.ts';
import { initialScriptMeasurement } from './initialScripts.ts';
import { growthTable, largeMeasurements, sampleMeasurements } from './modelBench.ts';
import { reportText, type BenchReport } from './report.ts';
import { reportMeasurements } from './reportBench.ts';
import { pasteMeasurement } from './pasteBench.ts';
import { selectionMeasurement } from './selectionBench.ts';
import { windowMeasurements } from './windowBench.ts';

const root = process.cwd();
const builtFolder = join(root, 'dist', 'renderer');

const parsed = parseWorkbook(readFileSync(join(root, 'shared', 'sample', 'china-ndfeb-magnets.lodestone'), 'utf8'));
if (!parsed.ok) throw new Error(problemText(parsed.problem).en);
const sample = parsed.value;
process.stderr.write('Measuring; a minute on a quiet machine...\n');
const model = [...sampleMeasurements(sample), ...largeMeasurements(sample), pasteMeasurement(sample), selectionMeasurement(), ...analysisMeasurements(sample)];
const growth = growthTable(sample);
const chromium = process.env.LODESTONE_CHROMIUM ?? '';
const reports = await reportMeasurements(root, builtFolder, chromium);
const inWindow = await windowMeasurements(builtFolder, chromium, sample);
const ofFiles = await fileMeasurements(builtFolder, chromium, largeFile(sample));
const report: BenchReport = {
  machine: {
    processor: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: cpus().length,
    system: `${type()} ${release()}`,
    node: process.versions.node,
    chromium: inWindow.chromium,
  },
  measurements: [...model, ...reports, ...inWindow.measurements, ...ofFiles, initialScriptMeasurement(builtFolder)],
  growth,
};
process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
