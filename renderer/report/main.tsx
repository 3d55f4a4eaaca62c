/** The report document: waits to be told what to lay out, and says when it can be printed. */
import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-600.css';
import '@fontsource/noto-sans-sc/chinese-simplified-400.css';
import '@fontsource/noto-sans-sc/chinese-simplified-600.css';
import '../styles/rareGlyphs.css';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import { buildReport } from '../../shared/report/buildReport.ts';
import type { Paper, ReportJob, ReportReady, ReportWindow } from '../../shared/report/reportJob.ts';
import type { Problem } from '../../shared/result.ts';
import { renderCharts } from './renderCharts.ts';
import { ReportPages } from './ReportPages.tsx';

const paperSizes: Readonly<Record<Paper, string>> = { A4: '210mm 297mm', Letter: '215.9mm 279.4mm' };

async function render(job: ReportJob): Promise<ReportReady> {
  const refuse = (problem: Problem): never => {
    throw new Error(problemText(problem)[job.language]);
  };
  const workbook = parseWorkbook(job.workbookText);
  if (!workbook.ok) return refuse(workbook.problem);
  const balance = computeBalance(workbook.value, job.scenario);
  if (!balance.ok) return refuse(balance.problem);
  const report = buildReport(workbook.value, job.scenario, balance.value, job.language);
  const charts = renderCharts({ workbook: workbook.value, scenario: job.scenario, balance: balance.value, language: job.language });
  document.documentElement.lang = job.language === 'zh' ? 'zh-CN' : 'en';
  document.title = `${report.title} — ${report.scenario}`;
  const style = document.createElement('style');
  style.textContent = `@page { size: ${paperSizes[job.paper]}; margin: 0; } body { margin: 0; }`;
  document.head.append(style);
  const target = document.getElementById('pages');
  if (!target) throw new Error('report');
  flushSync(() => {
    createRoot(target).render(<ReportPages report={report} paper={job.paper} language={job.language} charts={charts} />);
  });
  await document.fonts.ready;
  return { pages: document.querySelectorAll('.page').length, title: document.title, paper: job.paper };
}

Object.assign(window, { lodestoneReport: { render } } satisfies ReportWindow);
