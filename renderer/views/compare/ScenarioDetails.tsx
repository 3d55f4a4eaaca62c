/** One scenario: what can be done with it, its texts, and where it stands. */
import { useState } from 'react';
import { scenarioColors } from '../../../shared/charts/palette.ts';
import { commands } from '../../../shared/commands/registry.ts';
import { formatNumber } from '../../../shared/format.ts';
import type { Language, Phrase } from '../../../shared/messages/phrase.ts';
import { scenarioManager as say } from '../../../shared/messages/scenarioManager.ts';
import { fieldOf } from '../../../shared/messages/structure.ts';
import { descendantsOf, scenarioTree } from '../../../shared/model/scenarioTree.ts';
import type { ScenarioId, Workbook } from '../../../shared/model/workbook.ts';
import { parseNumber } from '../../../shared/tables/parseNumber.ts';
import { problemText } from '../../../shared/messages/problems.ts';
import { DraftField } from '../../dialogs/DraftField.tsx';
import { NameFields } from '../../dialogs/NameFields.tsx';
import type { Session } from '../../store/session.ts';

type Props = {
  readonly session: Session;
  readonly workbook: Workbook;
  readonly scenario: ScenarioId;
  readonly language: Language;
  readonly removing: boolean;
  onScenario(id: ScenarioId): void;
  onRemove(): void;
  onKept(): void;
};

/** Runs what makes a scenario, and goes to it. */
function useMake({ session, onScenario }: Props): (make: () => void) => void {
  return (make) => {
    const before = session.state.get().history.present.scenarios;
    make();
    const made = Object.keys(session.state.get().history.present.scenarios).find((id) => !Object.hasOwn(before, id));
    if (made !== undefined) onScenario(made);
  };
}

function Narrative({ session, workbook, scenario, language }: Props) {
  const stored = workbook.scenarios[scenario]?.narrative ?? { en: '', zh: '' };
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <textarea
      className="field narrative"
      rows={3}
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      aria-label={say.narrative[language]}
      placeholder={say.narrative[language]}
      value={draft ?? stored[language]}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={() => {
        setDraft(null);
        if (draft !== null) session.run(commands.describeScenario, { scenario, narrative: { ...stored, [language]: draft } });
      }}
    />
  );
}

/** What becomes of the scenarios under one that is to go. */
function Removing({ session, workbook, scenario, language, onKept }: Props) {
  const own = workbook.scenarios[scenario];
  const below = descendantsOf(workbook.scenarios, scenario);
  if (!own || own.parent === null) return null;
  const names = (key: Language): string => below.map((id) => workbook.scenarios[id]?.name[key] ?? id).join(key === 'zh' ? '、' : ', ');
  const run = (children: 'remove' | 'keep'): void => {
    session.run(commands.removeScenario, { scenario, children });
    onKept();
  };
  const parent: Phrase = workbook.scenarios[own.parent]?.name ?? { en: own.parent, zh: own.parent };
  return (
    <div className="removing" role="alertdialog" aria-label={say.remove[language]}>
      <p>{say.under(own.name, { en: names('en'), zh: names('zh') })[language]}</p>
      <button type="button" className="button" autoFocus onClick={() => run('keep')}>
        {say.keepChildren(parent)[language]}
      </button>
      <button type="button" className="button" onClick={() => run('remove')}>
        {say.removeAll(below.length)[language]}
      </button>
      <button type="button" className="button" onClick={onKept}>
        {say.cancel[language]}
      </button>
    </div>
  );
}

export function ScenarioDetails(props: Props) {
  const { session, workbook, scenario: id, language, removing, onRemove } = props;
  const make = useMake(props);
  const scenario = workbook.scenarios[id];
  if (!scenario) return null;
  const isRoot = scenario.parent === null;
  const button = (label: Phrase, act: () => void, disabled = false) => (
    <button type="button" className="button" disabled={disabled} onClick={act}>
      {label[language]}
    </button>
  );
  const rate = (text: string): void => {
    if (text.trim() === '') return session.run(commands.rateScenario, { scenario: id, probability: null });
    const read = parseNumber(text);
    if (!read.ok) return session.notify(problemText(read.problem), 'problem');
    session.run(commands.rateScenario, { scenario: id, probability: /[%％]/.test(text) ? read.value : read.value / 100 });
  };
  const below = new Set([id, ...descendantsOf(workbook.scenarios, id)]);
  return (
    <section className="scenario-details" aria-label={scenario.name[language]}>
      <div className="choice" role="toolbar" aria-label={say.title[language]}>
        {button(isRoot ? say.add : say.branch, () => make(() => session.run(commands.addScenario, { name: say.newScenario, parent: id })))}
        {button(say.duplicate, () => make(() => session.run(commands.duplicateScenario, { scenario: id })))}
        {button(say.moveUp, () => session.run(commands.moveScenario, { scenario: id, by: -1 }), isRoot)}
        {button(say.moveDown, () => session.run(commands.moveScenario, { scenario: id, by: 1 }), isRoot)}
        {button(say.remove, onRemove, isRoot)}
      </div>
      {removing && <Removing {...props} />}
      <div className="pair">
        <NameFields name={scenario.name} language={language} onCommit={(name) => session.run(commands.renameScenario, { scenario: id, name })} />
      </div>
      <Narrative key={`${id}-${language}`} {...props} />
      {isRoot ? (
        <p className="muted">{say.root[language]}</p>
      ) : (
        <div className="facts">
          <label>
            <span className="muted">{say.parent[language]}</span>
            <select className="field" value={scenario.parent ?? ''} onChange={({ target }) => session.run(commands.reparentScenario, { scenario: id, parent: target.value })}>
              {scenarioTree(workbook.scenarios).map(({ id: other, scenario: one, depth }) => (
                <option key={other} value={other} disabled={below.has(other)}>
                  {`${'\u2003'.repeat(depth)}${one.name[language]}`}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span className="muted">{say.probability[language]}</span>
            <DraftField
              label={fieldOf(scenario.name, say.probability)[language]}
              value={scenario.probability === undefined ? '' : formatNumber(scenario.probability, { decimals: 0, percent: true }, 'en')}
              onCommit={rate}
            />
          </label>
        </div>
      )}
      <div className="facts">
        <div className="swatches" role="radiogroup" aria-label={say.color[language]}>
          {scenarioColors.map((color, at) => (
            <button
              key={color}
              type="button"
              role="radio"
              aria-checked={scenario.color === at}
              aria-label={say.colorOf(at)[language]}
              style={{ background: color }}
              onClick={() => session.run(commands.colorScenario, { scenario: id, color: at })}
            />
          ))}
        </div>
        <label className="option">
          <input type="checkbox" checked={scenario.locked === true} onChange={({ target }) => session.run(commands.lockScenario, { scenario: id, locked: target.checked })} />
          {say.locked[language]}
        </label>
      </div>
    </section>
  );
}
