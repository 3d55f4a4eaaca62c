/** The supply chain: the year's oxide from its origins to its uses, what could be made, and what decided what was. */
import { activeEvents } from '../../charts/axis.ts';
import { buildLinesOption } from '../../charts/linesOption.ts';
import { buildMaterialFlowOption, type MaterialFlow } from '../../charts/materialFlowOption.ts';
import { formatMonth, formatNumber } from '../../format.ts';
import { bindingNames } from '../../messages/inputGroups.ts';
import { resultNames } from '../../messages/names.ts';
import { partMessages as say, reportMessages } from '../../messages/report.ts';
import { yearTotal } from '../../model/computeBalance.ts';
import { oxideUse, type Chain } from '../../model/materialChain.ts';
import { scenarioMaterial } from '../../model/materialInputs.ts';
import { spanOf } from '../../model/sectorDemand.ts';
import { eventBlocks } from '../eventList.ts';
import type { Block, PageRow, ReportPage, TableBlock } from '../page.ts';
import type { ReportContext } from '../reportContext.ts';
import { sourceNotes, type SourceNotes } from '../sourceNotes.ts';

function chainOfScenario({ inputs, workbook }: ReportContext): Chain | null {
  return scenarioMaterial(inputs, spanOf(workbook.horizon), false).chain;
}

/** The oxide of a year: what enters equals what leaves, the change of stock on the side that it belongs to. */
export function materialFlow(context: ReportContext): MaterialFlow | null {
  const { balance, year } = context;
  const chain = chainOfScenario(context);
  const { material } = balance;
  const supply = yearTotal(balance, balance.supply, year);
  if (!chain || !material || supply === null) return null;
  const [primary, scrap] = [yearTotal(balance, material.primary, year), yearTotal(balance, material.scrap, year)];
  if (primary === null || scrap === null) return null;
  const use = oxideUse(chain, supply);
  const used = use.inProducts + use.chainLosses + use.scrap + use.scrapLosses;
  const drawn = used - primary - scrap;
  return {
    middle: say.oxide,
    sources: [
      { name: say.primary, tonnes: primary },
      { name: say.scrapIn, tonnes: scrap },
      { name: say.fromStock, tonnes: Math.max(0, drawn) },
    ],
    uses: [
      { name: say.products, tonnes: use.inProducts },
      { name: say.losses, tonnes: use.chainLosses },
      { name: say.scrapOut, tonnes: use.scrap },
      { name: say.scrapLost, tonnes: use.scrapLosses },
      { name: say.toStock, tonnes: Math.max(0, -drawn) },
    ],
  };
}

function flowBlocks(context: ReportContext, notes: SourceNotes, landscape: boolean): readonly Block[] {
  const { language, palette, year, balance } = context;
  const flow = materialFlow(context);
  if (!flow) return [{ kind: 'heading', level: 1, text: reportMessages.pageTitles.chain[language] }, { kind: 'text', tone: 'body', text: say.noChain[language] }];
  const used = flow.uses.reduce((sum, { tonnes }) => sum + tonnes, 0);
  const products = flow.uses[0]?.tonnes ?? 0;
  const title = say.flow(String(year), formatNumber(products / 1000, { decimals: 1 }, language), formatNumber(used === 0 ? null : products / used, { decimals: 0, percent: true }, language))[language];
  const months = balance.months.filter((month) => month.startsWith(`${year}-`));
  return [
    { kind: 'heading', level: 1, text: title },
    { kind: 'chart', id: 'flow', title: say.flowSubtitle(String(year))[language], subtitle: context.name[language], alt: title, option: buildMaterialFlowOption(flow, palette, language, title), height: landscape ? 240 : 310, sources: notes.of(['material/'], months) },
  ];
}

function capacityChart(context: ReportContext, notes: SourceNotes, landscape: boolean): Block {
  const { workbook, scenario, balance, palette, language, year, shown } = context;
  const [made, most] = [yearTotal(balance, balance.supply, year), yearTotal(balance, balance.capacity, year)];
  const title = made === null || most === null || most === 0 ? say.capacityNeutral[language] : say.capacityTitle(formatNumber(made / most, { decimals: 0, percent: true }, language), String(year))[language];
  const lines = [
    { id: 'output', name: say.output[language], values: balance.supply.values, color: palette.ink, width: 2.2 },
    { id: 'nameplate', name: say.nameplate[language], values: balance.capacity.values, color: palette.accent },
    ...(balance.material ? [{ id: 'material', name: say.materialLimit[language], values: balance.material.limit.values, color: palette.shortage, dash: [4, 3] }] : []),
  ].filter(({ values }) => values.some((value) => value !== null));
  const months = shown.map(({ month }) => month);
  return {
    kind: 'chart',
    id: 'capacity',
    title,
    subtitle: say.capacitySubtitle[language],
    option: buildLinesOption({ balance, shownFrom: workbook.shownFrom, events: activeEvents(workbook, scenario), lines, divisor: 1000, palette, language, title }),
    height: landscape ? 190 : 250,
    sources: notes.of(['supply/capacity', 'supply/output', 'expansions/'], months),
  };
}

/** As the beginning of a row writes it. */
function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Runs of months in which the same thing decided supply. */
function bindingTable({ balance, shown, language }: ReportContext): TableBlock {
  const runs: { readonly label: string; readonly from: string; to: string; places: number[] }[] = [];
  for (const { month, at } of shown) {
    const binding = balance.binding[at] ?? null;
    const label = binding === null ? '–' : capital(bindingNames[binding][language]);
    const last = runs.at(-1);
    if (last?.label === label) {
      last.to = month;
      last.places.push(at);
    } else runs.push({ label, from: month, to: month, places: [at] });
  }
  const mean = (places: readonly number[]): number | null => {
    let sum = 0;
    for (const at of places) {
      const value = balance.operatingRate.values[at] ?? null;
      if (value === null) return null;
      sum += value;
    }
    return sum / Math.max(1, places.length);
  };
  const rows = runs.map(({ label, from, to, places }): PageRow => {
    const supply = places.reduce<number | null>((sum, at) => {
      const value = balance.supply.values[at] ?? null;
      return sum === null || value === null ? null : sum + value;
    }, 0);
    return {
      kind: 'plain',
      cells: [
        { text: label },
        { text: say.bindingMonths(places.length, formatMonth(from, language), formatMonth(to, language))[language] },
        { text: formatNumber(supply, { decimals: 0 }, language) },
        { text: formatNumber(mean(places), { decimals: 1, percent: true }, language) },
      ],
    };
  });
  return {
    kind: 'table',
    id: 'binding',
    size: 'small',
    columns: [
      { head: say.binding[language], width: 34, align: 'left' },
      { head: say.period[language], width: 40, align: 'left' },
      { head: `${resultNames.supply[language]}${language === 'zh' ? '，吨' : ', t'}`, width: 18, align: 'right' },
      { head: resultNames.operatingRate[language], width: 18, align: 'right' },
    ],
    rows,
  };
}

export function chainPage(context: ReportContext, landscape: boolean): ReportPage {
  const { language } = context;
  const notes = sourceNotes(context);
  const blocks = [...flowBlocks(context, notes, landscape), capacityChart(context, notes, landscape), ...eventBlocks(context), bindingTable(context)];
  return { id: 'chain', title: reportMessages.pageTitles.chain[language], landscape, blocks, foot: [{ scope: 'page', text: reportMessages.rounding[language] }], notes: notes.texts() };
}
