/** The report's pages with their charts drawn: what the preview shows once it is asked for. */
import { useMemo } from 'react';
import type { ChartInput } from '../../shared/charts/gapOption.ts';
import { buildReport } from '../../shared/report/buildReport.ts';
import type { Paper } from '../../shared/report/reportJob.ts';
import { renderCharts } from './renderCharts.ts';
import { ReportPages } from './ReportPages.tsx';

type Props = Pick<ChartInput, 'workbook' | 'scenario' | 'balance' | 'language'> & { readonly paper: Paper };

export function DrawnReport({ workbook, scenario, balance, language, paper }: Props) {
  const report = useMemo(() => buildReport(workbook, scenario, balance, language), [workbook, scenario, balance, language]);
  const charts = useMemo(() => renderCharts({ workbook, scenario, balance, language }), [workbook, scenario, balance, language]);
  return <ReportPages report={report} paper={paper} language={language} charts={charts} />;
}
