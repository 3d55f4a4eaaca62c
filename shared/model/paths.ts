/**
 * The addresses of the model's inputs. Every number an analyst can type has a path and a period; this file is the one
 * list of what paths exist, of which kind each is, and what stands in where an optional one is absent.
 */
import type { Dimension } from './unit.ts';
import type { Horizon } from './period.ts';
import { calendarKeys, monthsOf, yearsOf } from './period.ts';
import type { MarketEvent, PeriodKey, SeriesKind, SeriesPath, Workbook } from './workbook.ts';

export type PathSpec = {
  readonly kind: SeriesKind;
  readonly dimensions: readonly Dimension[];
  /** The value where no cell stands; undefined when a missing cell is missing. */
  readonly fallback?: number;
  /** The smallest value that makes sense; undefined allows any. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** For a choice: what its positions mean. */
  readonly choices?: readonly string[];
};

const ratio = (fallback?: number): PathSpec => ({ kind: 'scalar', dimensions: ['ratio'], ...(fallback === undefined ? {} : { fallback }), minimum: 0, maximum: 1 });
const yesNo: PathSpec = { kind: 'scalar', dimensions: ['switch'], fallback: 0, minimum: 0, maximum: 1 };
const choice = (choices: readonly string[]): PathSpec => ({ kind: 'scalar', dimensions: ['choice'], fallback: 0, minimum: 0, maximum: choices.length - 1, choices });

/** The meaning of a choice is its position in these lists; the file holds the position. */
export const actualsModes = ['holdAnnual', 'runRate', 'blend'] as const;
export const splitMethods = ['auto', 'proportional', 'denton'] as const;
export const supplyModes = ['plan', 'rates', 'orders', 'bound'] as const;

const driverPaths: Readonly<Record<string, PathSpec>> = {
  volume: { kind: 'annual', dimensions: ['vehicles', 'units', 'power'], minimum: 0 },
  intensity: { kind: 'annual', dimensions: ['massPerVehicle', 'massPerUnit', 'massPerPower'], minimum: 0 },
  /** Between which an intensity is plausible; what lies outside is a finding. */
  intensityLow: { kind: 'scalar', dimensions: ['massPerVehicle', 'massPerUnit', 'massPerPower'], minimum: 0 },
  intensityHigh: { kind: 'scalar', dimensions: ['massPerVehicle', 'massPerUnit', 'massPerPower'], minimum: 0 },
  demand: { kind: 'annual', dimensions: ['mass'], minimum: 0 },
  volumeMonthly: { kind: 'monthly', dimensions: ['vehicles', 'units', 'power'], minimum: 0 },
  demandMonthly: { kind: 'monthly', dimensions: ['mass'], minimum: 0 },
  /** The year so far as released through the month: February is January and February together. */
  volumeCumulative: { kind: 'monthly', dimensions: ['vehicles', 'units', 'power'], minimum: 0 },
  demandCumulative: { kind: 'monthly', dimensions: ['mass'], minimum: 0 },
  actualsMode: choice(actualsModes),
  splitMethod: choice(splitMethods),
  /** Months by which magnets are bought before the product is finished; 0.5 is half in the month and half a month ahead. */
  leadMonths: { kind: 'scalar', dimensions: ['months'], fallback: 0, minimum: 0, maximum: 12 },
  subsidyUplift: { kind: 'monthly', dimensions: ['ratio'], fallback: 0, minimum: -1 },
  subsidyPayback: ratio(0.5),
  paybackProfile: { kind: 'monthly', dimensions: ['weight'], fallback: 0, minimum: 0 },
  priceElasticity: { kind: 'scalar', dimensions: ['ratio'], fallback: 0, minimum: 0 },
  priority: { kind: 'scalar', dimensions: ['weight'], minimum: 1 },
};

const seasonPaths: Readonly<Record<string, PathSpec>> = {
  profile: { kind: 'calendarMonth', dimensions: ['weight'], minimum: 0 },
  rush: { kind: 'monthly', dimensions: ['weight'], fallback: 1, minimum: 0 },
  /** The share of its year that a month must take, before known months; it decides over the multiplier. */
  rushShare: { kind: 'monthly', dimensions: ['ratio'], minimum: 0, maximum: 1 },
  holidayFactor: ratio(0.727),
};

