/** The chosen subjects side by side: their gaps over each other, the lines of the balance by size of the difference, the inputs that differ. */
import { useMemo, useState } from 'react';
import type { Comparison, Tolerance } from '../../../shared/analysis/compare.ts';
import { compareSubjects } from '../../../shared/analysis/compare.ts';
import { activeEvents } from '../../../shared/charts/axis.ts';
import { buildCompareOption } from '../../../shared/charts/compareOption.ts';
import type { Palette } from '../../../shared/charts/palette.ts';
import { commands } from '../../../shared/commands/registry.ts';
import { formatMonth, formatNumber, formatPeriod, formatQuantity } from '../../../shared/format.ts';
import { compareMessages as say } from '../../../shared/messages/compare.ts';
import type { Language } from '../../../shared/messages/phrase.ts';
import { problemText } from '../../../shared/messages/problems.ts';
import { unitNames } from '../../../shared/messages/units.ts';
import type { CellAddress, Workbook } from '../../../shared/model/workbook.ts';
import { inputText } from '../../../shared/tables/inputText.ts';
import { Drawing } from '../../charts/Drawing.tsx';
import { EventList } from './EventList.tsx';
import type { Session } from '../../store/session.ts';
import type { Subject } from './subjects.ts';

type Props = {
  readonly session: Session;
  readonly workbook: Workbook;
  readonly scenario: string;
  readonly subjects: readonly Subject[];
  readonly palette: Palette;
  readonly language: Language;
  /** Instead of the gaps over each other. */
  readonly picture: React.ReactNode;
  /** What stands between the charts and the tables: the bridge. */
  readonly children: React.ReactNode;
  onGo(address: CellAddress): void;
};

const tolerances: readonly (readonly [string, Tolerance])[] = [
  ['0', { absolute: 0, relative: 1e-9 }],
  ['1 t', { absolute: 1, relative: 0 }],
  ['0.1%', { absolute: 0, relative: 0.001 }],
  ['1%', { absolute: 0, relative: 0.01 }],
  ['5%', { absolute: 0, relative: 0.05 }],
];

type ComparedProps = Omit<Props, 'children' | 'picture'> & { readonly comparison: Comparison };

