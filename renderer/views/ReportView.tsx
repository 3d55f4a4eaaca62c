/** The report as it will print: the same pages that the print dialog and the PDF get. */
import { lazy, Suspense } from 'react';
import { actions, type ActionId } from '../../shared/actions.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import type { Balance } from '../../shared/model/balance.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import { reportMessages } from '../../shared/messages/report.ts';
import type { Paper } from '../../shared/report/reportJob.ts';

/** Loaded when the report is first looked at, with the drawing of charts that the window's start does not wait for either. */
const DrawnReport = lazy(async () => ({ default: (await import('../report/DrawnReport.tsx')).DrawnReport }));

type Props = {
  readonly workbook: Workbook;
  readonly scenario: ScenarioId;
  readonly balance: Balance;
  readonly language: Language;
  readonly paper: Paper;
  readonly writesPdf: boolean;
  onPaper(paper: Paper): void;
  onAction(id: ActionId): void;
};

const papers: readonly Paper[] = ['A4', 'Letter'];

export function ReportView({ workbook, scenario, balance, language, paper, writesPdf, onPaper, onAction }: Props) {
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
      <div className="preview-pages">
        <Suspense>
          <DrawnReport workbook={workbook} scenario={scenario} balance={balance} language={language} paper={paper} />
        </Suspense>
      </div>
    </main>
  );
}
