/** Why the gap of the one is not that of the other: the choice of months and level, the waterfall, and its table. */
import { CustomChart } from 'echarts/charts';
import { use as register } from 'echarts/core';
import { useMemo, useState } from 'react';
import type { Bridge } from '../../../shared/analysis/bridge.ts';
import type { BridgeJob } from '../../../shared/analysis/bridgeJob.ts';
import type { BridgeLevel } from '../../../shared/analysis/bridgeLevel.ts';
import type { MonthRange } from '../../../shared/analysis/gapSum.ts';
import type { Palette } from '../../../shared/charts/palette.ts';
import { buildWaterfallOption } from '../../../shared/charts/waterfallOption.ts';
import { formatMonth, formatNumber } from '../../../shared/format.ts';
import { bridgeLevels, bridgeWords } from '../../../shared/messages/bridge.ts';
import { bridgeMessages as say, bridgeTitle } from '../../../shared/messages/compare.ts';
import { phrase, type Language, type Phrase } from '../../../shared/messages/phrase.ts';
import { problemText } from '../../../shared/messages/problems.ts';
import { fieldOf } from '../../../shared/messages/structure.ts';
import { monthsOf, type Month } from '../../../shared/model/period.ts';
import type { ScenarioId, Workbook } from '../../../shared/model/workbook.ts';
import { bridgeRows } from '../../../shared/tables/bridgeRows.ts';
import { Drawing } from '../../charts/Drawing.tsx';
import type { Subject } from './subjects.ts';
import { useBridge } from './useBridge.ts';

register([CustomChart]);

type Props = { readonly workbook: Workbook; readonly scenario: ScenarioId; readonly subjects: readonly Subject[]; readonly palette: Palette; readonly language: Language };

const levels = Object.keys(bridgeLevels) as readonly BridgeLevel[];

/** The calendar year of the as-of date, or what of it lies in the horizon. */
function asOfYear({ asOf, horizon }: Workbook): MonthRange {
  const months = monthsOf(horizon).filter((month) => month.startsWith(asOf.slice(0, 4)));
  return { from: months[0] ?? horizon.start, to: months.at(-1) ?? horizon.end };
}

/** The same months a year before, or the first year of the horizon where there is none. */
function yearBefore(range: MonthRange, { horizon }: Workbook): MonthRange {
  const back = (month: Month): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
  const months = monthsOf(horizon);
  const at = (month: string): Month => months.find((one) => one >= month) ?? horizon.start;
  return { from: at(back(range.from)), to: at(back(range.to)) };
}

function rangeName({ from, to }: MonthRange): Phrase {
  const text = (language: Language): string => (from === to ? formatMonth(from, language) : `${formatMonth(from, language)} – ${formatMonth(to, language)}`);
  return phrase(text('en'), text('zh'));
}

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

/** The job of two subjects; null where no bridge leads from the one to the other. */
function jobOf(first: Subject | undefined, second: Subject | undefined, scenario: ScenarioId, months: MonthRange, level: BridgeLevel): BridgeJob | null {
  if (!first || !second) return null;
  const kinds = [first.side.kind, second.side.kind];
  if (kinds.every((kind) => kind === 'scenario')) return { kind: 'scenarios', from: first.scenario, to: second.scenario, months, level };
  if (!kinds.every((kind) => kind === 'vintage')) return null;
  const view = ({ workbook: seen }: Subject) => ({ asOf: seen.asOf, vintage: seen.vintage });
  return { kind: 'vintages', scenario, from: view(first), to: view(second), months, level };
}

type ShownProps = { readonly bridge: Bridge; readonly ends: { readonly from: Phrase; readonly to: Phrase }; readonly palette: Palette; readonly language: Language };

function methodText({ method }: Bridge, language: Language): string {
  if (method.kind === 'exact') return bridgeWords.exact(method.parts, method.outcomes)[language];
  return method.kind === 'additive' ? bridgeWords.additive[language] : bridgeWords.sampled(method.parts, method.orders, method.generator, method.seed)[language];
}

