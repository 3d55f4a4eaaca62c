/** Exports and events: what left, what would have left, what waits and what was lost, and the events behind it. */
import { switchedOn, activeEvents } from '../../charts/axis.ts';
import { buildExportsOption } from '../../charts/exportsOption.ts';
import { formatDate, formatNumber } from '../../format.ts';
import { resultNames } from '../../messages/names.ts';
import type { Phrase } from '../../messages/phrase.ts';
import { changeWords, partMessages as say, reportMessages } from '../../messages/report.ts';
import type { MonthlyQuantity } from '../../model/balance.ts';
import { yearTotal } from '../../model/computeBalance.ts';
import type { MarketEvent, Workbook } from '../../model/workbook.ts';
import type { PageRow, ReportPage, TableBlock } from '../page.ts';
import { isRevised, markOf, periodState, periodTotal, revisedMark, shownPeriods } from '../periodTotals.ts';
import { marksText, type ReportContext } from '../reportContext.ts';
import { sourceNotes, type SourceNotes } from '../sourceNotes.ts';

type Line = { readonly name: Phrase; readonly line: MonthlyQuantity; readonly before: MonthlyQuantity | null; readonly level?: boolean; readonly percent?: boolean };

/** The share of some months together, each weighing what it is a share of. */
function weightedShare(share: MonthlyQuantity, of: MonthlyQuantity, places: readonly number[]): number | null {
  let [part, whole] = [0, 0];
  for (const at of places) {
    const [value, weight] = [share.values[at] ?? null, of.values[at] ?? null];
    if (value === null || weight === null) return null;
    part += value * weight;
    whole += weight;
  }
  return whole === 0 ? null : part / whole;
}

function exportsTable({ balance, before, shown, language }: ReportContext, notes: SourceNotes): TableBlock {
  const detail = balance.exportsDetail;
  const read = (name: 'base' | 'approval' | 'ship' | 'release' | 'lost' | 'stockpile' | 'exports' | 'backlog') => ({ line: detail[name], before: before?.balance.exportsDetail[name] ?? null });
  const lines: readonly Line[] = [
    { name: resultNames.exportBase, ...read('base') },
    { name: resultNames.approval, ...read('approval'), percent: true },
    { name: resultNames.ship, ...read('ship') },
    { name: resultNames.release, ...read('release') },
    { name: resultNames.lost, ...read('lost') },
    { name: resultNames.netStockpile, ...read('stockpile') },
    { name: resultNames.exportsFinished, ...read('exports') },
    { name: resultNames.backlog, ...read('backlog'), level: true },
  ];
  const rows = shownPeriods(shown, language).flatMap(({ kind, label, places, months }): PageRow[] => {
    if (kind === 'half') return [];
    const cells = lines.map(({ line, before: was, level = false, percent = false }) => {
      if (percent) return { text: formatNumber(weightedShare(line, detail.base, places), { decimals: 0, percent: true }, language) };
      return { text: formatNumber(periodTotal(line, places, level), { decimals: 0 }, language), mark: isRevised(line, was, places, level) ? revisedMark : '' };
    });
    return [
      {
        kind: kind === 'month' ? 'plain' : kind,
        cells: [{ text: label, mark: markOf[periodState(detail.exports, places)] }, ...cells],
        columnSources: [[], notes.of(['exports/baseYear'], months), [], [], [], [], [], notes.of(['exports/monthly', 'exports/cumulative'], months), []],
      },
    ];
  });
  return {
    kind: 'table',
    id: 'exports',
    title: say.exportsTable[language],
    size: 'tiny',
    columns: [{ head: reportMessages.month[language], width: 18, align: 'left' }, ...lines.map(({ name }) => ({ head: name[language].replace(', ', ',\n'), width: 14, align: 'right' as const }))],
    rows,
  };
}

/**
 * The events that a page of its day can tell of, in the order of their dates: what had come and was published by then, and of what
 * came later only what the scenario has in force, which is an assumption of it.
 */
function toldEvents({ events, sources, asOf }: Workbook, inForce: readonly MarketEvent[]): readonly MarketEvent[] {
  const published = ({ source, date }: MarketEvent): string => (source === undefined ? undefined : sources[source]?.date) ?? date;
  return Object.values(events)
    .filter((event) => (event.date <= asOf && published(event) <= asOf) || (event.kind !== 'note' && inForce.includes(event)))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

export function exportsPage(context: ReportContext, landscape: boolean): ReportPage {
  const { workbook, scenario, balance, language, palette, year, name } = context;
  const notes = sourceNotes(context);
  const { exports, lost } = balance.exportsDetail;
  const kilotonnes = (line: MonthlyQuantity): string => {
    const value = yearTotal(balance, line, year);
    return formatNumber(value === null ? null : value / 1000, { decimals: 1 }, language);
  };
  const [sum, before, diverted] = [yearTotal(balance, exports, year), yearTotal(balance, exports, year - 1), yearTotal(balance, lost, year)];
  const growth = sum === null || before === null || before === 0 ? null : sum / before - 1;
  const plain = growth === null ? say.exportsAlone(String(year), kilotonnes(exports)) : say.exportsPlain(String(year), kilotonnes(exports), changeWords(formatNumber(Math.abs(growth), { decimals: 1, percent: true }, language), growth < 0), String(year - 1));
  const title = (sum === null ? reportMessages.pageTitles.exports : (diverted ?? 0) >= 50 ? say.exportsTitle(String(year), kilotonnes(exports), kilotonnes(lost)) : plain)[language];
  const marked = activeEvents(workbook, scenario);
  const on = switchedOn(workbook, scenario);
  const events = toldEvents(workbook, on);
  return {
    id: 'exports',
    title: reportMessages.pageTitles.exports[language],
    landscape,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'chart', id: 'exports', title: `${resultNames.exportsFinished[language]} · ${name[language]}`, subtitle: say.exportsSubtitle[language], alt: title, option: buildExportsOption({ workbook, scenario, balance, palette, language }, title), height: 230 },
      exportsTable(context, notes),
      ...(events.length === 0 ? [] : [{ kind: 'heading' as const, level: 2 as const, text: say.events[language] }]),
      {
        kind: 'list',
        items: events.map((event) => {
          const number = marked.indexOf(event);
          const states = [...(event.kind === 'note' ? [] : [on.includes(event) ? say.active : say.inactive]), ...(number >= 0 ? [say.markOnChart(number + 1)] : [])];
          return { term: formatDate(event.date, language), text: say.event(event.title, states, event.detail)[language], sources: notes.named(event.source) };
        }),
      },
    ],
    foot: [{ scope: 'report', text: marksText(context) }, { scope: 'page', text: reportMessages.rounding[language] }],
    notes: notes.texts(),
  };
}
