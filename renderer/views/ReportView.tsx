/** The report as it will print: the same pages that the print dialog and the PDF get. */
import { useMemo } from 'react';
import { actions } from '../../shared/actions.ts';
import { buildGapOption } from '../../shared/charts/gapOption.ts';
import { lightPalette } from '../../shared/charts/palette.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import type { Balance } from '../../shared/model/balance.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import { buildReport } from '../../shared/report/buildReport.ts';
import { chartHeight, chartWidth, renderStaticSvg } from '../charts/renderStaticSvg.ts';
import { ReportPages } from '../report/ReportPages.tsx';

type Props = { readonly workbook: Workbook; readonly scenario: ScenarioId; readonly balance: Balance; readonly language: Language; onPrint(): void };

export function ReportView({ workbook, scenario, balance, language, onPrint }: Props) {
  const report = useMemo(() => buildReport(workbook, scenario, balance, language), [workbook, scenario, balance, language]);
  const chartSvg = useMemo(
    () => renderStaticSvg(buildGapOption({ workbook, scenario, balance, palette: lightPalette, language }), chartWidth, chartHeight),
    [workbook, scenario, balance, language],
  );
  return (
    <main className="preview">
      <button type="button" className="button" onClick={onPrint}>
        {actions.print.label[language]}
      </button>
      <ReportPages report={report} paper="A4" language={language} chartSvg={chartSvg} />
    </main>
  );
}
