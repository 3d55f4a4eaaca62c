/** What a sector is set to besides its numbers: what its volume counts, whether its profile holds the holiday, from which year it reckons. */
import { editedEntry } from '../messages/commands.ts';
import { monthIndex, yearOf } from '../model/period.ts';
import type { LocalText, Sector, SectorId, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { cleanName, isSameText } from './cleanName.ts';
import type { Command } from './command.ts';
import { findSector, sectorName } from './sectors.ts';

export type SetSectorArgs = {
  readonly sector: SectorId;
  /** What the volume counts; of a sector with a volume. */
  readonly volumeName?: LocalText;
  readonly profileIs?: Sector['profileIs'];
  /** The year for which the masses of its technologies are stated, or, for other use, in which it is what output leaves. */
  readonly year?: number;
};

/** Calendar years that a workbook may speak of. */
const years = { first: 2000, last: 2100 } as const;

/** The first and the last year that a sector may reckon from: other use is computed, so its year lies in the horizon. */
function yearsFor(workbook: Workbook, sector: Sector): { readonly first: number; readonly last: number } {
  if (sector.kind === 'driver') return years;
  return { first: yearOf(monthIndex(workbook.horizon.start)), last: yearOf(monthIndex(workbook.horizon.end)) };
}

export function checkedYear(year: number, { first, last }: { readonly first: number; readonly last: number }): Result<number> {
  return Number.isInteger(year) && year >= first && year <= last ? ok(year) : fail('year-not-possible', { values: { year: Number.isFinite(year) ? year : '', first, last } });
}

export const setSector: Command<SetSectorArgs> = {
  name: 'set-sector',
  label: (workbook, { sector }) => editedEntry(sectorName(workbook, sector), undefined),
  run(workbook, { sector: id, volumeName, profileIs, year }) {
    const found = findSector(workbook, id);
    if (!found.ok) return found;
    const before = found.value;
    if (volumeName !== undefined && before.kind === 'residual') return fail('sector-without-volume', { place: id });
    const name = cleanName(volumeName ?? (before.kind === 'driver' ? before.volumeName : before.name));
    if (!name.ok) return name;
    const own = before.kind === 'driver' ? before.stackYear : before.baseYear;
    const reckoned = year === undefined ? ok(own) : checkedYear(year, yearsFor(workbook, before));
    if (!reckoned.ok) return reckoned;
    const profile = profileIs ?? before.profileIs;
    const sameName = before.kind === 'residual' || isSameText(name.value, before.volumeName);
    if (sameName && profile === before.profileIs && reckoned.value === own) return ok(workbook);
    const after: Sector = before.kind === 'driver' ? { ...before, volumeName: name.value, profileIs: profile, stackYear: reckoned.value } : { ...before, profileIs: profile, baseYear: reckoned.value };
    return ok({ ...workbook, sectors: { ...workbook.sectors, [id]: after } });
  },
};
