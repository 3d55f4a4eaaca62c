/** How two workbooks differ, as text for a person and for a pipe: one input or one line of the balance per line. */
import { compareSubjects } from '../../shared/analysis/compare.ts';
import { isWithoutDifference, workbookDifferences, type ScenarioInputDifference } from '../../shared/analysis/workbookDifferences.ts';
import { cliMessages } from '../../shared/messages/cli.ts';
import { phrase, type Language } from '../../shared/messages/phrase.ts';
import { unitNames } from '../../shared/messages/units.ts';
import { differencesSentence } from '../../shared/messages/versions.ts';
import { convertUnit, type UnitId } from '../../shared/model/unit.ts';
import type { ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import { ok, type Result } from '../../shared/result.ts';
import { orderedScenarios } from './findScenario.ts';

export type DifferencesOutput = { readonly text: string; readonly differs: boolean };

/** Numbers in full, without separators, so that they can be read by a program. */
function figure(value: number | null | undefined, language: Language): string {
  return value === null || value === undefined ? cliMessages.missing[language] : String(Number(value.toPrecision(12)));
}

function inputLine({ scenario, name, period, unit, shownIn, cells }: ScenarioInputDifference, language: Language): string {
  const [before, after] = cells.map((cell) => (cell === null || cell.value === null ? null : convertUnit(cell.value, unit, shownIn)));
  const when = period === 'all' ? '' : ` ${period}`;
  return `[${scenario}] ${name[language]}${when}: ${figure(before, language)} -> ${figure(after, language)} ${unitNames[shownIn][language]}`;
}

/** Of one scenario that both workbooks have; the months that only one has are left out. Fails as computeBalance does. */
function outputLines(before: Workbook, after: Workbook, scenario: ScenarioId, language: Language): Result<readonly string[]> {
  const same = phrase('', '');
  const compared = compareSubjects([before, after].map((workbook) => ({ name: same, workbook, scenario })));
  if (!compared.ok) return compared;
  const { lines, months } = compared.value;
  const signed = (value: number, unit: UnitId): string => `${value > 0 ? '+' : ''}${figure(value, language)} ${unitNames[unit][language]}`;
  return ok(
    lines
      .filter(({ changed }) => changed > 0)
      .map(({ id, name, unit, sides, changed }) => {
        const { differences = [], total = 0 } = sides[1] ?? {};
        const largest = differences.reduce<number>((place, one, at) => (Math.abs(one ?? 0) > Math.abs(differences[place] ?? 0) ? at : place), 0);
        const most = cliMessages.differsMost(months[largest] ?? '', signed(differences[largest] ?? 0, unit))[language];
        // Levels are not added up.
        const sum = unit === 't' && id !== 'inventory' ? cliMessages.differenceTotal(signed(total, unit))[language] : '';
        return `[${scenario}] ${name[language]}: ${cliMessages.monthsDiffer(changed)[language]}${sum}${most}`;
      }),
  );
}

/** Inputs first, then the lines of the balance that follow from them; of all scenarios that both have, or of one. */
export function differencesOutput(before: Workbook, after: Workbook, only: ScenarioId | null, language: Language): Result<DifferencesOutput> {
  const all = workbookDifferences(before, after);
  if (!all.ok) return all;
  const found = only === null ? all.value : { inputs: all.value.inputs.filter(({ scenario }) => scenario === only), scenariosAdded: [], scenariosRemoved: [], parts: all.value.parts };
  const outputs: string[] = [];
  for (const [scenario] of orderedScenarios(after)) {
    if (!Object.hasOwn(before.scenarios, scenario) || (only !== null && scenario !== only)) continue;
    const lines = outputLines(before, after, scenario, language);
    if (!lines.ok) return lines;
    outputs.push(...lines.value);
  }
  const lines = [differencesSentence(found)[language], ...found.inputs.map((input) => inputLine(input, language))];
  if (outputs.length > 0) lines.push('', cliMessages.outputsDiffer[language], ...outputs);
  return ok({ text: `${lines.join('\n')}\n`, differs: !isWithoutDifference(found) || outputs.length > 0 });
}
