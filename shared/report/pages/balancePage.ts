/** The balance by month with totals of quarters, halves and years: as many tables beside each other as the lines need. */
import { formatNumber } from '../../format.ts';
import { resultNames } from '../../messages/names.ts';
import type { Phrase } from '../../messages/phrase.ts';
import { reportMessages as say, tableMessages } from '../../messages/report.ts';
import type { Balance, MonthlyQuantity } from '../../model/balance.ts';
import type { PageColumn, PageRow, ReportPage, TableBlock } from '../page.ts';
import { isRevised, markOf, periodState, periodTotal, revisedMark, shownPeriods } from '../periodTotals.ts';
import { marksText, type ReportContext } from '../reportContext.ts';
import { sourceNotes } from '../sourceNotes.ts';

type Line = { readonly name: Phrase; readonly line: MonthlyQuantity; /** The same in the vintage before. */ readonly before: MonthlyQuantity | null; readonly inputs: readonly string[]; readonly signed?: boolean; readonly level?: boolean; readonly decimals?: number };

/** Lines that a sheet holds beside each other. */
const linesAcross = { upright: 13, landscape: 20 } as const;

function linesOf({ workbook, balance, before }: ReportContext): readonly Line[] {
  const { imports } = balance;
  const both = (read: (of: Balance) => MonthlyQuantity | undefined): Pick<Line, 'line' | 'before'> | null => {
    const line = read(balance);
    return line ? { line, before: (before && read(before.balance)) ?? null } : null;
  };
  const read = (name: 'supply' | 'imports' | 'exports' | 'gap' | 'inventory' | 'coverDays') => ({ line: balance[name], before: before?.balance[name] ?? null });
  return [
    { name: resultNames.supply, ...read('supply'), inputs: ['supply/output', 'supply/before', 'supply/operatingRate'] },
    ...(imports.values.some((value) => value !== 0 && value !== null) ? [{ name: resultNames.imports, ...read('imports'), inputs: ['supply/magnetImports'] }] : []),
    ...balance.sectorIds.flatMap((id): Line[] => {
      const sector = workbook.sectors[id];
      const lines = both(({ sectors }) => sectors[id]?.demand);
      return sector && lines ? [{ name: sector.name, ...lines, inputs: [`sectors/${id}/`] }] : [];
    }),
    { name: resultNames.exports, ...read('exports'), inputs: ['exports/'] },
    { name: resultNames.gap, ...read('gap'), inputs: [], signed: true },
    { name: resultNames.inventory, ...read('inventory'), inputs: ['balance/openingStock'], level: true },
    { name: resultNames.coverDays, ...read('coverDays'), inputs: [], level: true, decimals: 1 },
  ];
}

/** A column is as wide as its numbers need, and as the longest word of its head, which is not broken. */
function widthOf(head: string, numbers: number): number {
  // Chinese is broken before its brackets, and a longer run of it wherever it must.
  const longest = Math.max(...head.split(/[\s-]+|(?=（)/).map((word) => (/[\u2e80-\uffef]/.test(word) ? Math.min(word.length, 6) * 1.8 : word.length)));
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
      const cells = lines.map(({ line, before, signed = false, level = false, decimals = 0 }) => ({
        text: formatNumber(periodTotal(line, places, level), { decimals, signed }, language),
        mark: isRevised(line, before, places, level) ? revisedMark : '',
      }));
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
    foot: [{ scope: 'report', text: say.method[language] }, { scope: 'report', text: marksText(context) }, { scope: 'page', text: say.rounding[language] }],
    notes: notes.texts(),
  };
}
