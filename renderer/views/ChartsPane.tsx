/** The charts beside the grid; they follow every edit in the same frame. */
import { useCallback, useMemo, useState, type ComponentProps } from 'react';
import { activeEvents, namesAlongAxis, shownMonths } from '../../shared/charts/axis.ts';
import { balanceByPeriod } from '../../shared/charts/balanceByPeriod.ts';
import { buildGapOption, gapMargins } from '../../shared/charts/gapOption.ts';
import { gapTitle } from '../../shared/charts/gapTitle.ts';
import { darkPalette, lightPalette } from '../../shared/charts/palette.ts';
import { bandAt, gapReadout, supplyDemandReadout } from '../../shared/charts/readout.ts';
import { buildSupplyDemandOption, supplyDemandMargins } from '../../shared/charts/supplyDemandOption.ts';
import { formatDate, formatMonth, formatNumber, formatQuantity } from '../../shared/format.ts';
import { chartMessages } from '../../shared/messages/charts.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { unitNames } from '../../shared/messages/units.ts';
import { keyNumbers, workbench } from '../../shared/messages/workbench.ts';
import type { Balance } from '../../shared/model/balance.ts';
import { decemberOf, yearTotal } from '../../shared/model/computeBalance.ts';
import { periodOfMonth, type Periodicity } from '../../shared/periodicity.ts';
import type { Chart } from '../charts/Chart.tsx';
import { LateView } from '../late/LateView.tsx';
import { lateParts } from '../lateParts.ts';
import type { PointerStore } from '../store/pointer.ts';
import type { SessionState } from '../store/session.ts';

type PlacedProps = { readonly chart: ComponentProps<typeof Chart>; readonly language: Language };

function PlacedChart({ chart, language }: PlacedProps) {
  return <LateView part={lateParts.chart} language={language} place="box" shows={chart.option} props={chart} waiting={<div className="chart" data-chart={chart.name} />} />;
}

type Props = {
  readonly state: SessionState;
  readonly balance: Balance;
  readonly language: Language;
  readonly dark: boolean;
  readonly periodicity: Periodicity;
  readonly pointer: PointerStore;
  /** Goes to a cell: a month of the gap, or of a band of the stacked chart ("supply", "exports" or a sector's id). */
  onGo(row: string, month: string): void;
};

export function ChartsPane({ state, balance, language, dark, periodicity, pointer, onGo }: Props) {
  const workbook = state.history.present;
  const { scenario } = state;
  const [narrow, setNarrow] = useState(false);
  const palette = dark ? darkPalette : lightPalette;
  const ghost = state.ghost?.scenario === scenario ? state.ghost : null;
  const input = useMemo(
    () => ({ workbook, scenario, balance, palette, language, narrow, periodicity, ...(ghost ? { ghost: ghost.gap } : {}) }),
    [workbook, scenario, balance, palette, language, narrow, periodicity, ghost],
  );
  const gap = useMemo(() => buildGapOption(input), [input]);
  const stack = useMemo(() => buildSupplyDemandOption(input), [input]);
  const lines = useMemo(() => balanceByPeriod(balance, periodicity), [balance, periodicity]);
  const shown = useMemo(() => shownMonths(lines, periodOfMonth(workbook.shownFrom, periodicity)), [lines, workbook.shownFrom, periodicity]);
  const { months } = shown;
  const names = useMemo(() => namesAlongAxis(shown, language, narrow), [shown, language, narrow]);
  const readGap = useCallback((period: string) => gapReadout({ workbook, balance, language }, period), [workbook, balance, language]);
  const readStack = useCallback((period: string) => supplyDemandReadout({ workbook, balance, language }, period), [workbook, balance, language]);
  const pickGap = useCallback((month: string) => onGo('gap', month), [onGo]);
  const pickBand = useCallback(
    (month: string, height: number) => {
      const band = bandAt(lines, month, height * 1000);
      if (band !== null) onGo(band, month);
    },
    [lines, onGo],
  );
  const year = Number(workbook.asOf.slice(0, 4));
  const total = (line: Balance['gap']): number | null => yearTotal(balance, line, year);
  const named = balance.sectorIds.reduce<number | null>((sum, id) => {
    if (workbook.sectors[id]?.kind !== 'driver') return sum;
    const part = balance.sectors[id]?.demand;
    const value = part ? total(part) : null;
    return sum === null || value === null ? null : sum + value;
  }, 0);
  const output = total(balance.supply);
  const december = decemberOf(balance, year);
  const kt = (value: number | null, signed = false): string => formatQuantity(value === null ? null : value / 1000, { decimals: 1, signed }, chartMessages.kilotonnes[language], language);
  const numbers: readonly (readonly [string, string])[] = [
    [kt(total(balance.gap), true), keyNumbers.gap(year)[language]],
    [formatNumber(named === null || output === null || output === 0 ? null : named / output, { decimals: 1, percent: true }, language), keyNumbers.explained(year)[language]],
    [formatQuantity(balance.coverDays.values[december] ?? null, { decimals: 0 }, unitNames.days[language], language), keyNumbers.cover(formatMonth(`${year}-12`, language))[language]],
    [kt(total(balance.exportsDetail.exports)), keyNumbers.exports(year)[language]],
  ];
  const scenarioName = workbook.scenarios[scenario]?.name ?? { en: scenario, zh: scenario };
  const gapWords = { language, title: gapTitle(workbook, balance)[language], subtitle: chartMessages.gapSubtitle(scenarioName, periodicity)[language] };
  const stackWords = { language, title: chartMessages.stackTitle[language], subtitle: `${chartMessages.stackSubtitle(periodicity)[language]} · ${scenarioName[language]}` };
  return (
    <section className="charts" aria-label={workbench.charts[language]}>
      <div className="caption">
        <h2>{gapTitle(workbook, balance)[language]}</h2>
        <p>{chartMessages.gapSubtitle(scenarioName, periodicity)[language]}</p>
        <p className="ghost-line" aria-live="polite">
          {ghost ? ghost.line[language] : ''}
        </p>
      </div>
      <PlacedChart language={language} chart={{ option: gap, name: 'gap', words: gapWords, months, below: { ...gapMargins, names, bands: true }, pointer, onNarrow: setNarrow, readout: readGap, onPick: pickGap }} />
      <div className="caption">
        {activeEvents(workbook, scenario).map((event, at) => (
          <p key={`${event.date} ${event.title.en}`}>
            <b>{at + 1}</b> {event.title[language]}, {formatDate(event.date, language)}
          </p>
        ))}
        <div className="numbers">
          {numbers.map(([value, text]) => (
            <div key={text}>
              <b>{value}</b>
              <span>{text}</span>
            </div>
          ))}
        </div>
        <p>
          {chartMessages.stackTitle[language]} · {chartMessages.stackSubtitle(periodicity)[language]}
        </p>
      </div>
      <PlacedChart language={language} chart={{ option: stack, name: 'supply-demand', words: stackWords, months, below: { ...supplyDemandMargins, names, bands: false }, pointer, onNarrow: setNarrow, readout: readStack, onPick: pickBand }} />
    </section>
  );
}
