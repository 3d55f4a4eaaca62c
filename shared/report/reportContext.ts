/** What every page is made from: one scenario's balance and inputs, one language, and the sheet's light colours. */
import { lightPalette, type Palette } from '../charts/palette.ts';
import type { Phrase, Language } from '../messages/phrase.ts';
import { phrase } from '../messages/phrase.ts';
import { reportMessages } from '../messages/report.ts';
import type { Balance } from '../model/balance.ts';
import { inputsOf, type Inputs } from '../model/inputs.ts';
import type { Month } from '../model/period.ts';
import { chainOfScenario } from '../model/resolve.ts';
import { computeBalance } from '../model/computeBalance.ts';
import type { BridgeContext } from './reportBridges.ts';
import type { ScenarioId, VintageId, Workbook } from '../model/workbook.ts';

export type ShownMonth = { readonly month: Month; readonly at: number };

export type ReportContext = {
  readonly workbook: Workbook;
  readonly scenario: ScenarioId;
  readonly balance: Balance;
  readonly inputs: Inputs;
  readonly language: Language;
  readonly palette: Palette;
  readonly name: Phrase;
  /** The months that the report shows, with their places in the balance. */
  readonly shown: readonly ShownMonth[];
  /** The year of the as-of date, or the nearest of the horizon. */
  readonly year: number;
  /** The same scenario as the last vintage before the as-of date saw it; null where there is none. */
  readonly before: Before | null;
} & BridgeContext;

export type Before = { readonly vintage: VintageId; readonly name: Phrase; readonly balance: Balance };

/** The last vintage before the day of the view, of those that are not the view's own. */
export function vintageBefore({ vintages, vintage, asOf }: Workbook): VintageId | null {
  const earlier = Object.entries(vintages).filter(([id, one]) => id !== vintage && one.asOf < asOf);
  return earlier.sort(([, a], [, b]) => (a.asOf < b.asOf ? 1 : -1))[0]?.[0] ?? null;
}

function beforeOf(workbook: Workbook, scenario: ScenarioId): Before | null {
  const vintage = vintageBefore(workbook);
  const seen = vintage === null ? undefined : workbook.vintages[vintage];
  if (vintage === null || !seen) return null;
  const balance = computeBalance({ ...workbook, asOf: seen.asOf, vintage }, scenario);
  return balance.ok ? { vintage, name: seen.name, balance: balance.value } : null;
}

export function reportContext(workbook: Workbook, scenario: ScenarioId, balance: Balance, language: Language): ReportContext {
  const chain = chainOfScenario(workbook, scenario);
  const years = balance.months.map((month) => Number(month.slice(0, 4)));
  const asOf = Number(workbook.asOf.slice(0, 4));
  return {
    workbook,
    scenario,
    balance,
    inputs: inputsOf(workbook, chain.ok ? chain.value : []),
    language,
    awaited: null,
    palette: lightPalette,
    name: workbook.scenarios[scenario]?.name ?? phrase(scenario, scenario),
    shown: balance.months.map((month, at) => ({ month, at })).filter(({ month }) => month >= workbook.shownFrom),
    before: beforeOf(workbook, scenario),
    year: Math.min(Math.max(asOf, years[0] ?? asOf), years.at(-1) ?? asOf),
  };
}

/** What the letters beside numbers mean; the same words on every page, so that a report says them once. */
export function marksText({ before, language }: Pick<ReportContext, 'before' | 'language'>): string {
  return reportMessages.marks(before?.name ?? null)[language];
}
