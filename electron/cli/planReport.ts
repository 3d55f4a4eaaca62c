/** Which files a report command writes: one, or one for each scenario in a folder. */
import { cliMessages } from '../../shared/messages/cli.ts';
import { pagesOf } from '../../shared/model/reportSettings.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import { answer, refuse, type Answer } from './effects.ts';
import { findScenario } from './findScenario.ts';
import type { CliRequest } from './parseArguments.ts';

type Request = Pick<Extract<CliRequest, { readonly command: 'report' }>, 'scenarios' | 'pages' | 'out' | 'language'>;

export type PlannedReport = { readonly scenario: ScenarioId; readonly name: string };

/** What no file system takes becomes a hyphen. */
function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').trim() || 'report';
}

export function isOneFile(out: string): boolean {
  return /\.pdf$/i.test(out);
}

export function planReport({ scenarios, pages, out, language }: Request, workbook: Workbook): Answer<readonly PlannedReport[]> {
  const count = pagesOf(workbook.report).filter(({ hidden }) => hidden !== true).length;
  if (pages !== null && !pages.some((page) => page <= count)) return refuse(cliMessages.pagesNone(pages.join(','), count));
  const ids: ScenarioId[] = [];
  for (const wanted of scenarios.length === 0 ? [null] : scenarios) {
    const found = findScenario(workbook, wanted);
    if (!found.ok) return found;
    if (!ids.includes(found.value)) ids.push(found.value);
  }
  if (isOneFile(out)) {
    const [only] = ids;
    return ids.length === 1 && only !== undefined ? answer([{ scenario: only, name: out }]) : refuse(cliMessages.oneFileManyScenarios(out));
  }
  const folder = out.replace(/[\\/]+$/, '');
  return answer(ids.map((id) => ({ scenario: id, name: `${folder}/${fileName(`${workbook.title[language]} - ${workbook.scenarios[id]?.name[language] ?? id}`)}.pdf` })));
}
