/** The report document: waits to be told what to lay out, and says when it can be printed. */
import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-600.css';
import '../styles/chineseFaces.css';
import '../styles/chineseMarks.css';
import '../styles/rareGlyphs.css';
import { createRoot, type Root } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { chartHover } from '../../shared/charts/chartHover.ts';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { reportMessages } from '../../shared/messages/report.ts';
import type { ReportLanguage } from '../../shared/model/reportSettings.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import type { Report } from '../../shared/report/buildReport.ts';
import { findingTexts, languagesOf } from '../../shared/report/buildReports.ts';
import { sheetOf, type Paper } from '../../shared/report/paper.ts';
import type { ReportJob, ReportReady, ReportWindow, SentJob, SentReport } from '../../shared/report/reportJob.ts';
import type { Problem } from '../../shared/result.ts';
import { makeReports } from './makeReports.ts';
import { ReportPages } from './ReportPages.tsx';
import { embedFonts } from '../charts/embedFonts.ts';
import { sentPage, type SentScenario } from './sentPage.ts';

function webLanguage(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}

/** Each sheet is a page of its own size, upright or lying; the margins are in the box. */
function pageRules(paper: Paper): string {
  const rule = (name: string, landscape: boolean): string => {
    const { width, height } = sheetOf(paper, landscape);
    return `@page ${name} { size: ${width}mm ${height}mm; margin: 0; }`;
  };
  return `${rule('', false)} ${rule('upright', false)} ${rule('lying', true)} body { margin: 0; }`;
}

function refuse(problem: Problem, language: ReportLanguage): never {
  throw new Error(problemText(problem)[languagesOf(language)[0] ?? 'en']);
}

type Opened = { readonly workbook: Workbook; build(scenario: ScenarioId): Promise<readonly [Report, ...Report[]]> };

function open({ workbookText, language, pages }: Pick<ReportJob, 'workbookText' | 'language' | 'pages'>): Opened {
  const workbook = parseWorkbook(workbookText);
  if (!workbook.ok) return refuse(workbook.problem, language);
  return {
    workbook: workbook.value,
    async build(scenario) {
      // In a browser the window that asked shares this thread.
      const built = await makeReports(workbook.value, scenario, { language, ...(pages === undefined ? {} : { pages }) }, window.parent !== window);
      if (!built.ok) return refuse(built.problem, language);
      const [first, ...more] = built.value;
      if (!first) throw new Error('report');
      return [first, ...more];
    },
  };
}

/** The faces that nearly every sheet needs, asked for before anything is measured in others. */
async function fetchFonts(reports: readonly Report[]): Promise<void> {
  const families = reports.some(({ language }) => language === 'zh') ? ([['Inter', 'a'], ['Noto Sans SC', '\u4e2d']] as const) : ([['Inter', 'a']] as const);
  await Promise.all(families.flatMap(([family, letter]) => [400, 600].map((weight) => document.fonts.load(`${weight} 12px "${family}"`, letter))));
}

function countFaces(): number {
  return [...document.fonts].filter(({ status }) => status === 'loaded').length;
}

/** Fonts are fetched for the letters that stand there; once more of them have come, everything is measured again in them. */
async function layPages(root: Root, reports: readonly Report[], paper: Paper): Promise<void> {
  await fetchFonts(reports);
  for (let fonts = 0; ; fonts += 1) {
    const before = countFaces();
    flushSync(() => root.render(<ReportPages reports={reports} paper={paper} fonts={fonts} />));
    // What is drawn asks for its fonts when it is laid out.
    document.body.getBoundingClientRect();
    await document.fonts.ready;
    if (countFaces() === before) break;
  }
  await Promise.all([...document.images].map((image) => image.decode()));
}

function pagesBox(): HTMLElement {
  const target = document.getElementById('pages');
  if (!target) throw new Error('report');
  return target;
}

async function render(job: ReportJob): Promise<ReportReady> {
  const { workbook, build } = open(job);
  const reports = await build(job.scenario);
  const [first] = reports;
  const language = webLanguage(first.language);
  document.documentElement.lang = language;
  document.title = `${first.title} — ${first.scenario}`;
  const style = document.createElement('style');
  style.textContent = pageRules(job.paper);
  document.head.append(style);
  await layPages(createRoot(pagesBox()), reports, job.paper);
  return { pages: document.querySelectorAll('.page').length, title: document.title, author: first.organisation, language, paper: job.paper, findings: findingTexts(workbook, reports) };
}

/** Tells every chart of the laid pages what stands under the pointer; they stand in the document in the order of their pages. */
function tellCharts(box: Element, reports: readonly Report[]): void {
  const figures = [...box.querySelectorAll<HTMLElement>('.page figure')];
  const charts = reports.flatMap(({ pages, language }) => pages.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'chart' ? [{ block, language }] : []))));
  for (const [at, figure] of figures.entries()) {
    const chart = charts[at];
    const hover = chart && chartHover(chart.block.option, figure.clientWidth, figure.clientHeight, chart.language);
    if (hover) figure.dataset['hover'] = JSON.stringify(hover);
  }
}

/** Of the scenarios that are being written. */
let finished = 0;

async function write(job: SentJob): Promise<SentReport> {
  const { workbook, build } = open(job);
  const scenarios: SentScenario[] = [];
  const findings = new Map<string, Phrase>();
  const own = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].flatMap((rule) => (rule instanceof CSSFontFaceRule ? [] : rule.cssText)));
  let first: Report | null = null;
  let pages = 0;
  let text = '';
  for (const [done, id] of job.scenarios.entries()) {
    finished = done;
    window.dispatchEvent(new CustomEvent('report-progress', { detail: done }));
    // In a browser the window that asked shares this thread: it paints between two scenarios, and may end this.
    await new Promise((resume) => setTimeout(resume));
    const reports = await build(id);
    first ??= reports[0];
    const box = document.createElement('div');
    pagesBox().append(box);
    const root = createRoot(box);
    await layPages(root, reports, job.paper);
    tellCharts(box, reports);
    pages += box.querySelectorAll('.page').length;
    // What stands under the pointer is no text of the page yet.
    text += box.textContent + [...box.querySelectorAll<HTMLElement>('[data-hover]')].map(({ dataset }) => dataset['hover'] ?? '').join('');
    scenarios.push({ id, name: reports.map(({ scenario }) => scenario).filter((name, at, all) => all.indexOf(name) === at).join(' · '), html: box.querySelector('.report')?.innerHTML ?? '' });
    for (const finding of findingTexts(workbook, reports)) findings.set(finding.en, finding);
    root.unmount();
    box.remove();
  }
  if (!first) throw new Error('report');
  const { title, language } = first;
  // Names stand in the switch too.
  const fonts = await embedFonts(`${text}${title}${scenarios.map(({ name }) => name).join('')}`);
  const html = await sentPage({ title, language: webLanguage(language), switchLabel: reportMessages.scenarioSwitch[language], scenarios, styles: `${fonts}\n${own.join('\n')}\n${pageRules(job.paper)}` });
  return { html, pages, findings: [...findings.values()] };
}

Object.assign(window, { lodestoneReport: { render, write, done: () => finished } } satisfies ReportWindow);
