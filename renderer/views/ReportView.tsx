/** The report as it will print: the same pages that the print dialog and the PDF get, and beside them what the report is made of. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { actions, type ActionId } from '../../shared/actions.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { reportMessages } from '../../shared/messages/report.ts';
import type { Balance } from '../../shared/model/balance.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import { papers, type Paper } from '../../shared/report/paper.ts';
import { PagesPanel } from '../report/PagesPanel.tsx';
import { CopyLanguage } from '../report/copyLanguage.ts';
import { ReportPages } from '../report/ReportPages.tsx';
import { useReports } from '../report/useReports.ts';
import { BridgesProgress } from './BridgesProgress.tsx';
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
  /** The page that somebody is led to; null once it was shown. */
  readonly wanted: React.RefObject<string | null>;
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

/** Brings a page into view once its sheets stand. */
function useWantedPage(wanted: Props['wanted']): React.RefObject<HTMLDivElement | null> {
  const pages = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (wanted.current === null) return;
      pages.current?.querySelector(`[data-kind="${CSS.escape(wanted.current)}"]`)?.scrollIntoView({ block: 'start' });
      wanted.current = null;
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted]);
  return pages;
}

type InView = { readonly inView: readonly string[]; look(): void };

/** The pages that are looked at, by their ids; it changes with the page, not with every step of the wheel. */
function usePagesInView(pages: React.RefObject<HTMLDivElement | null>): InView {
  const [inView, setInView] = useState<readonly string[]>(['headline']);
  const look = useCallback(() => {
    const frame = pages.current?.getBoundingClientRect();
    if (!frame) return;
    const seen = [...(pages.current?.querySelectorAll<HTMLElement>('.page') ?? [])].filter((page) => {
      const { top, bottom } = page.getBoundingClientRect();
      return bottom > frame.top && top < frame.bottom;
    });
    const ids = [...new Set(seen.flatMap((page) => page.dataset['kind'] ?? []))];
    setInView((before) => (before.join(' ') === ids.join(' ') ? before : ids));
  }, [pages]);
  return { inView, look };
}

export function ReportView({ workbook, scenario, balance, language, paper, writesPdf, run, wanted, onPaper, onAction }: Props) {
  const pages = useWantedPage(wanted);
  const shown = workbook.report?.language ?? language;
  const { inView, look } = usePagesInView(pages);
  const { reports, isUnderWay, bridges } = useReports(workbook, scenario, shown, inView);
  const fonts = useFontCount();
  const ways: readonly ActionId[] = writesPdf ? ['exportPdf', 'exportPdfs', 'exportPage', 'print'] : ['exportPage', 'print'];
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
      <BridgesProgress bridges={bridges} language={language} />
      {reports.ok ? (
        <div className="preview-work">
          <div className="preview-pages" ref={pages} onScroll={look} aria-busy={isUnderWay} tabIndex={0} role="region" aria-label={actions.showReport.label[language]}>
            <CopyLanguage value={language}>
              <ReportPages reports={reports.value} paper={paper} fonts={fonts} />
            </CopyLanguage>
          </div>
          <PagesPanel workbook={workbook} scenario={scenario} balance={balance} reports={reports.value} language={language} run={run} />
        </div>
      ) : (
        <p className="problem">{problemText(reports.problem)[language]}</p>
      )}
    </main>
  );
}
