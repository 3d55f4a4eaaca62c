/** What every page is made from: one scenario's balance and inputs, one language, and the sheet's light colours. */
import { lightPalette, type Palette } from '../charts/palette.ts';
import type { Phrase, Language } from '../messages/phrase.ts';
import { phrase } from '../messages/phrase.ts';
import type { Balance } from '../model/balance.ts';
import { inputsOf, type Inputs } from '../model/inputs.ts';
import type { Month } from '../model/period.ts';
import { chainOfScenario } from '../model/resolve.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';

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
};

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
    palette: lightPalette,
    name: workbook.scenarios[scenario]?.name ?? phrase(scenario, scenario),
    shown: balance.months.map((month, at) => ({ month, at })).filter(({ month }) => month >= workbook.shownFrom),
    year: Math.min(Math.max(asOf, years[0] ?? asOf), years.at(-1) ?? asOf),
  };
}
