/** The bar above everything: the workbook, its as-of date, the scenarios, and what can be done. */
import { actions, type ActionId } from '../../shared/actions.ts';
import { scenarioColors } from '../../shared/charts/palette.ts';
import { formatDate } from '../../shared/format.ts';
import { asOfText, workbench } from '../../shared/messages/workbench.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { isUnsaved, type Session, type SessionState } from '../store/session.ts';

type Props = { readonly session: Session; readonly state: SessionState; readonly language: Language; onAction(id: ActionId): void };

const buttons: readonly ActionId[] = ['open', 'save', 'undo', 'redo', 'switchTheme', 'switchLanguage'];

function keysOf(id: ActionId): string {
  const spec = actions[id];
  return 'keys' in spec ? ` (${spec.keys[0].replace('Mod', 'Ctrl')})` : '';
}

export function TopBar({ session, state, language, onAction }: Props) {
  const workbook = state.history.present;
  const unsaved = isUnsaved(state);
  const disabled = (id: ActionId): boolean =>
    (id === 'undo' && state.history.past.length === 0) || (id === 'redo' && state.history.future.length === 0);
  const scenarios = Object.entries(workbook.scenarios).sort(([, a], [, b]) => a.order - b.order);
  return (
    <header className="topbar">
      <span className="brand">Lodestone</span>
      <span className="title">
        {workbook.title[language]}
        {unsaved && <i className="unsaved" role="img" aria-label={workbench.unsaved[language]} title={workbench.unsaved[language]} />}
      </span>
      <span className="muted as-of">{asOfText(formatDate(workbook.asOf, language))[language]}</span>
      <div className="scenarios" role="radiogroup" aria-label={workbench.scenario[language]}>
        {scenarios.map(([id, scenario]) => (
          <button
            key={id}
            type="button"
            role="radio"
            aria-checked={id === state.scenario}
            className={id === state.scenario ? 'pill on' : 'pill'}
            title={scenario.narrative[language]}
            onClick={() => session.chooseScenario(id)}
          >
            <i style={{ background: scenarioColors[scenario.color % scenarioColors.length] }} />
            {scenario.name[language]}
          </button>
        ))}
      </div>
      <span className="space" />
      {buttons.map((id) => (
        <button key={id} type="button" className="button" disabled={disabled(id)} title={`${actions[id].label[language]}${keysOf(id)}`} onClick={() => onAction(id)}>
          {actions[id].label[language]}
        </button>
      ))}
    </header>
  );
}
