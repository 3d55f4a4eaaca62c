/** The bar above everything: the workbook, its as-of date, the scenarios, and what can be done. */
import { FolderOpen, Languages, Redo2, Save, SunMoon, Undo2, type LucideIcon } from 'lucide-react';
import { actions, isAvailable, specOf, type ActionId, type Situation } from '../../shared/actions.ts';
import { scenarioColors } from '../../shared/charts/palette.ts';
import { keyText } from '../../shared/keys.ts';
import { workbench } from '../../shared/messages/workbench.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import type { ScenarioId } from '../../shared/model/workbook.ts';
import { AsOfButton } from '../dialogs/AsOfButton.tsx';
import { keyPlatform } from '../host/keyPlatform.ts';
import { isUnsaved, type Session, type SessionState } from '../store/session.ts';

type Props = { readonly session: Session; readonly state: SessionState; readonly situation: Situation; readonly language: Language; onScenario(id: ScenarioId): void; onAction(id: ActionId): void };

/** A named button shows its label where there is room; the others are known by their sign. */
type BarButton = { readonly id: ActionId; readonly Icon: LucideIcon; readonly named?: true };

const buttons: readonly BarButton[] = [
  { id: 'open', Icon: FolderOpen, named: true },
  { id: 'save', Icon: Save, named: true },
  { id: 'undo', Icon: Undo2 },
  { id: 'redo', Icon: Redo2 },
  { id: 'switchTheme', Icon: SunMoon },
  { id: 'switchLanguage', Icon: Languages, named: true },
];

function keysOf(id: ActionId): string {
  const key = specOf(id).keys?.[0];
  return key === undefined ? '' : ` (${keyText(key, keyPlatform)})`;
}

export function TopBar({ session, state, situation, language, onScenario, onAction }: Props) {
  const workbook = state.history.present;
  const unsaved = isUnsaved(state);
  const scenarios = Object.entries(workbook.scenarios).sort(([, a], [, b]) => a.order - b.order);
  return (
    <header className="topbar">
      <span className="brand">Lodestone</span>
      <span className="title">
        {workbook.title[language]}
        {unsaved && <i className="unsaved" role="img" aria-label={workbench.unsaved[language]} title={workbench.unsaved[language]} />}
      </span>
      <AsOfButton session={session} workbook={workbook} language={language} />
      <div className="scenarios" role="radiogroup" aria-label={workbench.scenario[language]}>
        {scenarios.map(([id, scenario]) => (
          <button
            key={id}
            type="button"
            role="radio"
            aria-checked={id === state.scenario}
            className={id === state.scenario ? 'pill on' : 'pill'}
            title={scenario.narrative[language]}
            onClick={() => onScenario(id)}
          >
            <i style={{ background: scenarioColors[scenario.color % scenarioColors.length] }} />
            {scenario.name[language]}
          </button>
        ))}
      </div>
      <span className="space" />
      <div className="tools">
        {buttons.map(({ id, Icon, named }) => (
          <button
            key={id}
            type="button"
            className="button"
            disabled={!isAvailable(id, situation)}
            aria-label={actions[id].label[language]}
            title={`${actions[id].label[language]}${keysOf(id)}`}
            onClick={() => onAction(id)}
          >
            <Icon size={15} strokeWidth={1.6} aria-hidden />
            {named && <span>{actions[id].label[language]}</span>}
          </button>
        ))}
      </div>
    </header>
  );
}
