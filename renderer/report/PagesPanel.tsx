/** Beside the preview: which pages the report has, in which order, under which titles, and the texts that a person writes. Each edit is a step. */
import { useMemo } from 'react';
import { addReportPage, editReportPage, moveReportPage, pageName, removeReportPage, resetReport } from '../../shared/commands/reportPages.ts';
import { movedEntry, removedEntry } from '../../shared/messages/commands.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { reportPanel as say } from '../../shared/messages/reportEdits.ts';
import { pagesOf, type PageSettings } from '../../shared/model/reportSettings.ts';
import type { LocalText, ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import { withoutReport } from '../../shared/model/withoutReport.ts';
import { boundNames } from '../../shared/report/boundNames.ts';
import type { BoundContext } from '../../shared/report/boundText.ts';
import type { Balance } from '../../shared/model/balance.ts';
import type { Report } from '../../shared/report/buildReport.ts';
import { findingTexts } from '../../shared/report/buildReports.ts';
import { DraftField } from '../dialogs/DraftField.tsx';
import { BoundArea } from './BoundArea.tsx';
import { PageSetup } from './PageSetup.tsx';
import type { Session } from '../store/session.ts';

type Run = Session['run'];

function withText(text: LocalText | undefined, language: Language, value: string): LocalText {
  const { en = '', zh = '' } = text ?? {};
  return language === 'zh' ? { en, zh: value } : { en: value, zh };
}

type RowProps = { readonly page: PageSettings; readonly names: readonly string[]; readonly context: BoundContext; readonly at: number; readonly count: number; readonly language: Language; readonly run: Run };

function PageRow({ page, names, context, at, count, language, run }: RowProps) {
  const name = pageName(page);
  const move = (by: number, sign: string) => (
    <button type="button" className="sign" disabled={at + by < 0 || at + by >= count} aria-label={movedEntry(name, by)[language]} title={movedEntry(name, by)[language]} onClick={() => run(moveReportPage, { id: page.id, by })}>
      {sign}
    </button>
  );
  return (
    <li className={page.hidden === true ? 'off' : ''} data-report-page={page.id}>
      <div className="line">
        <input type="checkbox" aria-label={say.show(name)[language]} checked={page.hidden !== true} onChange={({ target }) => run(editReportPage, { id: page.id, hidden: !target.checked })} />
        <DraftField label={say.titleOf(name)[language]} value={page.title?.[language] ?? name[language]} lang={language} onCommit={(title) => run(editReportPage, { id: page.id, title: withText(page.title, language, title) })} />
        {move(-1, '↑')}
        {move(1, '↓')}
      </div>
      <div className="line more">
        <label>
          <input type="checkbox" aria-label={say.lyingOf(name)[language]} checked={page.landscape === true} onChange={({ target }) => run(editReportPage, { id: page.id, landscape: target.checked })} /> {say.lying[language]}
        </label>
        {page.kind === 'text' && (
          <button type="button" className="sign" aria-label={removedEntry(name)[language]} title={removedEntry(name)[language]} onClick={() => run(removeReportPage, { id: page.id })}>
            ×
          </button>
        )}
      </div>
      {page.kind === 'text' && <BoundArea label={say.textOf(name)[language]} value={page.text?.[language] ?? ''} names={names} context={context} onCommit={(text) => run(editReportPage, { id: page.id, text: withText(page.text, language, text) })} />}
    </li>
  );
}

type Props = { readonly workbook: Workbook; readonly scenario: ScenarioId; readonly balance: Balance; readonly reports: readonly Report[]; readonly language: Language; readonly run: Run };

export function PagesPanel({ workbook, scenario, balance, reports, language, run }: Props) {
  const pages = pagesOf(workbook.report);
  const hasText = pages.some(({ kind }) => kind === 'text');
  const context = useMemo(() => ({ workbook, scenario, balance, language }), [workbook, scenario, balance, language]);
  const names = hasText ? boundNames(withoutReport(workbook), scenario, balance) : [];
  const findings = useMemo(() => findingTexts(workbook, reports), [workbook, reports]);
  return (
    <aside className="report-panel" aria-label={say.title[language]}>
      <h2>{say.title[language]}</h2>
      {findings.length > 0 && (
        <ul className="unbound" role="status">
          {findings.map((finding) => (
            <li key={finding.en}>{finding[language]}</li>
          ))}
        </ul>
      )}
      <PageSetup workbook={workbook} language={language} run={run} />
      <ol>
        {pages.map((page, at) => (
          <PageRow key={page.id} page={page} names={names} context={context} at={at} count={pages.length} language={language} run={run} />
        ))}
      </ol>
      <div className="line">
        <button type="button" className="button" onClick={() => run(addReportPage, { title: say.newPage })}>
          {say.add[language]}
        </button>
        <button type="button" className="button" disabled={workbook.report === undefined} onClick={() => run(resetReport, {})}>
          {say.reset[language]}
        </button>
      </div>
      {hasText && <p className="muted">{say.help[language]}</p>}
    </aside>
  );
}
