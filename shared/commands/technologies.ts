/**
 * The ways of building the product of a sector. As soon as there is one, exactly one of them is the balancing one, whose share is 1 less
 * the others: the first one added, until the analyst chooses another or it is removed.
 */
import { addedEntry, balancingEntry, entryKinds, movedEntry, removedEntry, renamedEntry } from '../messages/commands.ts';
import { baseUnitOf } from '../model/pathUnits.ts';
import { yearsOf } from '../model/period.ts';
import { weakestState } from '../model/state.ts';
import type { Cell, DriverSector, LocalText, SectorId, Technology, TechnologyId, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { cleanName, isSameText } from './cleanName.ts';
import type { Command } from './command.ts';
import { freshId } from './freshId.ts';
import { moved, orderedIds, reordered, without } from './ordering.ts';
import { findSector } from './sectors.ts';
import { withoutPaths } from './withoutPaths.ts';

type Technologies = DriverSector['technologies'];
type TechnologyAddress = { readonly sector: SectorId; readonly technology: TechnologyId };

/** Only a sector with volume and intensity has technologies. */
function findStack(workbook: Workbook, id: SectorId): Result<DriverSector> {
  const sector = findSector(workbook, id);
  if (!sector.ok) return sector;
  return sector.value.kind === 'driver' ? ok(sector.value) : fail('sector-without-volume', { place: id });
}

function findTechnology(workbook: Workbook, { sector, technology }: TechnologyAddress): Result<{ readonly stack: DriverSector; readonly found: Technology }> {
  const stack = findStack(workbook, sector);
  if (!stack.ok) return stack;
  const found = Object.hasOwn(stack.value.technologies, technology) ? stack.value.technologies[technology] : undefined;
  return found ? ok({ stack: stack.value, found }) : fail('unknown-technology', { place: technology, values: { id: technology } });
}

function technologyName(workbook: Workbook, address: TechnologyAddress): LocalText {
  const result = findTechnology(workbook, address);
  return result.ok ? result.value.found.name : { en: address.technology, zh: address.technology };
}

function withTechnologies(workbook: Workbook, id: SectorId, stack: DriverSector, technologies: Technologies): Workbook {
  return { ...workbook, sectors: { ...workbook.sectors, [id]: { ...stack, technologies } } };
}

function pathOf({ sector, technology }: TechnologyAddress, field: string): string {
  return `sectors/${sector}/technologies/${technology}/${field}`;
}

/** The share that balancing gave a technology, by year, in the years in which all the others state theirs. */
function balancedShares(workbook: Workbook, sector: SectorId, technologies: Technologies, balancing: TechnologyId): Record<string, Cell> {
  const others = Object.keys(technologies).filter((id) => id !== balancing);
  const cells: Record<string, Cell> = {};
  for (const year of yearsOf(workbook.horizon).map(String)) {
    const stated = others.map((technology) => workbook.series[pathOf({ sector, technology }, 'share')]?.cells[year]);
    const rest = stated.reduce<number | null>((sum, cell) => (sum === null || (cell?.value ?? null) === null ? null : sum - (cell?.value ?? 0)), 1);
    // Shares above 1 in sum leave nothing that could be written; the model reports them where they stand.
    if (rest !== null && rest >= 0) cells[year] = { value: rest, state: weakestState(...stated.map((cell) => cell?.state ?? 'forecast')), grade: 'C' };
  }
  return cells;
}

/**
 * Another technology becomes the balancing one. What the former one had by balancing it states from now on, and the new one states
 * nothing, so that every share stays what it was.
 */
function handOver(workbook: Workbook, sector: SectorId, stack: DriverSector, technology: TechnologyId): Workbook {
  const former = Object.keys(stack.technologies).find((id) => stack.technologies[id]?.balancing === true && id !== technology);
  const flagged = Object.fromEntries(
    Object.entries(stack.technologies).map(([id, one]) => [id, one.balancing === (id === technology) ? one : { ...one, balancing: id === technology }]),
  );
  const next = withTechnologies(workbook, sector, stack, flagged);
  const freed = withoutPaths(next, pathOf({ sector, technology }, 'share'));
  if (former === undefined) return freed;
  const path = pathOf({ sector, technology: former }, 'share');
  const cells = balancedShares(workbook, sector, stack.technologies, former);
  const before = freed.series[path];
  return { ...freed, series: { ...freed.series, [path]: { ...(before ?? { kind: 'annual', unit: 'ratio' }), cells: { ...before?.cells, ...cells } } } };
}

export const addTechnology: Command<{ readonly sector: SectorId; readonly name: LocalText }> = {
  name: 'add-technology',
  label: (_workbook, { name }) => addedEntry(entryKinds.technology, name),
  run(workbook, args) {
    const stack = findStack(workbook, args.sector);
    if (!stack.ok) return stack;
    const name = cleanName(args.name);
    if (!name.ok) return name;
    const { technologies } = stack.value;
    const id = freshId(name.value.en, 'technology', technologies);
    const balancing = Object.values(technologies).every((one) => !one.balancing);
    const added = reordered({ ...technologies, [id]: { name: name.value, order: 0, balancing } }, [...orderedIds(technologies), id]);
    const next = withTechnologies(workbook, args.sector, stack.value, added);
    const mass = pathOf({ sector: args.sector, technology: id }, 'mass');
    return ok({ ...next, series: { ...next.series, [mass]: { kind: 'scalar', unit: baseUnitOf(next, mass), cells: {} } } });
  },
};

export const renameTechnology: Command<TechnologyAddress & { readonly name: LocalText }> = {
  name: 'rename-technology',
  label: (workbook, args) => renamedEntry(technologyName(workbook, args), args.name),
  run(workbook, args) {
    const result = findTechnology(workbook, args);
    if (!result.ok) return result;
    const { stack, found } = result.value;
    const name = cleanName(args.name);
    if (!name.ok) return name;
    if (isSameText(name.value, found.name)) return ok(workbook);
    return ok(withTechnologies(workbook, args.sector, stack, { ...stack.technologies, [args.technology]: { ...found, name: name.value } }));
  },
};

/** `by` counts places: -1 is one up. */
export const moveTechnology: Command<TechnologyAddress & { readonly by: number }> = {
  name: 'move-technology',
  label: (workbook, args) => movedEntry(technologyName(workbook, args), args.by),
  run(workbook, args) {
    const result = findTechnology(workbook, args);
    if (!result.ok) return result;
    const { stack } = result.value;
    const technologies = moved(stack.technologies, args.technology, args.by);
    return ok(technologies === stack.technologies ? workbook : withTechnologies(workbook, args.sector, stack, technologies));
  },
};

export const setBalancing: Command<TechnologyAddress> = {
  name: 'set-balancing',
  label: (workbook, args) => balancingEntry(technologyName(workbook, args)),
  run(workbook, args) {
    const result = findTechnology(workbook, args);
    if (!result.ok) return result;
    return ok(result.value.found.balancing ? workbook : handOver(workbook, args.sector, result.value.stack, args.technology));
  },
};

export const removeTechnology: Command<TechnologyAddress> = {
  name: 'remove-technology',
  label: (workbook, args) => removedEntry(technologyName(workbook, args)),
  run(workbook, args) {
    const result = findTechnology(workbook, args);
    if (!result.ok) return result;
    const { stack, found } = result.value;
    const rest = { ...stack, technologies: without(stack.technologies, args.technology) };
    const cleared = withoutPaths(workbook, pathOf(args, ''));
    const heir = orderedIds(rest.technologies)[0];
    if (!found.balancing || heir === undefined) return ok(withTechnologies(cleared, args.sector, stack, rest.technologies));
    return ok(handOver(cleared, args.sector, rest, heir));
  },
};
