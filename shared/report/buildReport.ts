/** The report as plain data in one language: the headline, the key numbers, the balance by month, the sources used. */
import { activeEvents } from '../charts/axis.ts';
import { gapTitle } from '../charts/gapTitle.ts';
import { formatDate, formatMonth, formatNumber } from '../format.ts';
import { chartMessages } from '../messages/charts.ts';
import { resultNames } from '../messages/names.ts';
import { phrase, type Language, type Phrase } from '../messages/phrase.ts';
import { reportMessages as say } from '../messages/report.ts';
import type { Balance, MonthlyQuantity } from '../model/balance.ts';
import { decemberOf, yearTotal } from '../model/computeBalance.ts';
import { yearsOf } from '../model/period.ts';
import type { CellState, ScenarioId, Source, Workbook } from '../model/workbook.ts';

export type ReportRow = { readonly kind: 'month' | 'quarter' | 'year'; readonly label: string; readonly mark: string; readonly cells: readonly string[] };

export type Report = {
  readonly title: string;
  readonly scenario: string;
  readonly asOf: string;
  readonly headline: string;
  readonly subtitle: string;
  /** What the numbered marks of the chart stand for. */
  readonly events: readonly string[];
  readonly stackTitle: string;
  readonly keyHead: readonly string[];
  readonly keyRows: readonly { readonly label: string; readonly cells: readonly string[] }[];
  readonly tableHead: readonly string[];
  readonly tableRows: readonly ReportRow[];
  readonly sources: readonly { readonly number: number; readonly text: string }[];
};

type Column = { readonly name: Phrase; readonly line: MonthlyQuantity; readonly signed?: boolean; readonly level?: boolean; readonly decimals?: number };

const markOf: Readonly<Record<CellState, string>> = { actual: '', estimate: 'e', forecast: 'f' };

function columnsOf(workbook: Workbook, balance: Balance): readonly Column[] {
  return [
    { name: resultNames.supply, line: balance.supply },
    ...balance.sectorIds.flatMap((id): Column[] => {
      const sector = workbook.sectors[id];
      const result = balance.sectors[id];
      return sector && result ? [{ name: sector.name, line: result.demand }] : [];
    }),
    { name: resultNames.exports, line: balance.exports },
    { name: resultNames.gap, line: balance.gap, signed: true },
    { name: resultNames.inventory, line: balance.inventory, level: true },
    { name: resultNames.coverDays, line: balance.coverDays, level: true, decimals: 1 },
  ];
}

/** The sum of some months, or of a level the last of them; null when one is missing. */
function total({ line, level }: Column, positions: readonly number[]): number | null {
  if (level === true) return line.values[positions.at(-1) ?? -1] ?? null;
  return positions.reduce<number | null>((sum, at) => {
    const value = line.values[at] ?? null;
    return sum === null || value === null ? null : sum + value;
  }, 0);
}

/** Months with a total after each whole quarter and each whole year that is shown. */
function tableRows(workbook: Workbook, balance: Balance, columns: readonly Column[], language: Language): readonly ReportRow[] {
  const rows: ReportRow[] = [];
  const shown = balance.months.map((month, at) => ({ month, at })).filter(({ month }) => month >= workbook.shownFrom);
  const cells = (positions: readonly number[]): string[] =>
    columns.map((column) => formatNumber(total(column, positions), { decimals: column.decimals ?? 0, ...(column.signed === true ? { signed: true } : {}) }, language));
  shown.forEach(({ month, at }, place) => {
    const year = month.slice(0, 4);
    const number = Number(month.slice(5));
    rows.push({ kind: 'month', label: formatMonth(month, language), mark: markOf[balance.gap.states[at] ?? 'forecast'], cells: cells([at]) });
    const back = (count: number): number[] => (place + 1 >= count ? shown.slice(place + 1 - count, place + 1).map((one) => one.at) : []);
    if (number % 3 === 0 && back(3).length === 3) rows.push({ kind: 'quarter', label: say.quarter(year, number / 3)[language], mark: '', cells: cells(back(3)) });
    if (number === 12 && back(12).length === 12) rows.push({ kind: 'year', label: say.wholeYear(year)[language], mark: '', cells: cells(back(12)) });
  });
  return rows;
}

