/** Scenarios compared: the gaps over each other, their years beside each other, and why the one that moves most does so. */
import { compareSubjects } from '../../analysis/compare.ts';
import { rangeOfYear } from '../../analysis/gapSum.ts';
import { activeEvents } from '../../charts/axis.ts';
import { buildCompareOption } from '../../charts/compareOption.ts';
import { scenarioColors } from '../../charts/palette.ts';
import { buildWaterfallOption } from '../../charts/waterfallOption.ts';
import { formatMonth, formatNumber } from '../../format.ts';
import { bridgeWords } from '../../messages/bridge.ts';
import { compareMessages } from '../../messages/compare.ts';
import { problemText } from '../../messages/problems.ts';
import { headlineMessages, partMessages as say, reportMessages } from '../../messages/report.ts';
import type { Balance } from '../../model/balance.ts';
import { computeBalance, rootScenarioId, yearTotal } from '../../model/computeBalance.ts';
import { yearsOf } from '../../model/period.ts';
import type { Scenario, ScenarioId } from '../../model/workbook.ts';
import { bridgeSheet } from '../../tables/bridgeSheet.ts';
import { eventBlocks } from '../eventList.ts';
import type { Block, PageRow, ReportPage, TableBlock } from '../page.ts';
import { reportBridge } from '../reportBridges.ts';
import type { ReportContext } from '../reportContext.ts';

type Compared = { readonly id: ScenarioId; readonly scenario: Scenario; readonly balance: Balance };

/** More lines than this cannot be told apart. */
const comparedLimit = 8;

function comparedOf({ workbook }: ReportContext): readonly Compared[] {
  const root = rootScenarioId(workbook);
  return Object.entries(workbook.scenarios)
    .sort(([a, x], [b, y]) => Number(b === root) - Number(a === root) || x.order - y.order)
    .flatMap(([id, scenario]) => {
      const balance = computeBalance(workbook, id);
      return balance.ok ? [{ id, scenario, balance: balance.value }] : [];
    })
    .slice(0, comparedLimit);
}

function gapOf({ balance }: Compared, year: number): number | null {
  return yearTotal(balance, balance.gap, year);
}

function changeOf(first: Compared, other: Compared, year: number): number | null {
  const [was, is] = [gapOf(first, year), gapOf(other, year)];
  return was === null || is === null ? null : is - was;
}

function scenarioTable({ workbook, language, shown }: ReportContext, all: readonly Compared[], first: Compared): TableBlock {
  const years = yearsOf(workbook.horizon);
  const kilotonnes = (value: number | null): string => formatNumber(value === null ? null : value / 1000, { decimals: 1, signed: true }, language);
  const lowest = ({ balance }: Compared): string => {
    const known = shown.flatMap(({ month, at }) => {
      const value = balance.gap.values[at] ?? null;
      return value === null ? [] : [{ month, value }];
    });
    const least = known.sort((a, b) => a.value - b.value)[0];
    return least ? `${formatMonth(least.month, language)}  ${kilotonnes(least.value)}` : '–';
  };
  const last = years.slice(-2);
  return {
    kind: 'table',
    id: 'scenarios',
    title: say.scenarioGaps[language],
    size: 'small',
    columns: [
      { head: say.scenario[language], width: 30, align: 'left' },
      ...years.map((year) => ({ head: String(year), width: 12, align: 'right' as const })),
      ...last.map((year) => ({ head: say.lessBase(String(year))[language], width: 15, align: 'right' as const })),
      { head: say.lowest[language], width: 24, align: 'right' },
    ],
    rows: all.map((one): PageRow => ({
      kind: one.id === first.id ? 'total' : 'plain',
      cells: [
        { text: one.scenario.name[language] },
        ...years.map((year) => ({ text: kilotonnes(gapOf(one, year)) })),
        ...last.map((year) => ({ text: one.id === first.id ? '–' : kilotonnes(changeOf(first, one, year)) })),
        { text: lowest(one) },
      ],
    })),
  };
}

/** As many steps as the page has room for below its chart and table. */
const stepLimit = 9;

function bridgeBlocks(context: ReportContext, first: Compared, other: Compared, year: number): readonly Block[] {
  const { language, palette } = context;
  const bridge = reportBridge(context, { kind: 'scenarios', from: first.id, to: other.id, months: rangeOfYear(year), level: 'driver' });
  if (bridge === null) return [{ kind: 'text', tone: 'small', text: headlineMessages.bridgeComes[language] }];
  const ends = { from: first.scenario.name, to: other.scenario.name };
  if (!bridge.ok) return [{ kind: 'text', tone: 'small', text: headlineMessages.noBridge[language] + problemText(bridge.problem)[language] }];
  const { rows, decimals, title: sentence } = bridgeSheet(bridge.value, ends, stepLimit);
  const title = sentence[language];
  const { method } = bridge.value;
  return [
    { kind: 'chart', id: 'bridge', title, subtitle: headlineMessages.bridgeSubtitle(String(year))[language], option: buildWaterfallOption({ rows, title, palette, language, decimals }), height: rows.length * 22 + 14 },
    ...(method.kind === 'exact' ? [{ kind: 'text' as const, tone: 'small' as const, text: bridgeWords.exact(method.parts, method.outcomes)[language] }] : []),
  ];
}

export function scenariosPage(context: ReportContext, landscape: boolean): ReportPage {
  const { workbook, scenario, language, palette, year } = context;
  const all = comparedOf(context);
  const [first, ...others] = all;
  const page = (blocks: readonly Block[]): ReportPage => ({ id: 'scenarios', title: reportMessages.pageTitles.scenarios[language], landscape, blocks, foot: [{ scope: 'report', text: reportMessages.method[language] }], notes: {} });
  const nothing = (text: string): ReportPage => page([{ kind: 'heading', level: 1, text: reportMessages.pageTitles.scenarios[language] }, { kind: 'text', tone: 'body', text }]);
  if (!first || others.length === 0) return nothing(say.oneScenario[language]);
  const comparison = compareSubjects(all.map(({ id, scenario: one }) => ({ name: one.name, workbook, scenario: id })));
  if (!comparison.ok) return nothing(problemText(comparison.problem)[language]);
  const years = yearsOf(workbook.horizon).filter((one) => one >= year);
  const moves = others
    .flatMap((other) => years.map((one) => ({ other, year: one, change: changeOf(first, other, one) })))
    .filter(({ other }) => scenario === first.id || other.id === scenario)
    .sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
  const most = moves[0];
  const change = most?.change ?? null;
  const title =
    most && change !== null && Math.abs(change) >= 50
      ? say.scenariosTitle(most.other.scenario.name, formatNumber(change / 1000, { decimals: 1, signed: true }, language), String(most.year))
      : say.scenariosNeutral;
  return page([
    { kind: 'heading', level: 1, text: title[language] },
    {
      kind: 'chart',
      id: 'compare',
      title: compareMessages.gapTitle[language],
      subtitle: compareMessages.chartSubtitle(first.scenario.name)[language],
      alt: title[language],
      option: buildCompareOption({
        comparison: comparison.value,
        colors: all.map(({ scenario: one }) => scenarioColors[one.color] ?? palette.muted),
        shownFrom: workbook.shownFrom,
        events: activeEvents(workbook, first.id),
        title: title[language],
        palette,
        language,
      }),
      height: 360,
    },
    ...eventBlocks(context, first.id),
    scenarioTable(context, all, first),
    ...(most ? bridgeBlocks(context, first, most.other, most.year) : []),
  ]);
}
