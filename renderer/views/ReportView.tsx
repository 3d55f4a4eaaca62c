/** The report as it will print: the same pages that the print dialog and the PDF get, and beside them what the report is made of. */
import { useEffect, useMemo, useState } from 'react';
import { actions, type ActionId } from '../../shared/actions.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { reportMessages } from '../../shared/messages/report.ts';
import type { Balance } from '../../shared/model/balance.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import { buildReport } from '../../shared/report/buildReport.ts';
import { papers, type Paper } from '../../shared/report/paper.ts';
import { PagesPanel } from '../report/PagesPanel.tsx';
import { ReportPages } from '../report/ReportPages.tsx';
import type { Session } from '../store/session.ts';
import './reportView.css';

type Props = {
  readonly workbook: Workbook;
  readonly scenario: ScenarioId;
  readonly balance: Balance;
  readonly language: Language;
  readonly paper: Paper;
  readonly writesPdf: boolean;
  readonly run: Session['run'];
  onPaper(paper: Paper): void;
  onAction(id: ActionId): void;
};

/** Counts how often fonts have come: what was measured before them is measured again. */
function useFontCount(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const more = (): void => setCount((before) => before + 1);
    document.fonts.addEventListener('loadingdone', more);
    return () => document.fonts.removeEventListener('loadingdone', more);
  }, []);
  return count;
}

export function ReportView({ workbook, scenario, balance, language, paper, writesPdf, run, onPaper, onAction }: Props) {
  const report = useMemo(() => buildReport(workbook, scenario, { language }), [workbook, scenario, language]);
  const fonts = useFontCount();
  const ways: readonly ActionId[] = writesPdf ? ['exportPdf', 'print'] : ['print'];
  return (
    <main className="preview">
      <div className="preview-bar">
        {ways.map((id) => (
          <button key={id} type="button" className="button" onClick={() => onAction(id)}>
            {actions[id].label[language]}
          </button>
        ))}
        <div className="choice" role="radiogroup" aria-label={reportMessages.paper[language]}>
          {papers.map((one) => (
            <button key={one} type="button" role="radio" aria-checked={one === paper} className={one === paper ? 'pill on' : 'pill'} onClick={() => onPaper(one)}>
              {one}
            </button>
          ))}
        </div>
      </div>
      {report.ok ? (
        <div className="preview-work">
          <div className="preview-pages" tabIndex={0} role="region" aria-label={actions.showReport.label[language]}>
            <ReportPages report={report.value} paper={paper} language={language} fonts={fonts} />
          </div>
          <PagesPanel workbook={workbook} balance={balance} report={report.value} language={language} run={run} />
        </div>
      ) : (
        <p className="problem">{problemText(report.problem)[language]}</p>
      )}
    </main>
  );
}