const residualPaths: Readonly<Record<string, PathSpec>> = {
  growth: { kind: 'annual', dimensions: ['ratio'], fallback: 0, minimum: -1 },
  demandMonthly: { kind: 'monthly', dimensions: ['mass'], minimum: 0 },
  demandCumulative: { kind: 'monthly', dimensions: ['mass'], minimum: 0 },
  splitMethod: choice(splitMethods),
  priceElasticity: { kind: 'scalar', dimensions: ['ratio'], fallback: 0, minimum: 0 },
  priority: { kind: 'scalar', dimensions: ['weight'], minimum: 1 },
};

/** sectors/ID/technologies/TECHNOLOGY/...: what one way of building the product takes. */
const technologyPaths: Readonly<Record<string, PathSpec>> = {
  share: { kind: 'annual', dimensions: ['ratio'], minimum: 0, maximum: 1 },
  motors: { kind: 'scalar', dimensions: ['weight'], fallback: 1, minimum: 0 },
  mass: { kind: 'scalar', dimensions: ['massPerVehicle', 'massPerUnit', 'massPerPower'], minimum: 0 },
  thrift: { kind: 'scalar', dimensions: ['ratio'], fallback: 0, minimum: -1, maximum: 1 },
};

const eventPaths: Readonly<Record<string, PathSpec>> = {
  active: yesNo,
  graceDays: { kind: 'scalar', dimensions: ['days'], fallback: 9.5, minimum: 0 },
  controlledMidpoint: { kind: 'scalar', dimensions: ['months'], fallback: 2.7, minimum: 0 },
  uncontrolledMidpoint: { kind: 'scalar', dimensions: ['months'], fallback: 1.4, minimum: 0 },
  steepness: { kind: 'scalar', dimensions: ['perMonth'], fallback: 3.7, minimum: 0 },
  uncontrolledFloor: ratio(0.22),
  level: ratio(1),
};

/** A note acts on nothing; its switch only says whether charts mark its day, which they do until it is switched off. */
const notePaths: Readonly<Record<string, PathSpec>> = { ...eventPaths, active: { ...yesNo, fallback: 1 } };

function pathsOfEvent({ kind }: MarketEvent): Readonly<Record<string, PathSpec>> {
  return kind === 'note' ? notePaths : eventPaths;
}

/** expansions/ID/...: capacity in t blank per month, delay and ramp in months. */
const expansionPaths: Readonly<Record<string, PathSpec>> = {
  tonnes: { kind: 'scalar', dimensions: ['massPerMonth'], minimum: 0 },
  delay: { kind: 'scalar', dimensions: ['months'], fallback: 0, minimum: 0 },
  ramp: { kind: 'scalar', dimensions: ['months'], fallback: 1, minimum: 1 },
};

const mass: PathSpec = { kind: 'annual', dimensions: ['mass'], minimum: 0 };
const optionalMass: PathSpec = { ...mass, fallback: 0 };
const monthlyMass: PathSpec = { kind: 'monthly', dimensions: ['mass'], minimum: 0 };
const price: PathSpec = { kind: 'monthly', dimensions: ['pricePerMass'], minimum: 0 };
const charge = (fallback: number): PathSpec => ({ kind: 'scalar', dimensions: ['pricePerMass'], fallback, minimum: 0 });
const plain = (fallback: number): PathSpec => ({ kind: 'scalar', dimensions: ['ratio'], fallback, minimum: 0 });

