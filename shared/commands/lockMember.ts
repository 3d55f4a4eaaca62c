/** Which member of a three-way lock (volume x intensity = demand) an address is, if any. */
import type { CellAddress, DriverSector, LockMember, SectorId, Workbook } from '../model/workbook.ts';

export type LockPlace = { readonly id: SectorId; readonly sector: DriverSector; readonly member: LockMember; readonly year: number };

const memberPath = /^sectors\/([^/]+)\/(volume|intensity|demand)$/;

/** Null for an input that is no member of a lock: a number typed there simply stands. */
export function lockMember(workbook: Pick<Workbook, 'sectors'>, { path, period }: CellAddress): LockPlace | null {
  const match = memberPath.exec(path);
  const id = match?.[1];
  if (id === undefined || !Object.hasOwn(workbook.sectors, id)) return null;
  const sector = workbook.sectors[id];
  return sector?.kind === 'driver' ? { id, sector, member: match?.[2] as LockMember, year: Number(period) } : null;
}

/** The address of a member of the same lock. */
export function memberAddress({ id, year }: Pick<LockPlace, 'id' | 'year'>, member: LockMember): CellAddress {
  return { path: `sectors/${id}/${member}`, period: String(year) };
}