function keyRows(workbook: Workbook, balance: Balance, language: Language): Report['keyRows'] {
  const years = yearsOf(workbook.horizon);
  const tonnes = (value: number | null, signed = false): string => formatNumber(value, { decimals: 0, signed }, language);
  const named = (year: number): number | null =>
    balance.sectorIds.reduce<number | null>((sum, id) => {
      const demand = balance.sectors[id]?.demand;
      if (workbook.sectors[id]?.kind !== 'driver' || !demand) return sum;
      const value = yearTotal(balance, demand, year);
      return sum === null || value === null ? null : sum + value;
    }, 0);
  const share = (year: number): number | null => {
    const uses = named(year);
    const output = yearTotal(balance, balance.supply, year);
    return uses === null || output === null || output === 0 ? null : uses / output;
  };
  const line = (label: Phrase, cell: (year: number) => string) => ({ label: label[language], cells: years.map(cell) });
  return [
    line(resultNames.supply, (year) => tonnes(yearTotal(balance, balance.supply, year))),
    line(resultNames.demandTotal, (year) => tonnes(yearTotal(balance, balance.demandTotal, year))),
    line(resultNames.exports, (year) => tonnes(yearTotal(balance, balance.exports, year))),
    line(resultNames.gap, (year) => tonnes(yearTotal(balance, balance.gap, year), true)),
    line(say.share, (year) => formatNumber(share(year), { decimals: 1, percent: true }, language)),
    line(say.cover, (year) => formatNumber(balance.coverDays.values[decemberOf(balance, year)] ?? null, { decimals: 1 }, language)),
  ];
}

/** Publisher, title and date; a title that begins with its publisher's name says it once. */
function sourceText(source: Source, language: Language): string {
  const [name = ''] = source.publisher.split(/[\s,(]/);
  const head = name !== '' && source.title.startsWith(name) ? '' : `${source.publisher}: `;
  return `${head}${source.title}, ${formatDate(source.date, language)}`;
}

/** The report of one scenario. Numbers are formatted, totals made from unrounded parts. */
export function buildReport(workbook: Workbook, scenario: ScenarioId, balance: Balance, language: Language): Report {
  const columns = columnsOf(workbook, balance);
  // What came out after the as-of date has not entered the numbers.
  const used = new Set(Object.values(workbook.series).flatMap((series) => Object.values(series.cells).flatMap((cell) => (cell.source === undefined ? [] : [cell.source]))));
  const sources = Object.entries(workbook.sources)
    .filter(([id, source]) => used.has(id) && source.date <= workbook.asOf)
    .sort(([, a], [, b]) => (a.date < b.date ? 1 : -1));
  const name = workbook.scenarios[scenario]?.name ?? phrase(scenario, scenario);
  const asOf = phrase(formatDate(workbook.asOf, 'en'), formatDate(workbook.asOf, 'zh'));
  return {
    title: workbook.title[language],
    scenario: name[language],
    asOf: say.asOf(asOf)[language],
    headline: gapTitle(workbook, balance)[language],
    subtitle: chartMessages.gapSubtitle(name)[language],
    events: activeEvents(workbook, scenario).map((event, at) => `${at + 1}  ${event.title[language]}, ${formatDate(event.date, language)}`),
    stackTitle: `${chartMessages.stackTitle[language]} · ${chartMessages.stackSubtitle()[language]}`,
    keyHead: [say.keyNumbers[language], ...yearsOf(workbook.horizon).map(String)],
    keyRows: keyRows(workbook, balance, language),
    tableHead: [say.month[language], ...columns.map((column) => column.name[language])],
    tableRows: tableRows(workbook, balance, columns, language),
    sources: sources.map(([, source], at) => ({ number: at + 1, text: sourceText(source, language) })),
  };
}
