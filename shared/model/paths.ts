/**
 * The addresses of the model's inputs. Every number an analyst can type has a path and a period; this file is the one
 * list of what paths exist, of which kind each is, and what stands in where an optional one is absent.
 */
import type { Dimension } from './unit.ts';
import type { Horizon } from './period.ts';
import { calendarKeys, monthsOf, yearsOf } from './period.ts';
import type { PeriodKey, SeriesKind, SeriesPath, Workbook } from './workbook.ts';

export type PathSpec = {
  readonly kind: SeriesKind;
  readonly dimensions: readonly Dimension[];
  /** The value where no cell stands; undefined when a missing cell is missing. */
  readonly fallback?: number;
  /** The smallest value that makes sense; undefined allows any. */
  readonly minimum?: number;
  readonly maximum?: number;
};

const driverPaths: Readonly<Record<string, PathSpec>> = {
  volume: { kind: 'annual', dimensions: ['vehicles', 'units', 'power'], minimum: 0 },
  intensity: { kind: 'annual', dimensions: ['massPerVehicle', 'massPerUnit', 'massPerPower'], minimum: 0 },
  demand: { kind: 'annual', dimensions: ['mass'], minimum: 0 },
  volumeMonthly: { kind: 'monthly', dimensions: ['vehicles', 'units', 'power'], minimum: 0 },
  demandMonthly: { kind: 'monthly', dimensions: ['mass'], minimum: 0 },
};

const seasonPaths: Readonly<Record<string, PathSpec>> = {
  profile: { kind: 'calendarMonth', dimensions: ['weight'], minimum: 0 },
  rush: { kind: 'monthly', dimensions: ['weight'], fallback: 1, minimum: 0 },
  holidayFactor: { kind: 'scalar', dimensions: ['ratio'], fallback: 0.727, minimum: 0, maximum: 1 },
};

const residualPaths: Readonly<Record<string, PathSpec>> = {
  growth: { kind: 'annual', dimensions: ['ratio'], fallback: 0, minimum: -1 },
  demandMonthly: { kind: 'monthly', dimensions: ['mass'], minimum: 0 },
};

const eventPaths: Readonly<Record<string, PathSpec>> = {
  active: { kind: 'scalar', dimensions: ['switch'], fallback: 0, minimum: 0, maximum: 1 },
  graceDays: { kind: 'scalar', dimensions: ['days'], fallback: 9.5, minimum: 0 },
  controlledMidpoint: { kind: 'scalar', dimensions: ['months'], fallback: 2.7, minimum: 0 },
  uncontrolledMidpoint: { kind: 'scalar', dimensions: ['months'], fallback: 1.4, minimum: 0 },
  steepness: { kind: 'scalar', dimensions: ['perMonth'], fallback: 3.7, minimum: 0 },
  uncontrolledFloor: { kind: 'scalar', dimensions: ['ratio'], fallback: 0.22, minimum: 0, maximum: 1 },
  level: { kind: 'scalar', dimensions: ['ratio'], fallback: 1, minimum: 0, maximum: 1 },
};

const fixedPaths: Readonly<Record<SeriesPath, PathSpec>> = {
  'exports/baseYear': { kind: 'calendarMonth', dimensions: ['mass'], minimum: 0 },
  'exports/growth': { kind: 'annual', dimensions: ['ratio'], fallback: 0.1, minimum: -1 },
  'exports/controlledShare': { kind: 'scalar', dimensions: ['ratio'], fallback: 0.5, minimum: 0, maximum: 1 },
  'exports/releaseRate': { kind: 'scalar', dimensions: ['ratio'], fallback: 0.05, minimum: 0, maximum: 1 },
  'exports/diversionRate': { kind: 'scalar', dimensions: ['ratio'], fallback: 0, minimum: 0, maximum: 1 },
  'exports/monthly': { kind: 'monthly', dimensions: ['mass'], minimum: 0 },
  'supply/output': { kind: 'annual', dimensions: ['mass'], minimum: 0 },
  'supply/outputMonthly': { kind: 'monthly', dimensions: ['mass'], minimum: 0 },
  'supply/multiplier': { kind: 'monthly', dimensions: ['weight'], fallback: 1, minimum: 0 },
  'supply/holidayFactor': { kind: 'scalar', dimensions: ['ratio'], fallback: 0.5, minimum: 0, maximum: 1 },
  'supply/capacity': { kind: 'scalar', dimensions: ['massPerMonth'], minimum: 0 },
  'supply/magnetImports': { kind: 'annual', dimensions: ['mass'], fallback: 0, minimum: 0 },
  'basis/finishedYield': { kind: 'scalar', dimensions: ['ratio'], minimum: 0, maximum: 1 },
  'balance/openingStock': { kind: 'scalar', dimensions: ['days', 'mass'], minimum: 0 },
  'balance/minimumStock': { kind: 'scalar', dimensions: ['days', 'mass'], fallback: 0, minimum: 0 },
  'balance/maximumStock': { kind: 'scalar', dimensions: ['days', 'mass'], minimum: 0 },
};

/** What stands at a path of this workbook; null when there is no such path. */
export function describePath(workbook: Pick<Workbook, 'sectors' | 'events'>, path: SeriesPath): PathSpec | null {
  if (Object.hasOwn(fixedPaths, path)) return fixedPaths[path] ?? null;
  const [area, id, name, extra] = path.split('/');
  if (id === undefined || name === undefined || extra !== undefined) return null;
  if (area === 'events') return Object.hasOwn(workbook.events, id) && Object.hasOwn(eventPaths, name) ? (eventPaths[name] ?? null) : null;
  if (area !== 'sectors' || !Object.hasOwn(workbook.sectors, id)) return null;
  const own = workbook.sectors[id]?.kind === 'residual' ? residualPaths : driverPaths;
  if (Object.hasOwn(own, name)) return own[name] ?? null;
  return Object.hasOwn(seasonPaths, name) ? (seasonPaths[name] ?? null) : null;
}

/** The periods that an overlay or a grid may address in a series of a kind. */
export function periodsOf(kind: SeriesKind, horizon: Horizon): readonly PeriodKey[] {
  switch (kind) {
    case 'scalar':
      return ['all'];
    case 'annual':
      return yearsOf(horizon).map(String);
    case 'monthly':
      return monthsOf(horizon);
    case 'calendarMonth':
      return calendarKeys;
  }
}

/** True when a period key has the form that the kind asks for (whether or not it lies in the horizon). */
export function isPeriodOf(kind: SeriesKind, period: PeriodKey): boolean {
  switch (kind) {
    case 'scalar':
      return period === 'all';
    case 'annual':
      return /^\d{4}$/.test(period);
    case 'monthly':
      return /^\d{4}-(0[1-9]|1[0-2])$/.test(period);
    case 'calendarMonth':
      return /^(0[1-9]|1[0-2])$/.test(period);
  }
}
