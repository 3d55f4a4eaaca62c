/** What went wrong, or what to know: a line that stays until it is read, and those that stay until they are answered. */
import { useMemo, useState } from 'react';
import { workbench } from '../../shared/messages/workbench.ts';
import { diskMessages } from '../../shared/messages/versions.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { LateView } from '../late/LateView.tsx';
import { lateParts } from '../lateParts.ts';
import type { NoticeComparison, StandingNotice } from '../store/notice.ts';
import type { Session, SessionState } from '../store/session.ts';

type Props = { readonly session: Session; readonly state: SessionState; readonly language: Language };

function Compared({ comparison, language }: { readonly comparison: NoticeComparison; readonly language: Language }) {
  const found = useMemo(() => comparison.find(), [comparison]);
  if (!found.ok) return <p>{problemText(found.problem)[language]}</p>;
  const { workbook, before, after } = comparison;
  return <LateView part={lateParts.differences} language={language} place="box" props={{ found: found.value, workbook, before, after, language }} />;
}

function Standing({ notice, language }: { readonly notice: StandingNotice; readonly language: Language }) {
  const [comparing, setComparing] = useState(false);
  const { comparison } = notice;
  return (
    <div className={`notice standing ${notice.tone}`} role={notice.tone === 'info' ? 'status' : 'alert'} data-notice={notice.id}>
      <span>{notice.text[language]}</span>
      {comparison && (
        <button type="button" className="button" aria-expanded={comparing} onClick={() => setComparing(!comparing)}>
          {diskMessages.compare[language]}
        </button>
      )}
      {notice.actions?.map(({ label, run }) => (
        <button key={label.en} type="button" className="button" onClick={run}>
          {label[language]}
        </button>
      ))}
      {comparison && comparing && <Compared comparison={comparison} language={language} />}
    </div>
  );
}

export function NoticeBar({ session, state, language }: Props) {
  const { notice, standing } = state;
  if (!notice && standing.length === 0) return null;
  return (
    <div className="notices">
      {standing.map((one) => (
        <Standing key={one.id} notice={one} language={language} />
      ))}
      {notice && (
        <div className={`notice ${notice.tone}`} role={notice.tone === 'info' ? 'status' : 'alert'}>
          <span>{notice.text[language]}</span>
          {notice.actions?.map(({ label, run }) => (
            <button key={label.en} type="button" className="button" onClick={run}>
              {label[language]}
            </button>
          ))}
          <button type="button" className="button" onClick={session.dismiss}>
            {workbench.close[language]}
          </button>
        </div>
      )}
    </div>
  );
}
