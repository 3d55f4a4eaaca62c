/** `lodestone report`: lays out, prints and writes one report after the other, and says how far it is. */
import { cliMessages } from '../../shared/messages/cli.ts';
import type { Finding } from '../../shared/model/balance.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { answer, refuse, type Answer, type CliEffects, type ExitStatus } from './effects.ts';
import { fileSentence, openWorkbook, type OpenedWorkbook } from './openWorkbook.ts';
import type { CliRequest } from './parseArguments.ts';
import { outputKind, planReport, type PlannedReport } from './planReport.ts';
import { statusOf } from './statusOf.ts';

type Request = Extract<CliRequest, { readonly command: 'report' }>;

export async function runReport(request: Request, effects: CliEffects): Promise<Answer<ExitStatus>> {
  const out = effects.resolvePath(request.out);
  // A slip of the fingers must not turn the workbook into its own report.
  if (request.files.some((file) => out === effects.resolvePath(file))) return refuse(cliMessages.outIsWorkbook);
  const opened: (OpenedWorkbook & { readonly file: string })[] = [];
  for (const file of request.files) {
    const workbook = await openWorkbook(file, effects);
    if (!workbook.ok) return workbook;
    opened.push({ ...workbook.value, file });
  }
  const plan = planReport(request, opened);
  if (!plan.ok) return plan;
  if (outputKind(request.out) === 'folder') {
    const made = await effects.makeFolder(out);
    if (!made.ok) return refuse(fileSentence(request.out, made.problem));
  }
  const findings = new Map<string, Finding>();
  for (const [at, one] of plan.value.entries()) {
    if (plan.value.length > 1) effects.writeError(`${cliMessages.printing(at + 1, plan.value.length, one.name)[effects.language]}\n`);
    const done = await writeOne(one, request, effects);
    if (!done.ok) return done;
    for (const finding of done.value) findings.set(JSON.stringify(finding), finding);
  }
  return answer(statusOf([...findings.values()], request.strict, effects));
}

/** Resolves to the findings of the balances that the report shows; what is wrong with its pages is said at once. */
async function writeOne({ file, workbook, text, scenarios, name, kind, language }: PlannedReport, { pages, paper }: Request, effects: CliEffects): Promise<Answer<readonly Finding[]>> {
  const findings: Finding[] = [];
  for (const scenario of scenarios) {
    const balance = computeBalance(workbook, scenario);
    if (!balance.ok) return refuse(fileSentence(file, balance.problem));
    findings.push(...balance.value.findings);
  }
  const [scenario = ''] = scenarios;
  const job = { workbookText: text, language, paper, ...(pages === null ? {} : { pages }) };
  const tell = (done: number): void => {
    const id = scenarios[done];
    if (id !== undefined) effects.writeError(`${cliMessages.printing(done + 1, scenarios.length, workbook.scenarios[id]?.name[effects.language] ?? id)[effects.language]}\n`);
  };
  if (kind === 'html' && scenarios.length > 1) tell(0);
  const made = kind === 'html' ? await effects.writeReport({ ...job, scenarios }, tell) : await effects.printReport({ ...job, scenario });
  if (!made.ok) return made;
  const written = await effects.writeFile(effects.resolvePath(name), made.value.content);
  if (!written.ok) return refuse(fileSentence(name, written.problem));
  for (const sentence of made.value.findings) effects.writeError(`${sentence[effects.language]}\n`);
  effects.writeError(`${cliMessages.reportWritten(name, made.value.pages)[effects.language]}\n`);
  return answer(findings);
}
