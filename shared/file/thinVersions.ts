/**
 * Which automatic versions of a workbook are kept: many of the last hours, fewer of the days before, and so on, so that
 * "as it was on Monday" and "as it was last spring" can both be had and the store stays small. Versions with a name are the
 * user's own and are never among those that go.
 */
export type VersionTime = {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The user gave it a name. */
  readonly named: boolean;
};

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/**
 * Up to which age one version is kept of how long a time. The slots are cut in universal time, the same on every computer. Of the
 * last hour every one stays: what was there before a save is wanted most right after it.
 */
const steps: readonly { readonly upTo: number; readonly slot: number }[] = [
  { upTo: hour, slot: 1 },
  { upTo: 2 * day, slot: 2 * hour },
  { upTo: 14 * day, slot: day },
  { upTo: 70 * day, slot: 7 * day },
  { upTo: 730 * day, slot: 30 * day },
  { upTo: Number.POSITIVE_INFINITY, slot: 365 * day },
];

/** The ids of the versions that may go, given the time now. The last version of each slot stays, the newest of all always. */
export function thinVersions(versions: readonly VersionTime[], now: number): readonly string[] {
  const taken = new Set<string>();
  const newestFirst = versions.filter(({ named }) => !named).sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  return newestFirst.flatMap(({ id, at }, place) => {
    // A clock that was set back makes versions of the future; they are of today.
    const age = Math.max(0, now - at);
    const slot = steps.find(({ upTo }) => age < upTo)?.slot ?? day;
    const key = `${slot}:${Math.floor(at / slot)}`;
    const goes = place > 0 && taken.has(key);
    taken.add(key);
    return goes ? [id] : [];
  });
}