function Lines({ comparison, language, subjects }: ComparedProps) {
  const changed = comparison.lines.filter((line) => line.changed > 0);
  if (changed.length === 0) return <p className="muted">{say.nothing[language]}</p>;
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{say.line[language]}</th>
          {subjects.slice(1).map(({ key, name, color }) => (
            <th key={key} scope="colgroup" colSpan={3}>
              <i style={{ background: color }} /> {name[language]}
            </th>
          ))}
        </tr>
        <tr>
          <th />
          {subjects.slice(1).map(({ key }) => [
            <th key={`${key}-total`} scope="col">{say.difference[language]}</th>,
            <th key={`${key}-largest`} scope="col">{say.largest[language]}</th>,
            <th key={`${key}-months`} scope="col">{say.months[language]}</th>,
          ])}
        </tr>
      </thead>
      <tbody>
        {changed.map((line) => {
          const isFlow = line.unit === 't' && line.id !== 'inventory';
          const decimals = line.unit === 't' ? 0 : 1;
          const unit = unitNames[line.unit][language];
          return (
            <tr key={line.id} data-line={line.id}>
              <th scope="row">{line.name[language]}</th>
              {line.sides.slice(1).map((side, at) => {
                const largest = side.differences.reduce<number>((best, value, month) => (Math.abs(value ?? 0) > Math.abs(side.differences[best] ?? 0) ? month : best), 0);
                const value = side.differences[largest] ?? null;
                const share = side.relatives[largest] ?? null;
                const key = subjects[at + 1]?.key ?? at;
                return [
                  <td key={`${key}-total`}>
                    {isFlow ? `${formatQuantity(side.total, { decimals, signed: true }, unit, language)} (${formatNumber(side.share, { decimals: 1, percent: true, signed: true }, language)})` : '–'}
                  </td>,
                  <td key={`${key}-largest`}>
                    {formatQuantity(value, { decimals, signed: true }, unit, language)} ({formatNumber(share, { decimals: 1, percent: true, signed: true }, language)}), {formatMonth(comparison.months[largest] ?? '', language)}
                  </td>,
                  <td key={`${key}-months`}>{side.changed}</td>,
                ];
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Inputs({ comparison, subjects, language, workbook, scenario, session, onGo }: ComparedProps) {
  if (comparison.inputs.length === 0) return <p className="muted">{say.noInputs[language]}</p>;
  const own = workbook.scenarios[scenario]?.name ?? { en: scenario, zh: scenario };
  return (
    <table className="figures differing">
      <thead>
        <tr>
          <th scope="col">{say.input[language]}</th>
          <th scope="col">{say.period[language]}</th>
          {subjects.map(({ key, name, color }) => (
            <th key={key} scope="col">
              <i style={{ background: color }} /> {name[language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {comparison.inputs.map(({ path, period, name, unit, cells }) => (
          <tr key={`${path}@${period}`} data-input={`${path}@${period}`}>
            <th scope="row">
              <button type="button" className="link" title={say.goTo(name)[language]} onClick={() => onGo({ path, period })}>
                {name[language]}
              </button>
            </th>
            <td>{period === 'all' ? '' : formatPeriod(period, language)}</td>
            {cells.map((cell, at) => {
              const subject = subjects[at];
              const value = cell?.value ?? null;
              const number = inputText(workbook, path, value, unit, language);
              const adopting = say.adoptInto(name, number, own)[language];
              const isOther = subject !== undefined && !(subject.side.kind === 'scenario' && subject.side.id === scenario);
              return (
                <td key={subject?.key ?? at}>
                  {isOther && value !== null && (
                    <button
                      type="button"
                      className="adopt"
                      aria-label={adopting}
                      title={adopting}
                      onClick={() => session.run(commands.adoptCell, { scenario, path, period, value, ...(cell?.source === undefined ? {} : { source: cell.source }) })}
                    >
                      {say.adopt[language]}
                    </button>
                  )}
                  {number}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ComparePanels(props: Props) {
  const { workbook, subjects, palette, language, picture, children } = props;
  const [tolerance, setTolerance] = useState(0);
  const within = tolerances[tolerance]?.[1];
  const compared = useMemo(() => compareSubjects(subjects, within), [subjects, within]);
  const [held] = subjects;
  const events = useMemo(() => (held ? activeEvents(held.workbook, held.scenario) : []), [held]);
  const chart = useMemo(() => {
    if (!compared.ok) return null;
    return buildCompareOption({ comparison: compared.value, colors: subjects.map(({ color }) => color), shownFrom: workbook.shownFrom, events, title: say.gapTitle[language], palette, language });
  }, [compared, subjects, events, workbook.shownFrom, palette, language]);
  if (!compared.ok) {
    return (
      <>
        {picture}
        <p className="muted">{compared.problem.code === 'compare-too-few' ? say.choose[language] : problemText(compared.problem)[language]}</p>
        {children}
      </>
    );
  }
  const first = subjects[0]?.name ?? { en: '', zh: '' };
  return (
    <>
      {picture ?? (
        <section aria-label={say.gapTitle[language]}>
          <div className="caption">
            <h2>{say.gapTitle[language]}</h2>
            <p>{say.chartSubtitle(first)[language]}</p>
          </div>
          {chart && <Drawing option={chart} name="compare" title={say.gapTitle[language]} language={language} height={330} />}
          <EventList events={events} language={language} />
        </section>
      )}
      {children}
      <section aria-label={say.lines[language]}>
        <header>
          <h2>{say.lines[language]}</h2>
          <label className="option">
            {say.tolerance[language]}
            <select className="field" value={tolerance} onChange={({ target }) => setTolerance(Number(target.value))}>
              {tolerances.map(([name], at) => (
                <option key={name} value={at}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </header>
        <Lines {...props} comparison={compared.value} />
      </section>
      <section aria-label={say.inputs[language]}>
        <header>
          <h2>{say.inputs[language]}</h2>
        </header>
        <Inputs {...props} comparison={compared.value} />
      </section>
    </>
  );
}
