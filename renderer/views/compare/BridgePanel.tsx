/** Why the gap of the one is not that of the other: what the bridge leads between, over which months, by what, and how it is worked out. */
import { useMemo } from 'react';
import { bridgeEnds } from '../../../shared/analysis/bridgeEnds.ts';
import type { BridgeJob } from '../../../shared/analysis/bridgeJob.ts';
import type { BridgeLevel } from '../../../shared/analysis/bridgeLevel.ts';
import type { MonthRange } from '../../../shared/analysis/gapSum.ts';
import type { Palette } from '../../../shared/charts/palette.ts';
import { formatMonth } from '../../../shared/format.ts';
import { bridgeLevels } from '../../../shared/messages/bridge.ts';
import { bridgeMessages as say } from '../../../shared/messages/compare.ts';
import type { Language, Phrase } from '../../../shared/messages/phrase.ts';
import { problemText } from '../../../shared/messages/problems.ts';
import { fieldOf } from '../../../shared/messages/structure.ts';
import { monthsOf } from '../../../shared/model/period.ts';
import { withoutReport } from '../../../shared/model/withoutReport.ts';
import type { ScenarioId, Workbook } from '../../../shared/model/workbook.ts';
import type { Comparing } from '../../store/preferences.ts';
import { bridgeChoice } from './bridgeChoice.ts';
import { SamplingFields } from './SamplingFields.tsx';
import { ShownBridge } from './ShownBridge.tsx';
import type { Subject } from './subjects.ts';
import { useBridge } from './useBridge.ts';

type Props = {
  readonly workbook: Workbook;
  readonly scenario: ScenarioId;
  readonly subjects: readonly Subject[];
  readonly comparing: Comparing;
  readonly palette: Palette;
  readonly language: Language;
  onComparing(change: Comparing): void;
  onPrint(job: BridgeJob): void;
  onProblem(sentence: Phrase): void;
};

const levels = Object.keys(bridgeLevels) as readonly BridgeLevel[];

type RangeProps = { readonly label: Phrase; readonly range: MonthRange; readonly workbook: Workbook; readonly language: Language; onChange(range: MonthRange): void };

function RangeFields({ label, range, workbook, language, onChange }: RangeProps) {
  const months = monthsOf(workbook.horizon);
  const select = (end: 'from' | 'to', value: string): void => {
    const month = months.find((one) => one === value);
    if (month === undefined) return;
    const other = end === 'from' ? { from: month, to: range.to < month ? month : range.to } : { from: range.from > month ? month : range.from, to: month };
    onChange(other);
  };
  const field = (end: 'from' | 'to') => (
    <select className="field" aria-label={fieldOf(label, say[end])[language]} value={range[end]} onChange={({ target }) => select(end, target.value)}>
      {months.map((month) => (
        <option key={month} value={month}>
          {formatMonth(month, language)}
        </option>
      ))}
    </select>
  );
  return (
    <span className="range">
      <span className="muted">{label[language]}</span> {field('from')} – {field('to')}
    </span>
  );
}

export function BridgePanel({ workbook, scenario, subjects, comparing, palette, language, onComparing, onPrint, onProblem }: Props) {
  const { between, level, months, earlier, other, job } = bridgeChoice(workbook, scenario, subjects, comparing);
  const others = subjects.slice(1);
  // A page more in the report is no other bridge.
  const { state, working, cancel } = useBridge(withoutReport(workbook), job);
  const done = state?.kind === 'done' ? state : null;
  const ends = useMemo(() => (done === null ? null : bridgeEnds(workbook, done.job)), [done, workbook]);
  const method = done?.result.ok === true ? done.result.value.method : null;
  const canSample = between === 'subjects' && (comparing.sampled !== undefined || (method?.kind === 'exact' && method.gathered !== undefined));
  return (
    <section className="bridge" aria-label={say.title[language]} aria-busy={working !== null}>
      <header>
        <h2>{say.title[language]}</h2>
        <select className="field" aria-label={say.kind[language]} value={between} onChange={({ target }) => onComparing({ between: target.value === 'months' ? 'months' : 'subjects' })}>
          <option value="subjects">{say.kinds.subjects[language]}</option>
          <option value="months">{say.kinds.months[language]}</option>
        </select>
        {between === 'subjects' && others.length > 1 && (
          <select className="field" aria-label={say.to[language]} value={other?.key ?? ''} onChange={({ target }) => onComparing({ to: target.value })}>
            {others.map(({ key, name }) => (
              <option key={key} value={key}>
                {name[language]}
              </option>
            ))}
          </select>
        )}
        <label className="option">
          {say.by[language]}
          <select
            className="field"
            value={level}
            onChange={({ target }) => {
              const next = levels.find((one) => one === target.value);
              if (next) onComparing({ level: next });
            }}
          >
            {levels
              .filter((one) => between === 'subjects' || one === 'sector' || one === 'driver')
              .map((one) => (
                <option key={one} value={one}>
                  {bridgeLevels[one][language]}
                </option>
              ))}
          </select>
        </label>
        {between === 'months' && <RangeFields label={say.firstRange} range={earlier} workbook={workbook} language={language} onChange={(range) => onComparing({ earlier: range })} />}
        <RangeFields label={between === 'months' ? say.secondRange : say.over} range={months} workbook={workbook} language={language} onChange={(range) => onComparing({ months: range })} />
        {canSample && <SamplingFields sampled={comparing.sampled} language={language} onChange={(sampled) => onComparing({ sampled })} onProblem={onProblem} />}
        {job !== null && done?.result.ok === true && (
          <button type="button" className="button" onClick={() => onPrint(job)}>
            {say.print[language]}
          </button>
        )}
      </header>
      {between === 'subjects' && job === null && <p className="muted">{say.mixedKinds[language]}</p>}
      {working !== null && (
        <p className="working" role="status">
          {say.working[language]} <progress value={working} max={1} aria-label={say.working[language]} />
          <button type="button" className="button" onClick={cancel}>
            {say.cancel[language]}
          </button>
        </p>
      )}
      {state?.kind === 'cancelled' && <p className="muted">{say.cancelled[language]}</p>}
      {done && !done.result.ok && <p className="muted">{problemText(done.result.problem)[language]}</p>}
      {done?.result.ok === true && ends !== null && <ShownBridge bridge={done.result.value} ends={ends} palette={palette} language={language} />}
    </section>
  );
}
