/** The scenario a person means: by id first, then by English or Chinese name; without a name the base scenario. */
import { cliMessages } from '../../shared/messages/cli.ts';
import { problemText } from '../../shared/messages/problems.ts';
import type { Scenario, ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import { answer, refuse, type Answer } from './effects.ts';

/** Scenarios in the order in which the workbook shows them. */
export function orderedScenarios(workbook: Workbook): readonly (readonly [ScenarioId, Scenario])[] {
  return Object.entries(workbook.scenarios).sort(([a, x], [b, y]) => x.order - y.order || (a < b ? -1 : 1));
}

export function findScenario(workbook: Workbook, wanted: string | null): Answer<ScenarioId> {
  const scenarios = orderedScenarios(workbook);
  const matches =
    wanted === null
      ? scenarios.filter(([, scenario]) => scenario.parent === null).slice(0, 1)
      : Object.hasOwn(workbook.scenarios, wanted)
        ? scenarios.filter(([id]) => id === wanted)
        : scenarios.filter(([, { name }]) => isSame(name.en, wanted) || isSame(name.zh, wanted));
  const [first, second] = matches;
  if (first && !second) return answer(first[0]);
  if (first) return refuse(cliMessages.scenarioAmbiguous(wanted ?? '', matches.map(([id]) => id).join(', ')));
  const known = scenarios.map(([id, { name }]) => `${id} (${name.en}, ${name.zh})`).join('; ');
  return refuse(problemText({ code: 'unknown-scenario', values: { name: wanted ?? '', known } }));
}

function isSame(name: string, wanted: string): boolean {
  return name.trim().toLowerCase() === wanted.trim().toLowerCase();
}
