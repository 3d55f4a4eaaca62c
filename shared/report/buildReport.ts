/** The report of one scenario as pages of data, in the order, under the titles and without the pages that the workbook says. */
import type { BridgeJob } from '../analysis/bridgeJob.ts';
import { formatDate } from '../format.ts';
import { phrase, type Language } from '../messages/phrase.ts';
import { headlineMessages, reportMessages as say } from '../messages/report.ts';
import { computeBalance } from '../model/computeBalance.ts';
import { memoize } from '../model/memoize.ts';
import { pagesOf, standardMargins, type Margins, type PageKind, type PageSettings } from '../model/reportSettings.ts';
import { withoutReport } from '../model/withoutReport.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';
import { ok, type Result } from '../result.ts';
import { inputHash } from './inputHash.ts';
import { isPicture } from './logo.ts';
import { knownBridge } from './reportBridges.ts';
import { pageFindings, type ReportFinding } from './reportFindings.ts';
import type { ReportPage } from './page.ts';
import { assumptionsPage } from './pages/assumptionsPage.ts';
import { balancePage } from './pages/balancePage.ts';
import { chainPage } from './pages/chainPage.ts';
import { exportsPage } from './pages/exportsPage.ts';
import { headlinePage } from './pages/headlinePage.ts';
import { pricePage } from './pages/pricePage.ts';
import { scenariosPage } from './pages/scenariosPage.ts';
import { sectorsPage } from './pages/sectorsPage.ts';
import { sourcesPage } from './pages/sourcesPage.ts';
import { textPage, type ChartFinder } from './pages/textPage.ts';
import { reportContext, type ReportContext } from './reportContext.ts';


export type Report = {
  readonly language: Language;
  readonly margins: Margins;
  /** A picture that can be printed, as a data URL. */
  readonly logo: string | null;
  /** Who publishes it; empty where nobody is named. */
  readonly organisation: string;
  /** Header. */
  readonly title: string;
  readonly scenario: string;
  readonly asOf: string;
  /** Footer. */
  readonly imprint: string;
  readonly pages: readonly ReportPage[];
  readonly findings: readonly ReportFinding[];
  /** The bridges that its pages wait for; none where they were worked out at once. */
  readonly awaited: readonly BridgeJob[];
};

const builders: Readonly<Record<PageKind, (context: ReportContext, landscape: boolean) => ReportPage>> = {
  headline: headlinePage,
  balance: balancePage,
  sectors: sectorsPage,
  exports: exportsPage,
  chain: chainPage,
  scenarios: scenariosPage,
  price: pricePage,
  assumptions: assumptionsPage,
  sources: sourcesPage,
};

/** Where a text page finds the charts that it may name. */
export const chartPages: Readonly<Record<string, PageKind>> = {
  gap: 'headline',
  change: 'headline',
  stack: 'sectors',
  growth: 'sectors',
  exports: 'exports',
  flow: 'chain',
  capacity: 'chain',
  compare: 'scenarios',
  bridge: 'scenarios',
  price: 'price',
};

/** More uses than this stand better beside each other on a sheet that lies. */
const usesUpright = 9;

const contextOf = memoize((workbook: Workbook, scenario: ScenarioId, language: Language): Result<ReportContext> => {
  const balance = computeBalance(workbook, scenario);
  return balance.ok ? ok(reportContext(workbook, scenario, balance.value, language)) : balance;
});

const builtPage = memoize((context: ReportContext, kind: PageKind, landscape: boolean): ReportPage => builders[kind](context, landscape), 64);

type Built = { readonly page: ReportPage; readonly awaited: readonly BridgeJob[] };

/** The page with the bridges that are known, and those that it waits for. */
const drafted = memoize((context: ReportContext, kind: PageKind, landscape: boolean): Built => {
  const awaited: BridgeJob[] = [];
  return { page: builders[kind]({ ...context, awaited }, landscape), awaited };
}, 64);

function pageOf(context: ReportContext, kind: PageKind, landscape: boolean, awaits: boolean): Built {
  if (!awaits) return { page: builtPage(context, kind, landscape), awaited: [] };
  const draft = drafted(context, kind, landscape);
  const isWhole = draft.awaited.length > 0 && draft.awaited.every((job) => knownBridge(context.workbook, job) !== null);
  return isWhole ? { page: builtPage(context, kind, landscape), awaited: [] } : draft;
}

