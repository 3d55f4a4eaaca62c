/** The price of a blank: its path against its cost, and what the cost is made of. */
import { activeEvents } from '../../charts/axis.ts';
import { buildLinesOption } from '../../charts/linesOption.ts';
import { formatMonth, formatNumber } from '../../format.ts';
import { captions } from '../../messages/inputGroups.ts';
import { elementCost, partMessages as say, reportMessages } from '../../messages/report.ts';
import { phrase, type Phrase } from '../../messages/phrase.ts';
import type { MonthlyQuantity } from '../../model/balance.ts';
import { eventBlocks } from '../eventList.ts';
import type { PageRow, ReportPage } from '../page.ts';
import { markOf } from '../periodTotals.ts';
import { marksText, type ReportContext } from '../reportContext.ts';
import { sourceNotes } from '../sourceNotes.ts';

export function pricePage(context: ReportContext, landscape: boolean): ReportPage {
  const { workbook, scenario, balance, language, palette, shown, name } = context;
  const heading = reportMessages.pageTitles.price[language];
  const { price } = balance;
  const base = { id: 'price', title: heading, landscape };
  if (!price) return { ...base, blocks: [{ kind: 'heading', level: 1, text: heading }, { kind: 'text', tone: 'body', text: say.noPrice[language] }], foot: [], notes: {} };
  const notes = sourceNotes(context);
  const months = shown.map(({ month }) => month);
  const yuan = (value: number | null): string => formatNumber(value, { decimals: 1 }, language);
  const last = [...shown].reverse().find(({ month, at }) => month <= workbook.asOf.slice(0, 7) && (price.price.values[at] ?? null) !== null);
  const title = (last ? say.priceTitle(phrase(formatMonth(last.month, 'en'), formatMonth(last.month, 'zh')), yuan(price.price.values[last.at] ?? null)) : say.priceNeutral)[language];
  const columns: readonly { readonly name: Phrase; readonly line: MonthlyQuantity; readonly inputs: readonly string[] }[] = [
    { name: elementCost.prnd, line: price.parts.PrNd, inputs: ['price/prndOxide'] },
    { name: elementCost.dysprosium, line: price.parts.Dy, inputs: ['price/dysprosiumOxide'] },
    { name: elementCost.terbium, line: price.parts.Tb, inputs: ['price/terbiumOxide'] },
    { name: say.costHead, line: price.cost, inputs: [] },
    { name: say.longRun, line: price.longRun, inputs: [] },
    { name: say.priceHead, line: price.price, inputs: ['price/actual', 'price/anchor'] },
  ];
  const rows = shown.map(({ month, at }): PageRow => ({
    kind: 'plain',
    cells: [{ text: formatMonth(month, language), mark: markOf[price.price.states[at] ?? 'forecast'] }, ...columns.map(({ line }) => ({ text: yuan(line.values[at] ?? null) }))],
    columnSources: [[], ...columns.map(({ inputs }) => (inputs.length === 0 ? [] : notes.of(inputs, [month])))],
  }));
  return {
    ...base,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'chart',
        id: 'price',
        title: `${say.priceNeutral[language]} · ${name[language]}`,
        subtitle: say.priceSubtitle[language],
        alt: title,
        option: buildLinesOption({
          balance,
          shownFrom: workbook.shownFrom,
          events: activeEvents(workbook, scenario),
          lines: [
            { id: 'price', name: say.price[language], values: price.price.values, color: palette.ink, width: 2.2 },
            { id: 'cost', name: say.cost[language], values: price.cost.values, color: palette.shortage, dash: [4, 3] },
          ],
          divisor: 1,
          palette,
          language,
          title,
        }),
        height: 176,
        sources: notes.of(['price/referenceCover', 'price/metalFee', 'price/otherInputs'], months),
      },
      ...eventBlocks(context),
      {
        kind: 'table',
        id: 'price',
        title: say.priceTable[language],
        size: 'small',
        columns: [{ head: reportMessages.month[language], width: 18, align: 'left' }, ...columns.map((column) => ({ head: column.name[language], width: 14, align: 'right' as const }))],
        rows,
      },
      { kind: 'text', tone: 'small', text: captions.price[language] },
    ],
    foot: [{ scope: 'report', text: marksText(context) }],
    notes: notes.texts(),
  };
}
