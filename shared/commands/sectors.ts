/** Adding, renaming, ordering and removing the uses of the commodity. */
import { addedEntry, entryKinds, movedEntry, removedEntry, renamedEntry } from '../messages/commands.ts';
import { baseUnitOf, intensityDimension } from '../model/pathUnits.ts';
import { units, type UnitId } from '../model/unit.ts';
import { monthIndex, yearOf } from '../model/period.ts';
import type { DriverSector, LocalText, ResidualSector, Sector, SectorId, Series, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { cleanName, isSameText } from './cleanName.ts';
import type { Command } from './command.ts';
import { freshId } from './freshId.ts';
import { moved, orderedIds, reordered, without } from './ordering.ts';
import { withoutPaths } from './withoutPaths.ts';

export type NewSector =
  | { readonly kind: 'driver'; readonly name: LocalText; readonly volumeName: LocalText; readonly volumeUnit: UnitId; readonly intensityUnit: UnitId }
  | { readonly kind: 'residual'; readonly name: LocalText };

/** The sector of an id, or the refusal that there is none. */
export function findSector(workbook: Workbook, id: SectorId): Result<Sector> {
  const sector = Object.hasOwn(workbook.sectors, id) ? workbook.sectors[id] : undefined;
  return sector ? ok(sector) : fail('unknown-sector', { place: id, values: { id } });
}

/** The name that the history shows; the id where there is no such sector. */
export function sectorName(workbook: Workbook, id: SectorId): LocalText {
  const found = findSector(workbook, id);
  return found.ok ? found.value.name : { en: id, zh: id };
}

/** True when the balance has a row for the demand that no driver explains; there is at most one. */
export function hasResidual(workbook: Pick<Workbook, 'sectors'>): boolean {
  return Object.values(workbook.sectors).some((sector) => sector.kind === 'residual');
}

/** The new sector, its order still to be given. */
function builtSector(workbook: Workbook, args: NewSector): Result<Sector> {
  const name = cleanName(args.name);
  if (!name.ok) return name;
  if (args.kind === 'residual') {
    if (hasResidual(workbook)) return fail('residual-exists');
    const { start, end } = workbook.horizon;
    const baseYear = Math.min(yearOf(monthIndex(end)), Math.max(yearOf(monthIndex(start)), workbook.exportBaseYear));
    return ok({ kind: 'residual', name: name.value, order: 0, baseYear, profileIs: 'net' } satisfies ResidualSector);
  }
  const volumeName = cleanName(args.volumeName);
  if (!volumeName.ok) return volumeName;
  const measured = intensityDimension(args.volumeUnit);
  if (measured === undefined) return fail('unit-mismatch', { values: { unit: args.volumeUnit } });
  if (units[args.intensityUnit].dimension !== measured) return fail('unit-mismatch', { values: { unit: args.intensityUnit } });
  const { volumeUnit, intensityUnit } = args;
  const stackYear = yearOf(monthIndex(workbook.horizon.start));
  return ok({ kind: 'driver', name: name.value, order: 0, volumeName: volumeName.value, volumeUnit, intensityUnit, profileIs: 'net', yields: {}, technologies: {}, stackYear } satisfies DriverSector);
}

/** Named uses come before what they leave unexplained. */
function placedLast(sectors: Workbook['sectors'], id: SectorId): Record<SectorId, Sector> {
  const others = orderedIds(sectors).filter((other) => other !== id);
  const last = others.at(-1);
  const residualIsLast = last !== undefined && sectors[last]?.kind === 'residual' && sectors[id]?.kind === 'driver';
  return reordered(sectors, residualIsLast ? [...others.slice(0, -1), id, last] : [...others, id]);
}

/** A driver sector begins with the series of its lock, empty, in the units it is measured in. */
function emptyLock(workbook: Workbook, id: SectorId): Record<string, Series> {
  const series = (name: string, kind: Series['kind']): readonly [string, Series] => {
    const path = `sectors/${id}/${name}`;
    return [path, { kind, unit: baseUnitOf(workbook, path), cells: {} }];
  };
  return Object.fromEntries([series('volume', 'annual'), series('intensity', 'annual'), series('demand', 'annual'), series('volumeMonthly', 'monthly')]);
}

export const addSector: Command<NewSector> = {
  name: 'add-sector',
  label: (_workbook, { name }) => addedEntry(entryKinds.sector, name),
  run(workbook, args) {
    const sector = builtSector(workbook, args);
    if (!sector.ok) return sector;
    const id = freshId(sector.value.name.en, 'sector', workbook.sectors);
    const next = { ...workbook, sectors: placedLast({ ...workbook.sectors, [id]: sector.value }, id) };
    return ok(sector.value.kind === 'driver' ? { ...next, series: { ...workbook.series, ...emptyLock(next, id) } } : next);
  },
};

export const renameSector: Command<{ readonly sector: SectorId; readonly name: LocalText }> = {
  name: 'rename-sector',
  label: (workbook, { sector, name }) => renamedEntry(sectorName(workbook, sector), name),
  run(workbook, args) {
    const sector = findSector(workbook, args.sector);
    if (!sector.ok) return sector;
    const name = cleanName(args.name);
    if (!name.ok) return name;
    if (isSameText(name.value, sector.value.name)) return ok(workbook);
    return ok({ ...workbook, sectors: { ...workbook.sectors, [args.sector]: { ...sector.value, name: name.value } } });
  },
};

/** `by` counts places: -1 is one up. */
export const moveSector: Command<{ readonly sector: SectorId; readonly by: number }> = {
  name: 'move-sector',
  label: (workbook, { sector, by }) => movedEntry(sectorName(workbook, sector), by),
  run(workbook, args) {
    const sector = findSector(workbook, args.sector);
    if (!sector.ok) return sector;
    const sectors = moved(workbook.sectors, args.sector, args.by);
    return ok(sectors === workbook.sectors ? workbook : { ...workbook, sectors });
  },
};

export const removeSector: Command<{ readonly sector: SectorId }> = {
  name: 'remove-sector',
  label: (workbook, { sector }) => removedEntry(sectorName(workbook, sector)),
  run(workbook, args) {
    const sector = findSector(workbook, args.sector);
    if (!sector.ok) return sector;
    if (Object.keys(workbook.sectors).length === 1) return fail('last-sector');
    return ok({ ...withoutPaths(workbook, `sectors/${args.sector}/`), sectors: without(workbook.sectors, args.sector) });
  },
};
