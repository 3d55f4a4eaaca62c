/** The line below everything: what was found, and where the work is kept. */
import { findingsText, workbench } from '../../shared/messages/workbench.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import type { Balance } from '../../shared/model/balance.ts';
import { isUnsaved, type SessionState } from '../store/session.ts';

type Props = { readonly state: SessionState; readonly balance: Balance | null; readonly language: Language };

export function StatusBar({ state, balance, language }: Props) {
  const findings = balance?.findings.filter((finding) => finding.severity !== 'info').length ?? 0;
  const saved = isUnsaved(state) ? workbench.unsaved : state.fileName === null ? workbench.neverSaved : workbench.saved;
  return (
    <footer className="statusbar" aria-live="polite">
      <span className="space" />
      {findings > 0 && <span className="warn">{findingsText(findings)[language]}</span>}
      {findings === 0 && <span className="good">{workbench.balanceCloses[language]}</span>}
      <span>
        {state.fileName === null ? '' : `${state.fileName} · `}
        {saved[language]}
      </span>
    </footer>
  );
}
