/** Demand by sector: stacked by month, sector by month on shaded ground, year on year, and magnets per unit as stated and implied. */
import { buildGrowthOption } from '../../charts/growthOption.ts';
import { buildSupplyDemandOption } from '../../charts/supplyDemandOption.ts';
import { formatMonthInitial, formatNumber } from '../../format.ts';
import { chartMessages } from '../../messages/charts.ts';
import { phrase, type Phrase } from '../../messages/phrase.ts';
import { changeWords, reportMessages, tableMessages as say } from '../../messages/report.ts';
import { unitNames } from '../../messages/units.ts';
import type { MonthlyQuantity } from '../../model/balance.ts';
import { yearTotal } from '../../model/computeBalance.ts';
import { storedUnit } from '../../model/pathUnits.ts';
import { yearsOf } from '../../model/period.ts';
import { convertUnit } from '../../model/unit.ts';
import type { DriverSector, SectorId } from '../../model/workbook.ts';
import { altText } from '../altText.ts';
import { eventBlocks } from '../eventList.ts';
import type { Block, PageRow, ReportPage, TableBlock } from '../page.ts';
import { markOf, periodState } from '../periodTotals.ts';
import { marksText, type ReportContext, type ShownMonth } from '../reportContext.ts';
import { sourceNotes, type SourceNotes } from '../sourceNotes.ts';

type Use = { readonly id: SectorId; readonly name: Phrase; readonly line: MonthlyQuantity };

/** Months that the shaded table holds beside each other. */
const monthsAcross = { upright: 26, landscape: 38 } as const;

function usesOf({ workbook, balance }: ReportContext): readonly Use[] {
  return balance.sectorIds.flatMap((id) => {
    const line = balance.sectors[id]?.demand;
    return line ? [{ id, name: workbook.sectors[id]?.name ?? phrase(id, id), line }] : [];
  });
}

/** How far a month lies above the mean of its row, 0 at or below it, 1 at twice the mean or more. */
function shadeOf(value: number | null, mean: number): number {
  return value === null || mean <= 0 ? 0 : Math.min(1, Math.max(0, value / mean - 0.85) / 0.6);
}

function monthTable({ language }: ReportContext, uses: readonly Use[], shown: readonly ShownMonth[], at: number): TableBlock {
  return {
    kind: 'table',
    id: `heat-${at + 1}`,
    ...(at === 0 ? { title: say.sectorMonths[language] } : {}),
    size: 'tiny',
    columns: [
      { head: say.sector[language], width: 30, align: 'left' },
      ...shown.map(({ month }, place) => ({ head: `${place === 0 || month.endsWith('-01') ? `’${month.slice(2, 4)}\n` : ''}${formatMonthInitial(month, language)}`, width: 8, align: 'right' as const })),
    ],
    rows: uses.map(({ name, line }): PageRow => {
      const known = shown.flatMap(({ at: place }) => line.values[place] ?? []);
      const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
      const cells = shown.map(({ at: place }) => {
        const value = line.values[place] ?? null;
        const decimals = mean < 1000 ? 2 : 1;
        return { text: formatNumber(value === null ? null : value / 1000, { decimals }, language), shade: shadeOf(value, mean) };
      });
      return { kind: 'plain', cells: [{ text: name[language] }, ...cells] };
    }),
  };
}

function yearTable(context: ReportContext, uses: readonly Use[], notes: SourceNotes): TableBlock {
  const { workbook, balance, language } = context;
  const years = yearsOf(workbook.horizon);
  const total = (line: MonthlyQuantity, year: number): number | null => yearTotal(balance, line, year);
  const percent = (value: number | null, signed: boolean): string => formatNumber(value, { decimals: 1, percent: true, signed }, language);
  const ratio = (a: number | null, b: number | null): number | null => (a === null || b === null || b === 0 ? null : a / b);
  const changes = years.slice(1);
  const months = balance.months;
  const row = (name: Phrase, line: MonthlyQuantity, kind: PageRow['kind'], prefixes: readonly string[]): PageRow => ({
    kind,
    sources: notes.of(prefixes, months),
    cells: [
      { text: name[language] },
      ...years.map((year) => {
        const value = total(line, year);
        return { text: formatNumber(value === null ? null : value / 1000, { decimals: 2 }, language) };
      }),
      ...changes.map((year) => {
        const growth = ratio(total(line, year), total(line, year - 1));
        return { text: percent(growth === null ? null : growth - 1, true) };
      }),
      { text: percent(ratio(total(line, context.year), total(balance.demandTotal, context.year)), false) },
    ],
  });
  const placesOf = (year: number): readonly number[] => months.flatMap((month, at) => (month.startsWith(`${year}-`) ? [at] : []));
  return {
    kind: 'table',
    id: 'sector-years',
    title: say.sectorYears[language],
    size: 'small',
    columns: [
      { head: say.sector[language], width: 34, align: 'left' },
      ...years.map((year) => ({ head: String(year), mark: markOf[periodState(balance.demandTotal, placesOf(year))], width: 13, align: 'right' as const })),
      ...changes.map((year) => ({ head: say.change(String(year))[language], width: 13, align: 'right' as const })),
      { head: say.shareOf(String(context.year))[language], width: 13, align: 'right' as const },
    ],
    rows: [...uses.map(({ id, name, line }) => row(name, line, 'plain', [`sectors/${id}/`])), row(say.total, balance.demandTotal, 'total', [])],
  };
}

