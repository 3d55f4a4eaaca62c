/** Packages: differences that several scenarios mix in. A scenario lists those it mixes in; the later one is nearer to its own differences. */
import { addedEntry, removedEntry, renamedEntry } from '../messages/commands.ts';
import { mixedPackages, scenarioKinds } from '../messages/scenarioCommands.ts';
import type { LocalText, Overlay, Package, PackageId, Scenario, ScenarioId, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { cleanName, isSameText } from './cleanName.ts';
import type { Command } from './command.ts';
import { competing } from './competing.ts';
import { freshId } from './freshId.ts';
import { findScenario, scenarioName, withScenario } from './scenarios.ts';

const empty: LocalText = { en: '', zh: '' };

/** The package of an id, or the refusal that there is none. */
export function findPackage(workbook: Workbook, id: PackageId): Result<Package> {
  const found = workbook.packages !== undefined && Object.hasOwn(workbook.packages, id) ? workbook.packages[id] : undefined;
  return found ? ok(found) : fail('unknown-package', { place: id, values: { id } });
}

/** The name that the history shows; the id where there is no such package. */
export function packageName(workbook: Workbook, id: PackageId): LocalText {
  const found = findPackage(workbook, id);
  return found.ok ? found.value.name : { en: id, zh: id };
}

/** The scenario with this list; one that mixes nothing in has none. */
function mixing(scenario: Scenario, packages: readonly PackageId[]): Scenario {
  const { packages: _before, ...rest } = scenario;
  return packages.length === 0 ? rest : { ...rest, packages };
}

export type AddPackageArgs = {
  readonly name: LocalText;
  readonly narrative?: LocalText;
  /** Differences of a scenario that move into the package, which the scenario then mixes in: its numbers stay what they are. */
  readonly from?: { readonly scenario: ScenarioId; readonly keys: readonly string[] };
};

export const addPackage: Command<AddPackageArgs> = {
  name: 'add-package',
  label: (_workbook, { name }) => addedEntry(scenarioKinds.package, name),
  run(workbook, { name: wanted, narrative, from }) {
    const name = cleanName(wanted);
    if (!name.ok) return name;
    const packages = workbook.packages ?? {};
    const id = freshId(name.value.en, 'package', packages);
    const made = (overlays: Package['overlays']): Workbook => ({
      ...workbook,
      packages: { ...packages, [id]: { name: name.value, order: Object.keys(packages).length, narrative: narrative ?? empty, overlays } },
    });
    if (!from) return ok(made({}));
    const scenario = findScenario(workbook, from.scenario);
    if (!scenario.ok) return scenario;
    if (scenario.value.parent === null) return fail('scenario-root', { place: from.scenario, values: { name: scenario.value.name.en, nameZh: scenario.value.name.zh } });
    const unknown = from.keys.find((key) => !Object.hasOwn(scenario.value.overlays, key));
    if (unknown !== undefined) return fail('unknown-difference', { place: unknown, values: { id: unknown } });
    // The differences of one series go together: apart they would not give the same number.
    const paths = new Set(from.keys.map((key) => scenario.value.overlays[key]?.path));
    const part = (moves: boolean): Record<string, Overlay> => Object.fromEntries(Object.entries(scenario.value.overlays).filter(([, overlay]) => paths.has(overlay.path) === moves));
    const next = withScenario(made(part(true)), from.scenario, mixing({ ...scenario.value, overlays: part(false) }, [...(scenario.value.packages ?? []), id]));
    return competing(next) ?? ok(next);
  },
};

export const renamePackage: Command<{ readonly package: PackageId; readonly name: LocalText }> = {
  name: 'rename-package',
  label: (workbook, args) => renamedEntry(packageName(workbook, args.package), args.name),
  run(workbook, args) {
    const found = findPackage(workbook, args.package);
    if (!found.ok) return found;
    const name = cleanName(args.name);
    if (!name.ok) return name;
    return ok(isSameText(name.value, found.value.name) ? workbook : { ...workbook, packages: { ...workbook.packages, [args.package]: { ...found.value, name: name.value } } });
  },
};

/** The scenarios that mix it in go on without it. */
export const removePackage: Command<{ readonly package: PackageId }> = {
  name: 'remove-package',
  label: (workbook, args) => removedEntry(packageName(workbook, args.package)),
  run(workbook, { package: id }) {
    const found = findPackage(workbook, id);
    if (!found.ok) return found;
    const packages = Object.fromEntries(Object.entries(workbook.packages ?? {}).filter(([key]) => key !== id));
    const scenarios = Object.fromEntries(
      Object.entries(workbook.scenarios).map(([key, scenario]) => [key, scenario.packages?.includes(id) === true ? mixing(scenario, scenario.packages.filter((one) => one !== id)) : scenario]),
    );
    const { packages: _packages, ...rest } = workbook;
    return ok({ ...rest, scenarios, ...(Object.keys(packages).length === 0 ? {} : { packages }) });
  },
};

/** Chooses the packages of a scenario and their order. Two that set the same cell are refused. */
export const mixPackages: Command<{ readonly scenario: ScenarioId; readonly packages: readonly PackageId[] }> = {
  name: 'mix-packages',
  label: (workbook, { scenario }) => mixedPackages(scenarioName(workbook, scenario)),
  run(workbook, { scenario: id, packages }) {
    const scenario = findScenario(workbook, id);
    if (!scenario.ok) return scenario;
    if (scenario.value.parent === null) return fail('scenario-root', { place: id, values: { name: scenario.value.name.en, nameZh: scenario.value.name.zh } });
    const wanted = [...new Set(packages)];
    for (const one of wanted) {
      const found = findPackage(workbook, one);
      if (!found.ok) return found;
    }
    const before = scenario.value.packages ?? [];
    if (before.length === wanted.length && before.every((one, at) => one === wanted[at])) return ok(workbook);
    const next = withScenario(workbook, id, mixing(scenario.value, wanted));
    return competing(next) ?? ok(next);
  },
};