const fixedPaths: Readonly<Record<SeriesPath, PathSpec>> = {
  /** The window of Chinese New Year: its parts in days, and the share of each day in them that is lost. */
  'calendar/daysBefore': { kind: 'scalar', dimensions: ['days'], fallback: 10, minimum: 0, maximum: 20 },
  'calendar/weightBefore': ratio(0.6),
  'calendar/feastDays': { kind: 'scalar', dimensions: ['days'], fallback: 7, minimum: 0, maximum: 20 },
  'calendar/feastWeight': ratio(1),
  'calendar/daysAfter': { kind: 'scalar', dimensions: ['days'], fallback: 9, minimum: 0, maximum: 40 },
  'calendar/weightAfter': ratio(0.3),
  'exports/baseYear': { kind: 'calendarMonth', dimensions: ['mass'], minimum: 0 },
  'exports/growth': { kind: 'annual', dimensions: ['ratio'], fallback: 0.1, minimum: -1 },
  'exports/controlledShare': ratio(0.5),
  'exports/releaseRate': ratio(0.05),
  'exports/diversionRate': ratio(0),
  'exports/monthly': monthlyMass,
  'exports/cumulative': monthlyMass,
  'exports/cap': monthlyMass,
  'exports/stockpile': { kind: 'monthly', dimensions: ['mass'], fallback: 0 },
  'exports/stockpileUnwind': yesNo,
  'exports/openingBacklog': { kind: 'scalar', dimensions: ['mass'], minimum: 0 },
  'exports/priority': { kind: 'scalar', dimensions: ['weight'], minimum: 1 },
  'supply/mode': choice(supplyModes),
  'supply/output': mass,
  'supply/outputMonthly': monthlyMass,
  'supply/outputCumulative': monthlyMass,
  'supply/operatingRate': { kind: 'monthly', dimensions: ['ratio'], minimum: 0 },
  'supply/multiplier': { kind: 'monthly', dimensions: ['weight'], fallback: 1, minimum: 0 },
  'supply/holidayFactor': ratio(0.5),
  'supply/capacity': { kind: 'scalar', dimensions: ['massPerMonth'], minimum: 0 },
  'supply/maximumRate': plain(1),
  'supply/surveyCoverage': plain(1),
  'supply/magnetImports': optionalMass,
  'supply/before': { kind: 'scalar', dimensions: ['massPerMonth'], minimum: 0 },
  'supply/stockResponse': ratio(0.25),
  'supply/responseSpeed': ratio(0.5),
  'supply/targetCover': { kind: 'scalar', dimensions: ['days'], fallback: 20, minimum: 0 },
  'material/miningQuota': mass,
  'material/quotaUse': { kind: 'annual', dimensions: ['ratio'], fallback: 1, minimum: 0, maximum: 1 },
  'material/smeltingQuota': mass,
  'material/importedOre': optionalMass,
  'material/oxideImports': optionalMass,
  'material/endOfLife': optionalMass,
  'material/stockDraw': { kind: 'monthly', dimensions: ['mass'], fallback: 0 },
  'material/quotaProfile': { kind: 'calendarMonth', dimensions: ['weight'], minimum: 0 },
  'material/prndShare': ratio(0.22),
  'material/separationYield': ratio(0.97),
  'material/oxideLoss': ratio(0.05),
  'material/oxidePerMetal': plain(1.2),
  'material/magnetYield': ratio(0.95),
  'material/rareEarthContent': ratio(0.29),
  'material/scrapKappa': ratio(0.72),
  'material/scrapLag': { kind: 'scalar', dimensions: ['months'], fallback: 1, minimum: 1, maximum: 24 },
  'material/openingOxide': { kind: 'scalar', dimensions: ['mass'], fallback: 0 },
  'material/minimumOxide': { kind: 'scalar', dimensions: ['mass'], fallback: 0, minimum: 0 },
  'basis/finishedYield': { kind: 'scalar', dimensions: ['ratio'], minimum: 0, maximum: 1 },
  'basis/sectorsFinished': yesNo,
  /** The recorded conversion between scopes: t of sintered NdFeB per t of all permanent magnets. */
  'basis/sinteredShare': ratio(),
  'balance/openingStock': { kind: 'scalar', dimensions: ['days', 'mass'], fallback: 20, minimum: 0 },
  'balance/minimumStock': { kind: 'scalar', dimensions: ['days', 'mass'], fallback: 0, minimum: 0 },
  'balance/maximumStock': { kind: 'scalar', dimensions: ['days', 'mass'], fallback: 45, minimum: 0 },
  'balance/rationByPriority': yesNo,
  'price/prndOxide': price,
  'price/dysprosiumOxide': price,
  'price/terbiumOxide': price,
  'price/actual': price,
  'price/shock': { kind: 'monthly', dimensions: ['pricePerMass'], fallback: 0 },
  'price/prndContent': ratio(0.29),
  'price/dysprosiumContent': ratio(0.003),
  'price/terbiumContent': ratio(0.006),
  'price/metalFee': charge(10),
  'price/otherInputs': charge(8),
  'price/dysprosiumFactor': plain(1.03),
  'price/terbiumFactor': plain(1.05),
  'price/anchor': { kind: 'scalar', dimensions: ['pricePerMass'], minimum: 0 },
  'price/ecmKappa': ratio(0.25),
  'price/priceTheta': plain(0.5),
  'price/marginElasticity': plain(0.2),
  'price/shortageResponse': plain(0.5),
  'price/referenceCover': { kind: 'scalar', dimensions: ['days'], fallback: 20, minimum: 0 },
  'price/feedback': yesNo,
};

