/** The line below everything: what was found, and where the work is kept. The count opens the list of findings. */
import { useState } from 'react';
import type { ActionId } from '../../shared/actions.ts';
import { allFindings } from '../../shared/claims/checks.ts';
import type { GridZoom } from '../../shared/grid/zoom.ts';
import { libraryMessages } from '../../shared/messages/library.ts';
import { findingsText, workbench } from '../../shared/messages/workbench.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { findingsPanel } from '../../shared/messages/trace.ts';
import type { Balance } from '../../shared/model/balance.ts';
import type { CellAddress } from '../../shared/model/workbook.ts';
import { LateView } from '../late/LateView.tsx';
import { lateParts } from '../lateParts.ts';
import type { SelectionSummaryStore } from '../store/selectionSummary.ts';
import { isUnsaved, type SessionState } from '../store/session.ts';
import { SelectionNumbers } from './SelectionNumbers.tsx';
import { ZoomControl } from './ZoomControl.tsx';

type Props = {
  readonly state: SessionState;
  readonly balance: Balance | null;
  readonly language: Language;
  readonly summary: SelectionSummaryStore;
  /** Null where no grid is in view. */
  readonly zoom: GridZoom | null;
  onGo(address: CellAddress): void;
  onAction(id: ActionId): void;
};

export function StatusBar({ state, balance, language, summary, zoom, onGo, onAction }: Props) {
  const [open, setOpen] = useState(false);
  const workbook = state.history.present;
  const findings = balance ? allFindings(workbook, balance) : [];
  const serious = findings.filter((finding) => finding.severity !== 'info').length;
  const notes = findings.length - serious;
  const saved = isUnsaved(state) ? workbench.unsaved : state.fileName === null ? workbench.neverSaved : workbench.saved;
  return (
    <>
      <footer className="statusbar" aria-live="polite">
        <SelectionNumbers summary={summary} language={language} />
        <span className="space" />
        {balance && (
          <button type="button" className={serious > 0 ? 'warn' : 'good'} aria-expanded={open} onClick={() => setOpen(!open)}>
            {(serious > 0 ? findingsText(serious) : workbench.balanceCloses)[language]}
            {notes > 0 && <span className="muted"> · {findingsPanel.notes(notes)[language]}</span>}
          </button>
        )}
        {state.standing.some(({ id }) => id === 'storage') && <span className="warn">{libraryMessages.notKept[language]}</span>}
        <span>
          {state.fileName === null ? '' : `${state.fileName} · `}
          {saved[language]}
        </span>
        {zoom !== null && <ZoomControl zoom={zoom} language={language} onAction={onAction} />}
      </footer>
      {open && balance && (
        <LateView
          part={lateParts.findings}
          language={language}
          place="over"
          shows={workbook}
          onClose={() => setOpen(false)}
          props={{
            findings,
            workbook,
            language,
            onClose: () => setOpen(false),
            onGo(address) {
              setOpen(false);
              onGo(address);
            },
          }}
        />
      )}
    </>
  );
}
