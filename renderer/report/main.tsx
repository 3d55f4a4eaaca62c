/** The report document: waits to be told what to lay out, and says when it can be printed. */
import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-600.css';
import '../styles/chineseFaces.css';
import '../styles/rareGlyphs.css';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { buildReport } from '../../shared/report/buildReport.ts';
import { sheetOf, type Paper } from '../../shared/report/paper.ts';
import type { ReportJob, ReportReady, ReportWindow } from '../../shared/report/reportJob.ts';
import type { Problem } from '../../shared/result.ts';
import { ReportPages } from './ReportPages.tsx';

/** Each sheet is a page of its own size, upright or lying; the margins are in the box. */
function pageRules(paper: Paper): string {
  const rule = (name: string, landscape: boolean): string => {
    const { width, height } = sheetOf(paper, landscape);
    return `@page ${name} { size: ${width}mm ${height}mm; margin: 0; }`;
  };
  return `${rule('', false)} ${rule('upright', false)} ${rule('lying', true)} body { margin: 0; }`;
}

async function render(job: ReportJob): Promise<ReportReady> {
  const refuse = (problem: Problem): never => {
    throw new Error(problemText(problem)[job.language]);
  };
  const workbook = parseWorkbook(job.workbookText);
  if (!workbook.ok) return refuse(workbook.problem);
  const built = buildReport(workbook.value, job.scenario, { language: job.language, ...(job.pages === undefined ? {} : { pages: job.pages }) });
  if (!built.ok) return refuse(built.problem);
  const report = built.value;
  document.documentElement.lang = job.language === 'zh' ? 'zh-CN' : 'en';
  document.title = `${report.title} — ${report.scenario}`;
  const style = document.createElement('style');
  style.textContent = pageRules(job.paper);
  document.head.append(style);
  const target = document.getElementById('pages');
  if (!target) throw new Error('report');
  const root = createRoot(target);
  // Fonts are fetched for the letters that stand there; once they have come, everything is measured again in them.
  for (const fonts of [0, 1]) {
    flushSync(() => root.render(<ReportPages report={report} paper={job.paper} language={job.language} fonts={fonts} />));
    await document.fonts.ready;
  }
  return { pages: document.querySelectorAll('.page').length, title: document.title, paper: job.paper };
}

Object.assign(window, { lodestoneReport: { render } } satisfies ReportWindow);
