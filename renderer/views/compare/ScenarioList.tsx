/** The scenarios as a tree: which is edited, which are compared, how many differences each has; and the vintages beneath. */
import { Lock } from 'lucide-react';
import { useRef } from 'react';
import { ownDifferenceCount } from '../../../shared/analysis/differences.ts';
import { scenarioColors } from '../../../shared/charts/palette.ts';
import { commands } from '../../../shared/commands/registry.ts';
import { formatDate, formatNumber } from '../../../shared/format.ts';
import { compareMessages } from '../../../shared/messages/compare.ts';
import type { Language } from '../../../shared/messages/phrase.ts';
import { scenarioManager as say } from '../../../shared/messages/scenarioManager.ts';
import { fieldOf } from '../../../shared/messages/structure.ts';
import { scenarioTree } from '../../../shared/model/scenarioTree.ts';
import type { ScenarioId } from '../../../shared/model/workbook.ts';
import type { Session, SessionState } from '../../store/session.ts';
import { scenarioKey, vintageKey, type SubjectKey } from './subjects.ts';

type Props = {
  readonly session: Session;
  readonly state: SessionState;
  readonly language: Language;
  readonly compared: readonly SubjectKey[];
  onScenario(id: ScenarioId): void;
  onToggle(key: SubjectKey): void;
  onRemove(id: ScenarioId): void;
};

export function ScenarioList({ session, state, language, compared, onScenario, onToggle, onRemove }: Props) {
  const tree = useRef<HTMLUListElement>(null);
  const workbook = state.history.present;
  const rows = scenarioTree(workbook.scenarios);
  const vintages = Object.entries(workbook.vintages).sort(([, a], [, b]) => (a.asOf < b.asOf ? -1 : 1));
  const focus = (id: ScenarioId): void => tree.current?.querySelector<HTMLElement>(`[data-scenario="${id}"]`)?.focus();
  const onKey = (event: React.KeyboardEvent, id: ScenarioId): void => {
    // The box in the row has its own keys.
    if (event.target !== event.currentTarget) return;
    const at = rows.findIndex((row) => row.id === id);
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0 && event.altKey) {
      session.run(commands.moveScenario, { scenario: id, by });
      queueMicrotask(() => focus(id));
    } else if (by !== 0) {
      const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
      if (next) {
        onScenario(next.id);
        focus(next.id);
      }
    } else if (event.key === ' ') onToggle(scenarioKey(id));
    else if (event.key === 'Delete') onRemove(id);
    else return;
    event.preventDefault();
  };
  const box = (key: SubjectKey, label: string) => (
    <input type="checkbox" aria-label={label} title={label} checked={compared.includes(key)} tabIndex={-1} onClick={(event) => event.stopPropagation()} onChange={() => onToggle(key)} />
  );
  return (
    <>
      <ul ref={tree} className="scenario-tree" role="tree" aria-label={say.title[language]}>
        {rows.map(({ id, scenario, depth }) => {
          const count = ownDifferenceCount(workbook, id);
          return (
            <li
              key={id}
              role="treeitem"
              aria-level={depth + 1}
              aria-selected={id === state.scenario}
              aria-labelledby={`scenario-${id}`}
              data-scenario={id}
              className={id === state.scenario ? 'on' : ''}
              tabIndex={id === state.scenario ? 0 : -1}
              onClick={() => onScenario(id)}
              onKeyDown={(event) => onKey(event, id)}
            >
              {box(scenarioKey(id), fieldOf(scenario.name, say.inComparison)[language])}
              <span id={`scenario-${id}`} className="scenario" style={{ paddingLeft: 6 + depth * 16 }} title={scenario.narrative[language]}>
                <i style={{ background: scenarioColors[scenario.color % scenarioColors.length] }} />
                <span className="name">{scenario.name[language]}</span>{' '}
                {scenario.locked === true && <Lock size={12} strokeWidth={1.8} aria-label={say.locked[language]} />}
                {scenario.probability !== undefined && <span className="muted">{formatNumber(scenario.probability, { decimals: 0, percent: true }, language)}</span>}{' '}
                <span className="count" title={say.differences(count)[language]}>
                  {scenario.parent === null ? '' : count}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      {vintages.length > 0 && (
        <>
          <h3>{compareMessages.vintages[language]}</h3>
          <ul className="scenario-tree">
            {vintages.map(([id, vintage]) => (
              <li key={id}>
                <label className="vintage">
                  {box(vintageKey(id), fieldOf(vintage.name, say.inComparison)[language])}
                  <span className="name">{vintage.name[language]}</span>
                  <span className="muted">{formatDate(vintage.asOf, language)}</span>
                </label>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