function layoutOf({ landscape, kind }: PageSettings, { balance }: ReportContext): boolean {
  return landscape ?? (kind === 'balance' && balance.sectorIds.length > usesUpright);
}

/** The page under the title that a person gave it. */
function titled(page: ReportPage, settings: PageSettings, language: Language): ReportPage {
  const title = settings.title?.[language].trim() ?? '';
  if (title === '') return { ...page, id: settings.id };
  const [first, ...rest] = page.blocks;
  return { ...page, id: settings.id, title, blocks: first?.kind === 'heading' && first.level === 1 ? [{ ...first, text: title }, ...rest] : page.blocks };
}

export type ReportOptions = {
  readonly language: Language;
  /** The pages that are wanted, counted from 1 among those that are not hidden; all without it. */
  readonly pages?: readonly number[];
  /** Bridges that are not known yet are left to come and named, not worked out. */
  readonly awaits?: boolean;
};

/** Numbers are formatted, totals made from unrounded parts. Fails as computeBalance does. */
export function buildReport(workbook: Workbook, scenario: ScenarioId, { language, pages: wanted, awaits = false }: ReportOptions): Result<Report> {
  const inputs = withoutReport(workbook);
  const context = contextOf(inputs, scenario, language);
  if (!context.ok) return context;
  const awaited = new Map<string, BridgeJob>();
  const wait = (jobs: readonly BridgeJob[]): void => jobs.forEach((job) => awaited.set(JSON.stringify(job), job));
  const built = (kind: PageKind, landscape: boolean): Built => {
    const made = pageOf(context.value, kind, landscape, awaits);
    wait(made.awaited);
    return made;
  };
  const chartOf: ChartFinder = (id) => {
    const kind = Object.hasOwn(chartPages, id) ? chartPages[id] : undefined;
    if (kind === undefined) return null;
    const { page, awaited: coming } = built(kind, false);
    const block = page.blocks.find((one) => one.kind === 'chart' && one.id === id);
    if (block?.kind === 'chart') return { block, notes: page.notes };
    return coming.length === 0 ? null : { block: { kind: 'text', tone: 'small', text: headlineMessages.bridgeComes[language] }, notes: {} };
  };
  const findings: ReportFinding[] = [];
  const shown = pagesOf(workbook.report).filter(({ hidden }) => hidden !== true);
  const pages = shown
    .filter((_, at) => wanted === undefined || wanted.includes(at + 1))
    .map((settings): ReportPage => {
      const landscape = layoutOf(settings, context.value);
      if (settings.kind !== 'text') {
        findings.push(...pageFindings(context.value, settings.kind).map((one) => ({ ...one, page: settings.id })));
        return titled(built(settings.kind, landscape).page, settings, language);
      }
      const own: BridgeJob[] = [];
      const { page, unbound } = textPage(awaits ? { ...context.value, awaited: own } : context.value, settings, landscape, chartOf);
      wait(own);
      findings.push(...unbound.map(({ reference, reason }) => ({ reason, reference: phrase(reference, reference), page: settings.id })));
      return page;
    });
  const { logo, margins = standardMargins, organisation = '' } = workbook.report ?? {};
  const isShown = logo !== undefined && isPicture(logo);
  if (logo !== undefined && !isShown) findings.unshift(...pages.slice(0, 1).map(({ id }): ReportFinding => ({ page: id, reason: 'logo-unreadable', reference: phrase('', '') })));
  const vintage = workbook.vintage === null ? null : (workbook.vintages[workbook.vintage]?.name ?? null);
  return ok({
    language,
    margins,
    logo: isShown ? logo : null,
    organisation,
    title: workbook.title[language],
    scenario: context.value.name[language],
    asOf: say.asOf(phrase(formatDate(workbook.asOf, 'en'), formatDate(workbook.asOf, 'zh')))[language],
    imprint: say.imprint(organisation, workbook.title[language], vintage, inputHash(inputs))[language],
    pages: saidOnce(pages),
    findings,
    awaited: [...awaited.values()],
  });
}

/** Letters and method are explained where they are first needed; what is true of every table's sums stands under each. */
function saidOnce(pages: readonly ReportPage[]): readonly ReportPage[] {
  const said = new Set<string>();
  return pages.map((page) => {
    const foot = page.foot.filter(({ text, scope }) => scope === 'page' || !said.has(text));
    for (const { text } of foot) said.add(text);
    return foot.length === page.foot.length ? page : { ...page, foot };
  });
}
