/** Page one: the finding, the gap by month, the key numbers, what changed, and what the other scenarios would do to it. */
import { bridgePeriods } from '../../analysis/bridgePeriods.ts';
import type { BridgeJob } from '../../analysis/bridgeJob.ts';
import type { Bridge } from '../../analysis/bridge.ts';
import { rangeOfYear, type MonthRange } from '../../analysis/gapSum.ts';
import { activeEvents } from '../../charts/axis.ts';
import { buildGapOption } from '../../charts/gapOption.ts';
import { gapTitle } from '../../charts/gapTitle.ts';
import { buildWaterfallOption } from '../../charts/waterfallOption.ts';
import { allFindings } from '../../claims/checks.ts';
import { formatDate, formatNumber } from '../../format.ts';
import { chartMessages } from '../../messages/charts.ts';
import { resultNames } from '../../messages/names.ts';
import { phrase, type Phrase } from '../../messages/phrase.ts';
import { problemText } from '../../messages/problems.ts';
import { headlineMessages as say, reportMessages } from '../../messages/report.ts';
import type { MonthlyQuantity } from '../../model/balance.ts';
import { computeBalance, decemberOf, yearTotal } from '../../model/computeBalance.ts';
import { yearsOf, type IsoDate } from '../../model/period.ts';
import type { Result } from '../../result.ts';
import { bridgeSheet } from '../../tables/bridgeSheet.ts';
import { altText } from '../altText.ts';
import { eventsText } from '../eventList.ts';
import type { Block, ListItem, PageRow, ReportPage, TableBlock } from '../page.ts';
import { isRevised, markOf, periodState, revisedMark } from '../periodTotals.ts';
import { reportBridge } from '../reportBridges.ts';
import { marksText, vintageBefore, type ReportContext } from '../reportContext.ts';
import { sourceNotes } from '../sourceNotes.ts';

/** Steps of the bridge that page one has room for, and other scenarios that it names. */
const stepLimit = 7;
const riskLimit = 4;

function kilotonnes(value: number | null, { language }: ReportContext, signed = false): string {
  return formatNumber(value === null ? null : value / 1000, { decimals: 1, signed }, language);
}

function keyTable(context: ReportContext): TableBlock {
  const { workbook, balance, before, language } = context;
  const years = yearsOf(workbook.horizon);
  const named = (year: number): number | null =>
    balance.sectorIds.reduce<number | null>((sum, id) => {
      const demand = balance.sectors[id]?.demand;
      if (workbook.sectors[id]?.kind !== 'driver' || !demand) return sum;
      const value = yearTotal(balance, demand, year);
      return sum === null || value === null ? null : sum + value;
    }, 0);
  const share = (year: number): number | null => {
    const [uses, output] = [named(year), yearTotal(balance, balance.supply, year)];
    return uses === null || output === null || output === 0 ? null : uses / output;
  };
  const placesOf = (year: number): readonly number[] => balance.months.flatMap((month, at) => (month.startsWith(`${year}-`) ? [at] : []));
  const row = (label: Phrase, text: (year: number) => string, kind: PageRow['kind'] = 'plain', mark: (year: number) => string = () => ''): PageRow => ({
    kind,
    cells: [{ text: label[language] }, ...years.map((year) => ({ text: text(year), mark: mark(year) }))],
  });
  const sums = (label: Phrase, name: 'supply' | 'demandTotal' | 'exports' | 'gap', signed = false): PageRow =>
    row(
      label,
      (year) => formatNumber(yearTotal(balance, balance[name], year), { decimals: 0, signed }, language),
      signed ? 'total' : 'plain',
      (year) => (isRevised(balance[name], before?.balance[name], placesOf(year)) ? revisedMark : ''),
    );
  return {
    kind: 'table',
    id: 'key',
    size: 'normal',
    columns: [
      { head: reportMessages.keyNumbers[language], width: 46, align: 'left' },
      ...years.map((year) => ({ head: String(year), mark: markOf[periodState(balance.gap, placesOf(year))], width: 54 / Math.max(1, years.length), align: 'right' as const })),
    ],
    rows: [
      sums(resultNames.supply, 'supply'),
      sums(resultNames.demandTotal, 'demandTotal'),
      sums(resultNames.exports, 'exports'),
      sums(resultNames.gap, 'gap', true),
      row(reportMessages.share, (year) => formatNumber(share(year), { decimals: 1, percent: true }, language)),
      row(reportMessages.cover, (year) => formatNumber(balance.coverDays.values[decemberOf(balance, year)] ?? null, { decimals: 1 }, language)),
    ],
  };
}

function monthsOfYear({ balance }: ReportContext, year: number): MonthRange | null {
  const months = balance.months.filter((month) => month.startsWith(`${year}-`));
  const [from] = months;
  const to = months.at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}

type Change = { readonly title: Phrase; readonly ends: { readonly from: Phrase; readonly to: Phrase }; /** Null where it is to come. */ readonly bridge: Result<Bridge> | null };

/** From the last vintage to the day of the view. */
function vintageJob({ workbook, scenario, year }: ReportContext, from: string, asOf: IsoDate): BridgeJob | null {
  const months = yearsOf(workbook.horizon).includes(year) ? rangeOfYear(year) : null;
  return months && { kind: 'vintages', scenario, from: { asOf, vintage: from }, to: { asOf: workbook.asOf, vintage: workbook.vintage }, months, level: 'sector' };
}

