/** The balance by month with totals of quarters, halves and years: as many tables beside each other as the lines need. */
import { formatNumber } from '../../format.ts';
import { resultNames } from '../../messages/names.ts';
import type { Phrase } from '../../messages/phrase.ts';
import { reportMessages as say, tableMessages } from '../../messages/report.ts';
import type { MonthlyQuantity } from '../../model/balance.ts';
import type { PageColumn, PageRow, ReportPage, TableBlock } from '../page.ts';
import { markOf, periodState, periodTotal, shownPeriods } from '../periodTotals.ts';
import type { ReportContext } from '../reportContext.ts';
import { sourceNotes } from '../sourceNotes.ts';

type Line = { readonly name: Phrase; readonly line: MonthlyQuantity; readonly inputs: readonly string[]; readonly signed?: boolean; readonly level?: boolean; readonly decimals?: number };

/** Lines that a sheet holds beside each other. */
const linesAcross = { upright: 13, landscape: 20 } as const;

function linesOf({ workbook, balance }: ReportContext): readonly Line[] {
  const { imports } = balance;
  return [
    { name: resultNames.supply, line: balance.supply, inputs: ['supply/output', 'supply/before', 'supply/operatingRate'] },
    ...(imports.values.some((value) => value !== 0 && value !== null) ? [{ name: resultNames.imports, line: imports, inputs: ['supply/magnetImports'] }] : []),
    ...balance.sectorIds.flatMap((id): Line[] => {
      const sector = workbook.sectors[id];
      const result = balance.sectors[id];
      return sector && result ? [{ name: sector.name, line: result.demand, inputs: [`sectors/${id}/`] }] : [];
    }),
    { name: resultNames.exports, line: balance.exports, inputs: ['exports/'] },
    { name: resultNames.gap, line: balance.gap, inputs: [], signed: true },
    { name: resultNames.inventory, line: balance.inventory, inputs: ['balance/openingStock'], level: true },
    { name: resultNames.coverDays, line: balance.coverDays, inputs: [], level: true, decimals: 1 },
  ];
}

/** A column is as wide as its numbers need, and as the longest word of its head, which is not broken. */
function widthOf(head: string, numbers: number): number {
  const longest = Math.max(...head.split(/[\s-]+/).map((word) => (/[\u2e80-\uffef]/.test(word) ? 0 : word.length)));
  return Math.max(numbers, longest * 1.28);
}

/** Cuts the lines into tables of nearly the same width. */
function chunks(lines: readonly Line[], limit: number): readonly (readonly Line[])[] {
  const count = Math.max(1, Math.ceil(lines.length / limit));
  const size = Math.ceil(lines.length / count);
  return Array.from({ length: count }, (_, at) => lines.slice(at * size, (at + 1) * size));
}

export function balancePage(context: ReportContext, landscape: boolean): ReportPage {
  const { balance, language, shown } = context;
  const notes = sourceNotes(context);
  const periods = shownPeriods(shown, language);
  const tables = chunks(linesOf(context), landscape ? linesAcross.landscape : linesAcross.upright).map((lines, at): TableBlock => {
    const columns: PageColumn[] = [
      { head: say.month[language], width: language === 'zh' ? 20 : 17, align: 'left' },
      ...lines.map(({ name, decimals }): PageColumn => ({ head: name[language], width: widthOf(name[language], decimals === undefined ? 11.5 : 10), align: 'right' })),
    ];
    const rows = periods.map(({ kind, label, places, months }): PageRow => {
      const cells = lines.map(({ line, signed = false, level = false, decimals = 0 }) => ({ text: formatNumber(periodTotal(line, places, level), { decimals, signed }, language) }));
      return {
        kind: kind === 'month' ? 'plain' : kind,
        cells: [{ text: label, mark: markOf[periodState(balance.gap, places)] }, ...cells],
        columnSources: [[], ...lines.map(({ inputs }) => (inputs.length === 0 ? [] : notes.of(inputs, months)))],
      };
    });
    return { kind: 'table', id: `balance-${at + 1}`, size: 'tiny', columns, rows };
  });
  return {
    id: 'balance',
    title: tableMessages.balance[language],
    landscape,
    blocks: [{ kind: 'heading', level: 1, text: tableMessages.balance[language] }, ...tables],
    foot: [say.method[language], `${say.marks[language]} ${say.rounding[language]}`],
    notes: notes.texts(),
  };
}
