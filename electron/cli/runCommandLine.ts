/** The command line: reads a workbook, computes, writes. The same model as the window, without the window. */
import { allFindings } from '../../shared/claims/checks.ts';
import { fileSchema } from '../../shared/file/fileSchema.ts';
import { mergeWorkbooks } from '../../shared/file/mergeWorkbooks.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import { cliMessages, helpText, severityNames } from '../../shared/messages/cli.ts';
import { findingText } from '../../shared/messages/findings.ts';
import { conflictText, mergeMessages } from '../../shared/messages/merge.ts';
import type { Balance, Finding } from '../../shared/model/balance.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { ScenarioId } from '../../shared/model/workbook.ts';
import { balanceCsv, balanceJson } from './balanceOutput.ts';
import { differencesOutput } from './differencesOutput.ts';
import { answer, refuse, type Answer, type CliEffects, type ExitStatus } from './effects.ts';
import { findScenario, orderedScenarios } from './findScenario.ts';
import { fileSentence, openWorkbook, type OpenedWorkbook } from './openWorkbook.ts';
import { parseArguments, type CliRequest } from './parseArguments.ts';
import { runReport } from './runReport.ts';
import { statusOf } from './statusOf.ts';

type Request<Name extends CliRequest['command']> = Extract<CliRequest, { readonly command: Name }>;
type OpenedBalance = OpenedWorkbook & { readonly scenario: ScenarioId; readonly balance: Balance };

/** Runs one command; args are the words behind the program's name. Resolves to the exit status and never rejects for what a user did. */
export async function runCommandLine(args: readonly string[], effects: CliEffects): Promise<ExitStatus> {
  const request = parseArguments(args);
  const done = request.ok ? await run(request.value, effects) : request;
  if (done.ok) return done.value;
  effects.writeError(`lodestone: ${done.sentence[effects.language]}\n`);
  return 2;
}

function run(request: CliRequest, effects: CliEffects): Promise<Answer<ExitStatus>> {
  switch (request.command) {
    case 'help':
      effects.writeOutput(helpText[effects.language]);
      return Promise.resolve(answer(0));
    case 'balance':
      return runBalance(request, effects);
    case 'check':
      return runCheck(request, effects);
    case 'report':
      return runReport(request, effects);
    case 'diff':
      return runDiff(request, effects);
    case 'merge':
      return runMerge(request, effects);
    case 'schema':
      effects.writeOutput(`${JSON.stringify(fileSchema(), null, 2)}\n`);
      return Promise.resolve(answer(0));
  }
}

async function runBalance(request: Request<'balance'>, effects: CliEffects): Promise<Answer<ExitStatus>> {
  const opened = await openBalance(request, effects);
  if (!opened.ok) return opened;
  const { workbook, scenario, balance } = opened.value;
  effects.writeOutput((request.format === 'csv' ? balanceCsv : balanceJson)(workbook, scenario, balance));
  return answer(statusOf(balance.findings, request.strict, effects));
}

async function runCheck(request: Request<'check'>, effects: CliEffects): Promise<Answer<ExitStatus>> {
  const opened = await openWorkbook(request.file, effects);
  if (!opened.ok) return opened;
  const { workbook } = opened.value;
  const wanted = findScenario(workbook, request.scenario);
  if (!wanted.ok) return wanted;
  const scenarios = request.scenario === null ? orderedScenarios(workbook).map(([id]) => id) : [wanted.value];
  const findings = new Map<string, { readonly finding: Finding; readonly scenario: ScenarioId }>();
  for (const scenario of scenarios) {
    const balance = computeBalance(workbook, scenario);
    if (!balance.ok) return refuse(fileSentence(request.file, balance.problem));
    // A child repeats what its parent's findings already say; each is printed once, under the first scenario that has it.
    for (const finding of allFindings(workbook, balance.value)) {
      const key = JSON.stringify(finding);
      if (!findings.has(key)) findings.set(key, { finding, scenario });
    }
  }
  const { language } = effects;
  for (const { finding, scenario } of findings.values()) {
    const place = finding.place ?? cliMessages.wholeWorkbook[language];
    const severity = severityNames[finding.severity][language];
    effects.writeOutput(`${severity} [${scenario}] ${place}: ${findingText(finding)[language]}\n`);
  }
  return answer(statusOf([...findings.values()].map(({ finding }) => finding), true, effects));
}

async function runDiff(request: Request<'diff'>, effects: CliEffects): Promise<Answer<ExitStatus>> {
  const before = await openWorkbook(request.before, effects);
  if (!before.ok) return before;
  const after = await openWorkbook(request.after, effects);
  if (!after.ok) return after;
  const workbooks = [before.value.workbook, after.value.workbook] as const;
  let only: ScenarioId | null = null;
  for (const workbook of request.scenario === null ? [] : workbooks) {
    const wanted = findScenario(workbook, request.scenario);
    if (!wanted.ok) return wanted;
    only = wanted.value;
  }
  const found = differencesOutput(...workbooks, only, effects.language);
  if (!found.ok) return refuse(fileSentence(request.after, found.problem));
  effects.writeOutput(found.value.text);
  return answer(request.strict && found.value.differs ? 1 : 0);
}

async function runMerge({ base, ours, theirs, out }: Request<'merge'>, effects: CliEffects): Promise<Answer<ExitStatus>> {
  const ancestor = await openWorkbook(base, effects);
  if (!ancestor.ok) return ancestor;
  const own = await openWorkbook(ours, effects);
  if (!own.ok) return own;
  const other = await openWorkbook(theirs, effects);
  if (!other.ok) return other;
  const merged = mergeWorkbooks(ancestor.value.workbook, own.value.workbook, other.value.workbook);
  if (!merged.ok) return refuse(fileSentence(out, merged.problem));
  const written = await effects.writeFile(effects.resolvePath(out), new TextEncoder().encode(serializeWorkbook(merged.value.workbook)));
  if (!written.ok) return refuse(fileSentence(out, written.problem));
  const { conflicts } = merged.value;
  const { language } = effects;
  for (const conflict of conflicts) effects.writeError(`${conflictText(merged.value.workbook, conflict)[language]}\n`);
  effects.writeError(`${(conflicts.length === 0 ? mergeMessages.merged(out) : mergeMessages.conflicts(out, conflicts.length))[language]}\n`);
  return answer(conflicts.length === 0 ? 0 : 1);
}

async function openBalance(request: Request<'balance'>, effects: CliEffects): Promise<Answer<OpenedBalance>> {
  const opened = await openWorkbook(request.file, effects);
  if (!opened.ok) return opened;
  const scenario = findScenario(opened.value.workbook, request.scenario);
  if (!scenario.ok) return scenario;
  const balance = computeBalance(opened.value.workbook, scenario.value);
  if (!balance.ok) return refuse(fileSentence(request.file, balance.problem));
  return answer({ ...opened.value, scenario: scenario.value, balance: balance.value });
}
