/** The gap as it was seen day by day, against what came: a slider over the days on which something became known, and what that was. */
import { useMemo } from 'react';
import { asSeenOn, gapSeenOn, successiveDays, type KnownDay } from '../../../shared/analysis/asOfViews.ts';
import { dateName, rangeName } from '../../../shared/analysis/bridgeEnds.ts';
import { gapSum, type MonthRange } from '../../../shared/analysis/gapSum.ts';
import { activeEvents } from '../../../shared/charts/axis.ts';
import { buildHedgehogOption, type Spine } from '../../../shared/charts/hedgehogOption.ts';
import type { Palette } from '../../../shared/charts/palette.ts';
import { formatDate, formatNumber } from '../../../shared/format.ts';
import { asOfMessages as say, knownOnDay, seenAndCame } from '../../../shared/messages/asOf.ts';
import type { Language, Phrase } from '../../../shared/messages/phrase.ts';
import { computeBalance } from '../../../shared/model/computeBalance.ts';
import type { IsoDate } from '../../../shared/model/period.ts';
import type { ScenarioId, Workbook } from '../../../shared/model/workbook.ts';
import { Drawing } from '../../charts/Drawing.tsx';
import { EventList } from './EventList.tsx';

type Props = {
  readonly workbook: Workbook;
  readonly scenario: ScenarioId;
  /** The days that can be chosen; the first of them is the first on which there is a gap. */
  readonly days: readonly KnownDay[];
  readonly seen: IsoDate;
  /** The day whose view is drawn; it may lag behind the slider while it moves. */
  readonly drawn: IsoDate;
  readonly against: IsoDate;
  readonly months: MonthRange;
  readonly palette: Palette;
  readonly language: Language;
  onSeen(date: IsoDate): void;
  onAgainst(date: IsoDate): void;
};

/** The gap of some months as it was seen on a day, t; null where a month is missing. */
function sumSeen(workbook: Workbook, scenario: ScenarioId, date: IsoDate, months: MonthRange): number | null {
  const balance = computeBalance(asSeenOn(workbook, date), scenario);
  const sum = balance.ok ? gapSum(balance.value, months, dateName(date)) : balance;
  return sum.ok ? sum.value : null;
}

function findingOf({ workbook, scenario, drawn, against, months }: Props, language: Language): Phrase {
  const [seen, came] = [drawn, against].map((date) => sumSeen(workbook, scenario, date, months));
  if (seen === null || seen === undefined || came === null || came === undefined) return say.neutral;
  const kilotonnes = (value: number): string => formatNumber(value / 1000, { decimals: 1, signed: true }, language);
  return seenAndCame({ day: dateName(drawn), gap: kilotonnes(seen) }, { day: dateName(against), gap: kilotonnes(came) }, rangeName(months));
}

export function AsOfPanel(props: Props) {
  const { workbook, scenario, days, seen, drawn, against, palette, language, onSeen, onAgainst } = props;
  const at = Math.max(0, days.findIndex(({ date }) => date === seen));
  const day = days[at];
  const known = day ? knownOnDay(workbook, day.date, day.cells, day.vintage)[language] : '';
  const title = findingOf(props, language)[language];
  const events = useMemo(() => activeEvents(asSeenOn(workbook, against), scenario), [workbook, scenario, against]);
  const option = useMemo(() => {
    const earlier = successiveDays(days).filter(({ date }) => date < drawn);
    const spines = [...earlier.map(({ date }) => date), drawn].flatMap((date): Spine[] => {
      const values = gapSeenOn(workbook, scenario, date);
      return values === null ? [] : [{ name: dateName(date), from: date.slice(0, 7), values, chosen: date === drawn }];
    });
    const latest = computeBalance(asSeenOn(workbook, against), scenario);
    if (!latest.ok) return null;
    const came = { name: say.came(dateName(against)), values: latest.value.gap.values };
    return buildHedgehogOption({ months: latest.value.months, shownFrom: workbook.shownFrom, spines, came, events, title, palette, language });
  }, [workbook, scenario, days, drawn, against, events, title, palette, language]);
  const hasGap = gapSeenOn(workbook, scenario, drawn) !== null;
  return (
    <section className="as-of" aria-label={say.neutral[language]}>
      <div className="caption">
        <h2>{title}</h2>
        <p>{say.subtitle(workbook.scenarios[scenario]?.name ?? { en: scenario, zh: scenario })[language]}</p>
      </div>
      {option && <Drawing option={option} name="hedgehog" title={title} language={language} height={300} />}
      <div className="as-of-days">
        <label>
          <span className="muted">{say.seen[language]}</span>
          <input
            type="range"
            min={0}
            max={Math.max(0, days.length - 1)}
            step={1}
            value={at}
            list="as-of-vintages"
            aria-valuetext={known}
            onChange={({ target }) => {
              const next = days[Number(target.value)];
              if (next) onSeen(next.date);
            }}
          />
        </label>
        <datalist id="as-of-vintages">
          {days.map(({ date, vintage }, place) => vintage !== null && <option key={date} value={place} />)}
        </datalist>
        <b className="day">{formatDate(seen, language)}</b>
        <label className="option">
          {say.against[language]}
          <select
            className="field"
            value={against}
            onChange={({ target }) => {
              const next = days.find(({ date }) => date === target.value);
              if (next) onAgainst(next.date);
            }}
          >
            {[...days].reverse().map(({ date, vintage }) => (
              <option key={date} value={date}>
                {vintage === null ? formatDate(date, language) : (workbook.vintages[vintage]?.name[language] ?? formatDate(date, language))}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="known" aria-live="polite">
        {known}
      </p>
      {!hasGap && <p className="muted">{say.noGap(dateName(drawn))[language]}</p>}
      <EventList events={events} language={language} />
    </section>
  );
}
