/** Rows and settings of the workbook: what there is a row for, in which order, over which months. Every change is one step of the history. */
import { Redo2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { actions } from '../../shared/actions.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { structure as say, undoOf } from '../../shared/messages/structure.ts';
import { workbench } from '../../shared/messages/workbench.ts';
import type { Session, SessionState } from '../store/session.ts';
import { EventSection } from './EventSection.tsx';
import { ExpansionSection } from './ExpansionSection.tsx';
import { SectorSection, type SectionProps } from './SectorSection.tsx';
import { SettingsSection } from './SettingsSection.tsx';
import { SourceSection } from './SourceSection.tsx';
import { useModal } from './useModal.ts';

const sections = {
  sectors: SectorSection,
  events: EventSection,
  expansions: ExpansionSection,
  sources: SourceSection,
  settings: SettingsSection,
} as const satisfies Record<keyof typeof say.sections, (props: SectionProps) => React.ReactNode>;

type SectionId = keyof typeof sections;

/** `atSources`: it opens with the sources, else with the sectors. */
type Props = { readonly session: Session; readonly state: SessionState; readonly language: Language; readonly atSources: boolean; onClose(): void };

const sectionIds = Object.keys(sections) as readonly SectionId[];

export function StructureDialog({ session, state, language, atSources, onClose }: Props) {
  const modal = useModal(onClose);
  const [section, setSection] = useState<SectionId>(atSources ? 'sources' : 'sectors');
  const { past, future } = state.history;
  const last = past.at(-1);
  const Section = sections[section];
  const turn = (by: number): void => {
    const next = sectionIds[(sectionIds.indexOf(section) + by + sectionIds.length) % sectionIds.length];
    if (next === undefined) return;
    setSection(next);
    modal.ref.current?.querySelector<HTMLElement>(`[data-section="${next}"]`)?.focus();
  };
  return (
    <dialog ref={modal.ref} className="structure" aria-labelledby="structure-title" {...modal.props}>
      <header>
        <h2 id="structure-title">{say.title[language]}</h2>
        <div
          className="tabs"
          role="tablist"
          aria-labelledby="structure-title"
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') turn(1);
            else if (event.key === 'ArrowLeft') turn(-1);
          }}
        >
          {sectionIds.map((id) => (
            <button
              key={id}
              type="button"
              role="tab"
              data-section={id}
              aria-selected={id === section}
              aria-controls="structure-section"
              tabIndex={id === section ? 0 : -1}
              className={id === section ? 'tab on' : 'tab'}
              onClick={() => setSection(id)}
            >
              {say.sections[id][language]}
            </button>
          ))}
        </div>
      </header>
      <div id="structure-section" className="section" role="tabpanel" aria-label={say.sections[section][language]}>
        <Section session={session} workbook={state.history.present} language={language} />
      </div>
      <footer>
        <p className={state.notice?.tone === 'problem' ? 'warn' : 'muted'} role={state.notice?.tone === 'problem' ? 'alert' : 'status'}>
          {state.notice ? state.notice.text[language] : last ? undoOf(last.label)[language] : ''}
        </p>
        <button type="button" className="button" disabled={past.length === 0} aria-label={actions.undo.label[language]} title={actions.undo.label[language]} onClick={session.undo}>
          <Undo2 size={15} strokeWidth={1.6} aria-hidden />
        </button>
        <button type="button" className="button" disabled={future.length === 0} aria-label={actions.redo.label[language]} title={actions.redo.label[language]} onClick={session.redo}>
          <Redo2 size={15} strokeWidth={1.6} aria-hidden />
        </button>
        <button type="button" className="button" onClick={modal.leave}>
          {workbench.close[language]}
        </button>
      </footer>
    </dialog>
  );
}