/** Since the last vintage before the day of the view; without one, since the year before. */
function changeOf(context: ReportContext): Change | null {
  const { workbook, balance, year, name } = context;
  const last = vintageBefore(workbook);
  const seen = last === null ? undefined : workbook.vintages[last];
  if (last !== null && seen) {
    const job = vintageJob(context, last, seen.asOf);
    const now = phrase(formatDate(workbook.asOf, 'en'), formatDate(workbook.asOf, 'zh'));
    if (job !== null) return { title: say.sinceVintage(seen.name), ends: { from: seen.name, to: now }, bridge: reportBridge(context, job) };
  }
  const [before, now] = [monthsOfYear(context, year - 1), monthsOfYear(context, year)];
  if (!before || !now) return null;
  const ends = { from: say.yearName(String(year - 1)), to: say.yearName(String(year)) };
  return { title: say.sinceYear(String(year), String(year - 1)), ends, bridge: bridgePeriods(workbook, balance, { from: before, to: now, level: 'sector' }, name) };
}

function changeBlocks(context: ReportContext): readonly Block[] {
  const { language, palette, year } = context;
  const change = changeOf(context);
  if (!change) return [];
  const { title, ends, bridge } = change;
  if (bridge === null) return [{ kind: 'heading', level: 3, text: title[language] }, { kind: 'text', tone: 'small', text: say.bridgeComes[language] }];
  if (!bridge.ok) return [{ kind: 'heading', level: 3, text: title[language] }, { kind: 'text', tone: 'small', text: say.noBridge[language] + problemText(bridge.problem)[language] }];
  const { rows, decimals, title: sentence } = bridgeSheet(bridge.value, ends, stepLimit);
  const finding = sentence[language];
  return [
    {
      kind: 'chart',
      id: 'change',
      title: finding,
      subtitle: `${title[language]} · ${say.bridgeSubtitle(String(year))[language]}`,
      option: buildWaterfallOption({ rows, title: finding, palette, language, decimals }),
      height: rows.length * 17 + 14,
    },
  ];
}

/** What the other scenarios would do to the gap, the one that moves it most first. */
function risks(context: ReportContext): readonly ListItem[] {
  const { workbook, scenario, balance, language, year } = context;
  const years = yearsOf(workbook.horizon).filter((one) => one >= year);
  const later = years.at(-1);
  return Object.entries(workbook.scenarios)
    .filter(([id]) => id !== scenario)
    .flatMap(([id, { name }]) => {
      const other = computeBalance(workbook, id);
      if (!other.ok) return [];
      const less = (of: number): number | null => {
        const [own, its] = [yearTotal(balance, balance.gap, of), yearTotal(other.value, other.value.gap, of)];
        return own === null || its === null ? null : its - own;
      };
      const [now, then] = [less(year), later === undefined || later === year ? null : less(later)];
      if (now === null) return [];
      const size = Math.abs(now) + Math.abs(then ?? 0);
      const text = say.risk(String(year), kilotonnes(now, context, true), then === null ? null : kilotonnes(then, context, true), String(later ?? year))[language];
      return size < 50 ? [] : [{ size, item: { term: name[language], text } }];
    })
    .sort((a, b) => b.size - a.size)
    .slice(0, riskLimit)
    .map(({ item }) => item);
}

export function headlinePage(context: ReportContext, landscape: boolean): ReportPage {
  const { workbook, scenario, balance, language, name, year, palette, shown } = context;
  const notes = sourceNotes(context);
  const events = activeEvents(workbook, scenario);
  const months = shown.map(({ month }) => month);
  const finding = gapTitle(workbook, balance)[language];
  const marks = eventsText(context, scenario);
  const total = (line: MonthlyQuantity, signed = false): string => kilotonnes(yearTotal(balance, line, year), context, signed);
  const items = risks(context);
  const isKnown = [balance.supply, balance.demandTotal, balance.exports, balance.gap].every((line) => yearTotal(balance, line, year) !== null);
  const lead = isKnown ? say.lead(String(year), total(balance.supply), total(balance.demandTotal), total(balance.exports), total(balance.gap, true)) : say.leadMissing(String(year));
  const open = allFindings(workbook, balance).filter(({ severity }) => severity !== 'info').length;
  return {
    id: 'headline',
    title: reportMessages.pageTitles.headline[language],
    landscape,
    blocks: [
      { kind: 'heading', level: 1, text: finding },
      { kind: 'text', tone: 'lead', text: lead[language], sources: notes.of(['supply/output'], months) },
      {
        kind: 'chart',
        id: 'gap',
        title: chartMessages.gapMeasure(name)[language],
        subtitle: `${chartMessages.gapConventions[language]}${marks === '' ? '' : ` · ${say.eventsOnChart[language]}${marks}`}`,
        alt: altText(finding, chartMessages.gapSubtitle(name)[language]),
        option: buildGapOption({ workbook, scenario, balance, palette, language }),
        height: 212,
        sources: events.flatMap(({ source }) => notes.named(source)),
      },
      keyTable(context),
      ...changeBlocks(context),
      { kind: 'heading', level: 3, text: say.risks[language] },
      { kind: 'list', items: [...items, { text: say.openFindings(open)[language] }] },
    ],
    foot: [{ scope: 'report', text: reportMessages.method[language] }, { scope: 'report', text: marksText(context) }, { scope: 'page', text: reportMessages.rounding[language] }],
    notes: notes.texts(),
  };
}