function intensityTable({ workbook, balance, inputs, language }: ReportContext): TableBlock | null {
  const years = yearsOf(workbook.horizon).map(String);
  const drivers = balance.sectorIds.flatMap((id): [SectorId, DriverSector][] => {
    const sector = workbook.sectors[id];
    return sector?.kind === 'driver' ? [[id, sector]] : [];
  });
  if (drivers.length === 0) return null;
  const rows = drivers.map(([id, sector]): PageRow => {
    const path = `sectors/${id}/intensity`;
    const shown = (value: number | null, from: string): number | null => (value === null ? null : convertUnit(value, storedUnit(workbook, from), sector.intensityUnit));
    const bound = (name: 'Low' | 'High'): number | null => shown(inputs.cell(path + name, 'all')?.value ?? null, path + name);
    const [low, high] = [bound('Low'), bound('High')];
    const text = (value: number | null): string => formatNumber(value, { decimals: value !== null && Math.abs(value) >= 100 ? 0 : 2 }, language);
    const stated = (year: string): string => {
      const cell = inputs.series(path)?.cells[year];
      const value = shown(cell?.value ?? null, path);
      return value === null ? '–' : `${text(value)}`;
    };
    const implied = (year: string): string => {
      const value = shown(balance.sectors[id]?.years[year]?.intensity.value ?? null, path);
      const isOut = value !== null && ((low !== null && value < low * (1 - 1e-9)) || (high !== null && value > high * (1 + 1e-9)));
      return `${text(value)}${isOut ? ' *' : ''}`;
    };
    return {
      kind: 'plain',
      cells: [
        { text: sector.name[language] },
        { text: unitNames[sector.intensityUnit][language] },
        ...years.flatMap((year) => [{ text: stated(year) }, { text: implied(year) }]),
        { text: low === null && high === null ? '–' : `${text(low)}–${text(high)}` },
      ],
    };
  });
  return {
    kind: 'table',
    id: 'intensity',
    title: say.intensity[language],
    size: 'small',
    columns: [
      { head: say.sector[language], width: 28, align: 'left' },
      { head: reportMessages.unit[language], width: 14, align: 'left' },
      ...years.flatMap((year) => [say.stated(year), say.implied(year)].map((head) => ({ head: head[language].replace(' ', '\n'), width: 12, align: 'right' as const }))),
      { head: say.range[language], width: 16, align: 'right' },
    ],
    rows,
  };
}

function largestNamed(context: ReportContext, uses: readonly Use[]): string {
  const { workbook, balance, language, year } = context;
  const all = yearTotal(balance, balance.demandTotal, year);
  const named = uses
    .flatMap((use) => {
      const value = workbook.sectors[use.id]?.kind === 'driver' ? yearTotal(balance, use.line, year) : null;
      return value === null ? [] : [{ use, value }];
    })
    .sort((a, b) => b.value - a.value)[0];
  if (!named || all === null || all <= 0) return chartMessages.stackTitle[language];
  return say.stackTitle(named.use.name, formatNumber(named.value / all, { decimals: 1, percent: true }, language), String(year))[language];
}

function growthTitle({ balance, language, year }: ReportContext): string {
  const [now, before] = [yearTotal(balance, balance.demandTotal, year), yearTotal(balance, balance.demandTotal, year - 1)];
  if (now === null || before === null || before === 0) return say.growthNeutral[language];
  return say.growthTitle(String(year), changeWords(formatNumber(Math.abs(now / before - 1), { decimals: 1, percent: true }, language), now < before))[language];
}

export function sectorsPage(context: ReportContext, landscape: boolean): ReportPage {
  const { workbook, scenario, balance, language, palette, shown, name } = context;
  const notes = sourceNotes(context);
  const uses = usesOf(context);
  const across = landscape ? monthsAcross.landscape : monthsAcross.upright;
  const parts = Array.from({ length: Math.ceil(shown.length / across) }, (_, at) => shown.slice(at * across, (at + 1) * across));
  const intensity = intensityTable(context);
  const finding = largestNamed(context, uses);
  const growth = growthTitle(context);
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: finding },
    {
      kind: 'chart',
      id: 'stack',
      title: chartMessages.stackTitle[language],
      subtitle: `${chartMessages.stackSubtitle()[language]} · ${name[language]}`,
      alt: altText(finding, chartMessages.stackTitle[language]),
      option: buildSupplyDemandOption({ workbook, scenario, balance, palette, language }),
      height: 240,
    },
    ...eventBlocks(context),
    yearTable(context, uses, notes),
    { kind: 'chart', id: 'growth', title: growth, subtitle: say.growthSubtitle[language], option: buildGrowthOption({ workbook, scenario, balance, palette, language }, growth), height: 156 },
    ...eventBlocks(context),
    ...parts.map((part, at) => monthTable(context, uses, part, at)),
    { kind: 'text', tone: 'small', text: say.sectorMonthsNote[language] },
    ...(intensity === null ? [] : [intensity, { kind: 'text' as const, tone: 'small' as const, text: say.intensityNote[language] }]),
  ];
  return { id: 'sectors', title: reportMessages.pageTitles.sectors[language], landscape, blocks, foot: [{ scope: 'report', text: marksText(context) }, { scope: 'page', text: reportMessages.rounding[language] }], notes: notes.texts() };
}