function ShownBridge({ bridge, ends, palette, language }: ShownProps) {
  const decimals = Math.max(Math.abs(bridge.from), Math.abs(bridge.to), Math.abs(bridge.to - bridge.from)) < 3000 ? 2 : 1;
  const rows = useMemo(() => bridgeRows(bridge, ends, { decimals }), [bridge, ends, decimals]);
  const signed = (value: number): string => formatNumber(value, { decimals, signed: true }, language);
  const largest = rows.find(({ kind }) => kind === 'step');
  const change = (rows.at(-1)?.printed ?? 0) - (rows[0]?.printed ?? 0);
  const title = bridgeTitle(ends.from, ends.to, signed(change), largest ? { name: largest.name, printed: signed(largest.printed) } : null)[language];
  const option = useMemo(() => buildWaterfallOption({ rows, title, palette, language, decimals, nameWidth: 262 }), [rows, title, palette, language, decimals]);
  const hasErrors = rows.some(({ standardError }) => standardError !== undefined);
  let running = 0;
  return (
    <>
      <div className="caption">
        <h2 className="bridge-title">{title}</h2>
        <p>{methodText(bridge, language)}</p>
      </div>
      <Drawing option={option} name="bridge" title={title} height={rows.length * 27 + 30} />
      <details>
        <summary>{say.table[language]}</summary>
        <table className="figures bridge-table">
          <thead>
            <tr>
              <th scope="col">{say.step[language]}</th>
              <th scope="col">{say.contribution[language]}</th>
              {hasErrors && <th scope="col">{say.error[language]}</th>}
              <th scope="col">{say.running[language]}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              running = row.kind === 'step' ? running + row.printed : row.printed;
              return (
                <tr key={row.id} className={row.kind === 'step' ? '' : 'total'} data-step={row.id}>
                  <th scope="row">{row.name[language]}</th>
                  <td>{formatNumber(row.printed, { decimals, signed: row.kind === 'step' }, language)}</td>
                  {hasErrors && <td>{row.standardError === undefined ? '' : formatNumber(row.standardError, { decimals: decimals + 1 }, language)}</td>}
                  <td>{formatNumber(running, { decimals }, language)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </details>
    </>
  );
}

export function BridgePanel({ workbook, scenario, subjects, palette, language }: Props) {
  const [between, setBetween] = useState<'subjects' | 'months'>('subjects');
  const [level, setLevel] = useState<BridgeLevel>('driver');
  const [chosen, setChosen] = useState<MonthRange | null>(null);
  const [before, setBefore] = useState<MonthRange | null>(null);
  const [second, setSecond] = useState('');
  const months = chosen ?? asOfYear(workbook);
  const earlier = before ?? yearBefore(months, workbook);
  const [first, ...others] = subjects;
  const other = others.find(({ key }) => key === second) ?? others[0];
  const monthLevel = level === 'driver' ? 'driver' : 'sector';
  const job: BridgeJob | null =
    between === 'months' ? { kind: 'months', scenario, from: earlier, to: months, level: monthLevel } : jobOf(first, other, scenario, months, level);
  const { state, working, cancel } = useBridge(workbook, job);
  const done = state?.kind === 'done' ? state : null;
  const ends = useMemo(() => {
    if (done?.job.kind === 'months') return { from: rangeName(done.job.from), to: rangeName(done.job.to) };
    const nameOf = (id: string): Phrase => workbook.scenarios[id]?.name ?? { en: id, zh: id };
    if (done?.job.kind === 'scenarios') return { from: nameOf(done.job.from), to: nameOf(done.job.to) };
    return { from: first?.name ?? nameOf(scenario), to: other?.name ?? nameOf(scenario) };
  }, [done, workbook.scenarios, first?.name, other?.name, scenario]);
  return (
    <section className="bridge" aria-label={say.title[language]} aria-busy={working !== null}>
      <header>
        <h2>{say.title[language]}</h2>
        <select className="field" aria-label={say.kind[language]} value={between} onChange={({ target }) => setBetween(target.value === 'months' ? 'months' : 'subjects')}>
          <option value="subjects">{say.kinds.subjects[language]}</option>
          <option value="months">{say.kinds.months[language]}</option>
        </select>
        {between === 'subjects' && others.length > 1 && (
          <select className="field" aria-label={say.to[language]} value={other?.key ?? ''} onChange={({ target }) => setSecond(target.value)}>
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
            value={between === 'months' ? monthLevel : level}
            onChange={({ target }) => {
              const next = levels.find((one) => one === target.value);
              if (next) setLevel(next);
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
        {between === 'months' && <RangeFields label={say.firstRange} range={earlier} workbook={workbook} language={language} onChange={setBefore} />}
        <RangeFields label={between === 'months' ? say.secondRange : say.over} range={months} workbook={workbook} language={language} onChange={setChosen} />
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
      {done?.result.ok === true && <ShownBridge bridge={done.result.value} ends={ends} palette={palette} language={language} />}
    </section>
  );
}