/** The path of the cumulative releases of a line, from the path of its known months. */
export function cumulativePathOf(monthly: SeriesPath): SeriesPath {
  return monthly === 'exports/monthly' ? 'exports/cumulative' : monthly.replace(/Monthly$/, 'Cumulative');
}

const partsByPath = new Map<SeriesPath, readonly string[]>();

/** The parts of a path, which is taken apart once. */
function partsOf(path: SeriesPath): readonly string[] {
  const known = partsByPath.get(path);
  if (known !== undefined) return known;
  const parts = path.split('/');
  partsByPath.set(path, parts);
  return parts;
}

/** What stands at a path of this workbook; null when there is no such path. */
export function describePath(workbook: Pick<Workbook, 'sectors' | 'events' | 'expansions'>, path: SeriesPath): PathSpec | null {
  if (Object.hasOwn(fixedPaths, path)) return fixedPaths[path] ?? null;
  const [area = '', id = '', name = '', technology, field, extra] = partsOf(path);
  const named = (specs: Readonly<Record<string, PathSpec>>, key: string): PathSpec | null => (Object.hasOwn(specs, key) ? (specs[key] ?? null) : null);
  if (area === 'sectors' && name === 'technologies' && technology !== undefined && field !== undefined && extra === undefined) {
    const sector = Object.hasOwn(workbook.sectors, id) ? workbook.sectors[id] : undefined;
    return sector?.kind === 'driver' && Object.hasOwn(sector.technologies, technology) ? named(technologyPaths, field) : null;
  }
  if (technology !== undefined) return null;
  if (area === 'events') {
    const event = Object.hasOwn(workbook.events, id) ? workbook.events[id] : undefined;
    return event ? named(pathsOfEvent(event), name) : null;
  }
  if (area === 'expansions') return Object.hasOwn(workbook.expansions, id) ? named(expansionPaths, name) : null;
  if (area !== 'sectors' || !Object.hasOwn(workbook.sectors, id)) return null;
  return named(workbook.sectors[id]?.kind === 'residual' ? residualPaths : driverPaths, name) ?? named(seasonPaths, name);
}

/** Every path of a workbook, each with what stands there. */
export function allPaths(workbook: Pick<Workbook, 'sectors' | 'events' | 'expansions'>): readonly (readonly [SeriesPath, PathSpec])[] {
  const below = (prefix: string, specs: Readonly<Record<string, PathSpec>>): (readonly [SeriesPath, PathSpec])[] =>
    Object.entries(specs).map(([name, spec]) => [prefix + name, spec] as const);
  return [
    ...below('', fixedPaths),
    ...Object.entries(workbook.sectors).flatMap(([id, sector]) => [
      ...below(`sectors/${id}/`, sector.kind === 'driver' ? driverPaths : residualPaths),
      ...below(`sectors/${id}/`, seasonPaths),
      ...(sector.kind === 'driver' ? Object.keys(sector.technologies).flatMap((technology) => below(`sectors/${id}/technologies/${technology}/`, technologyPaths)) : []),
    ]),
    ...Object.entries(workbook.events).flatMap(([id, event]) => below(`events/${id}/`, pathsOfEvent(event))),
    ...Object.keys(workbook.expansions).flatMap((id) => below(`expansions/${id}/`, expansionPaths)),
  ];
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
