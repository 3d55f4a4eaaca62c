/** What the terms of a row would mean for the balance, before they are said: what its tonne is worth, and by which recorded conversions. */
import { setTerms, type SetTermsArgs } from '../commands/setTerms.ts';
import { findingTextIn } from '../messages/findings.ts';
import type { Phrase } from '../messages/phrase.ts';
import { problemText } from '../messages/problems.ts';
import { inputsOf } from '../model/inputs.ts';
import { balanceScope } from '../model/massTerms.ts';
import { chainOfScenario } from '../model/resolve.ts';
import { basisStated, conversionsOf, seriesFactor, termsRule, type TermsRule } from '../model/seriesTerms.ts';
import type { Basis } from '../model/unit.ts';
import type { Scope, ScenarioId, SeriesPath, Workbook } from '../model/workbook.ts';

export type TermsView = {
  readonly rule: TermsRule;
  /** What a tonne of the row is a tonne of. */
  readonly stated: Basis;
  /** What the balance is about. */
  readonly balanceScope: Scope;
  /** Tonnes, as the balance reads them, that one tonne of the row is; null where no conversion is recorded. */
  readonly factor: number | null;
  /** Why there is none. */
  readonly problem: Phrase | null;
  /** The inputs that record the conversion. */
  readonly conversions: readonly SeriesPath[];
};

/** Null for a row without terms. */
export function termsView(workbook: Workbook, scenario: ScenarioId, args: SetTermsArgs): TermsView | null {
  const rule = termsRule(workbook, args.path);
  if (rule === null) return null;
  const said = setTerms.run(workbook, args);
  const after = said.ok ? said.value : workbook;
  const chain = chainOfScenario(after, scenario);
  const inputs = inputsOf(after, chain.ok ? chain.value : []);
  const { factor, finding } = seriesFactor(inputs, args.path);
  const problem = said.ok ? (finding === null ? null : findingTextIn(workbook, finding)) : problemText(said.problem);
  return { rule, stated: basisStated(inputs, args.path, rule), balanceScope: balanceScope(inputs), factor: said.ok ? factor : null, problem, conversions: conversionsOf(inputs, args.path) };
}
