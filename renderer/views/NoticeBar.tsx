/** What went wrong, or what to know: one line that stays until it is read or answered. */
import { workbench } from '../../shared/messages/workbench.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import type { Session, SessionState } from '../store/session.ts';

type Props = { readonly session: Session; readonly state: SessionState; readonly language: Language };

export function NoticeBar({ session, state, language }: Props) {
  const { notice } = state;
  if (!notice) return null;
  return (
    <div className={`notice ${notice.tone}`} role={notice.tone === 'info' ? 'status' : 'alert'}>
      <span>{notice.text[language]}</span>
      {notice.action && (
        <button type="button" className="button" onClick={notice.action.run}>
          {notice.action.label[language]}
        </button>
      )}
      <button type="button" className="button" onClick={session.dismiss}>
        {workbench.close[language]}
      </button>
    </div>
  );
}
