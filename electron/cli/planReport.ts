/** Which files a report command writes: one, or one for each workbook and scenario in a folder. */
import { cliMessages } from '../../shared/messages/cli.ts';
import { pagesOf, type ReportLanguage } from '../../shared/model/reportSettings.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import { answer, refuse, type Answer } from './effects.ts';
import { findScenario, orderedScenarios } from './findScenario.ts';
import type { OpenedWorkbook } from './openWorkbook.ts';
import type { CliRequest } from './parseArguments.ts';

type Request = Pick<Extract<CliRequest, { readonly command: 'report' }>, 'scenarios' | 'pages' | 'out' | 'language'>;

type Opened = OpenedWorkbook & { readonly file: string };

export type PlannedReport = Opened & {
  /** A PDF has one; a page of HTML has all that are asked for. */
  readonly scenarios: readonly ScenarioId[];
  readonly name: string;
  readonly kind: 'pdf' | 'html';
  readonly language: ReportLanguage;
};

/** What no file system takes becomes a hyphen. */
function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').trim() || 'report';
}

export function outputKind(out: string): 'pdf' | 'html' | 'folder' {
  return /\.pdf$/i.test(out) ? 'pdf' : /\.html?$/i.test(out) ? 'html' : 'folder';
}

function scenariosOf({ scenarios }: Request, workbook: Workbook, kind: ReturnType<typeof outputKind>): Answer<readonly ScenarioId[]> {
  // A page that switches between scenarios has all of them where none is named.
  if (scenarios.length === 0 && kind === 'html') return answer(orderedScenarios(workbook).map(([id]) => id));
  const ids: ScenarioId[] = [];
  for (const wanted of scenarios.length === 0 ? [null] : scenarios) {
    const found = findScenario(workbook, wanted);
    if (!found.ok) return found;
    if (!ids.includes(found.value)) ids.push(found.value);
  }
  return answer(ids);
}

export function planReport(request: Request, opened: readonly Opened[]): Answer<readonly PlannedReport[]> {
  const { pages, out } = request;
  const kind = outputKind(out);
  if (kind !== 'folder' && opened.length > 1) return refuse(cliMessages.oneFileManyWorkbooks(out));
  const folder = out.replace(/[\\/]+$/, '');
  const taken = new Set<string>();
  const plan: PlannedReport[] = [];
  for (const one of opened) {
    const { workbook } = one;
    const count = pagesOf(workbook.report).filter(({ hidden }) => hidden !== true).length;
    if (pages !== null && !pages.some((page) => page <= count)) return refuse(cliMessages.pagesNone(pages.join(','), count));
    const scenarios = scenariosOf(request, workbook, kind);
    if (!scenarios.ok) return scenarios;
    const language = request.language ?? workbook.report?.language ?? 'en';
    if (kind === 'pdf' && scenarios.value.length > 1) return refuse(cliMessages.oneFileManyScenarios(out));
    if (kind !== 'folder') {
      plan.push({ ...one, scenarios: scenarios.value, name: out, kind, language });
      continue;
    }
    const spoken = language === 'zh' ? 'zh' : 'en';
    for (const id of scenarios.value) {
      const stem = fileName(`${workbook.title[spoken]} - ${workbook.scenarios[id]?.name[spoken] ?? id}`);
      let free = stem;
      // Two workbooks of one title get two files.
      for (let next = 2; taken.has(free.toLowerCase()); next += 1) free = `${stem} (${next})`;
      taken.add(free.toLowerCase());
      plan.push({ ...one, scenarios: [id], name: `${folder}/${free}.pdf`, kind: 'pdf', language });
    }
  }
  return answer(plan);
}
