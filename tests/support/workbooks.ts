/** Workbooks of every kind that a file may hold, for laws. Each is valid: parseWorkbook(serializeWorkbook(x)) accepts it. */
import fc from 'fast-check';
import { allPaths, periodsOf, type PathSpec } from '../../shared/model/paths.ts';
import { dimensionsOf } from '../../shared/model/pathUnits.ts';
import { monthAt, monthsOf, type Horizon, type IsoDate } from '../../shared/model/period.ts';
import { units, type UnitId } from '../../shared/model/unit.ts';
import type {
  Cell,
  Claim,
  Expansion,
  LocalText,
  MarketEvent,
  Overlay,
  Scenario,
  Sector,
  Series,
  SeriesPath,
  Source,
  Statement,
  Vintage,
  Workbook,
} from '../../shared/model/workbook.ts';

type Frame = {
  readonly horizon: Horizon;
  readonly sectors: Workbook['sectors'];
  readonly events: Workbook['events'];
  readonly expansions: Workbook['expansions'];
  readonly sources: Workbook['sources'];
};

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('<b onclick="x()">NEV</b>', '=1+1', '钕铁硼 "磁材"', 'a\nb\r\nc\u2028', '</script>', ''),
);
const localText: fc.Arbitrary<LocalText> = fc.record({ en: text, zh: text });
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,8}$/).filter((name) => !['constructor', 'prototype'].includes(name));
const date: fc.Arbitrary<IsoDate> = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2040-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10) as IsoDate);

const horizons: fc.Arbitrary<Horizon> = fc
  .record({ first: fc.integer({ min: 2020 * 12, max: 2036 * 12 }), months: fc.integer({ min: 12, max: 48 }) })
  .map(({ first, months }) => ({ start: monthAt(first), end: monthAt(first + months - 1) }));

/** Volume and intensity units that belong together. */
const measures = fc.constantFrom<readonly [UnitId, UnitId]>(
  ['millionVehicles', 'kgPerVehicle'],
  ['GW', 'kgPerMW'],
  ['unit', 'kgPerUnit'],
  ['wanUnits', 'gPerUnit'],
);
const profileIs = fc.constantFrom('net' as const, 'gross' as const);
const order = fc.integer({ min: 0, max: 20 });
const year = fc.integer({ min: 2020, max: 2040 });

const sectors: fc.Arbitrary<Sector> = fc.oneof(
  fc
    .record({
      name: localText,
      order,
      volumeName: localText,
      measure: measures,
      profileIs,
      yields: fc.dictionary(year.map(String), fc.constantFrom('volume' as const, 'intensity' as const, 'demand' as const), { maxKeys: 4 }),
      technologies: fc.dictionary(id, fc.record({ name: localText, order }), { maxKeys: 2 }),
      stackYear: year,
    })
    .chain(({ technologies, ...rest }) => fc.nat({ max: Math.max(0, Object.keys(technologies).length - 1) }).map((balancing) => ({ technologies, balancing, ...rest })))
    .map(
      ({ measure: [volumeUnit, intensityUnit], technologies, balancing, ...rest }): Sector => ({
        kind: 'driver',
        volumeUnit,
        intensityUnit,
        technologies: Object.fromEntries(Object.entries(technologies).map(([key, technology], at) => [key, { ...technology, balancing: at === balancing }])),
        ...rest,
      }),
    ),
  fc.record({ kind: fc.constant('residual' as const), name: localText, order, baseYear: year, profileIs }),
);

const sources: fc.Arbitrary<Source> = fc.record({ title: text, publisher: text, url: text, date, reliability: text });

function events(sourceIds: readonly string[]): fc.Arbitrary<MarketEvent> {
  return fc.record({
    title: localText,
    detail: localText,
    date,
    kind: fc.constantFrom('restrict' as const, 'ease' as const, 'note' as const),
    suspended: fc.array(fc.record({ from: date, to: date }), { maxLength: 2 }),
    scope: fc.subarray(['controlled' as const, 'uncontrolled' as const]),
    source: fc.constantFrom(...sourceIds),
  });
}

const expansions: fc.Arbitrary<Expansion> = fc.record({ name: localText, order, start: fc.integer({ min: 2020 * 12, max: 2036 * 12 }).map(monthAt) });

const frames: fc.Arbitrary<Frame> = fc
  .record({ horizon: horizons, sectors: fc.dictionary(id, sectors, { maxKeys: 3 }), sources: fc.dictionary(id, sources, { minKeys: 1, maxKeys: 3 }), expansions: fc.dictionary(id, expansions, { maxKeys: 2 }) })
  .chain((frame) => fc.dictionary(id, events(Object.keys(frame.sources)), { maxKeys: 2 }).map((list) => ({ ...frame, events: list })));

/** Every path that the model knows in a workbook with these sectors and events. */
function pathsOf(frame: Frame): readonly (readonly [SeriesPath, PathSpec])[] {
  return allPaths(frame);
}

function values({ minimum = -1e12, maximum = 1e12 }: PathSpec): fc.Arbitrary<number> {
  // Minus zero is written as zero.
  return fc.double({ min: minimum, max: maximum, noNaN: true }).map((value) => (value === 0 ? 0 : value));
}

function cells(spec: PathSpec, sourceIds: readonly string[]): fc.Arbitrary<Cell> {
  return fc.record(
    {
      value: fc.option(values(spec), { freq: 8 }),
      state: fc.constantFrom('actual' as const, 'estimate' as const, 'forecast' as const),
      source: fc.constantFrom(...sourceIds),
      locator: text,
      known: date,
      grade: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
      note: localText,
    },
    { requiredKeys: ['value', 'state'] },
  );
}

function baseUnits(frame: Frame, path: SeriesPath, spec: PathSpec): readonly UnitId[] {
  const dimensions = dimensionsOf(frame, path, spec);
  return (Object.keys(units) as UnitId[]).filter((unit) => units[unit].factor === 1 && dimensions.includes(units[unit].dimension));
}

function seriesAt(frame: Frame, path: SeriesPath, spec: PathSpec): fc.Arbitrary<Series> {
  const periods = fc.constantFrom(...periodsOf(spec.kind, frame.horizon));
  return fc.record(
    {
      kind: fc.constant(spec.kind),
      unit: fc.constantFrom(...baseUnits(frame, path, spec)),
      basis: fc.constantFrom('blank' as const, 'finished' as const),
      scope: fc.constantFrom('sintered' as const, 'sample-survey' as const),
      cells: fc.dictionary(periods, cells(spec, Object.keys(frame.sources)), { maxKeys: 6 }),
    },
    { requiredKeys: ['kind', 'unit', 'cells'] },
  );
}

function overlays(frame: Frame): fc.Arbitrary<Overlay> {
  return fc.constantFrom(...pathsOf(frame)).chain(([path, spec]) => {
    const rest = { path: fc.constant(path), periods: fc.subarray([...periodsOf(spec.kind, frame.horizon)], { maxLength: Math.min(3, periodsOf(spec.kind, frame.horizon).length) }), note: localText, locator: text, grade: fc.constantFrom('A' as const, 'B' as const, 'C' as const) };
    const requiredKeys: ('path' | 'periods' | 'op' | 'value')[] = ['path', 'periods', 'op', 'value'];
    return fc.oneof(
      fc.record({ ...rest, op: fc.constant('set' as const), value: values(spec), counterfactual: fc.boolean() }, { requiredKeys }),
      fc.record({ ...rest, op: fc.constantFrom('mul' as const, 'add' as const), value: fc.integer({ min: -9, max: 9 }) }, { requiredKeys }),
      fc.record({ ...rest, op: fc.constant('set' as const), value: fc.constant(null), counterfactual: fc.constant(true) }),
    );
  });
}

/** Scenarios in which each one's parent is an earlier one, so that there is no cycle, and the packages that some of them mix in. */
function scenarios(frame: Frame): fc.Arbitrary<Pick<Workbook, 'scenarios' | 'packages'>> {
  const mixed = fc.dictionary(id, fc.record({ name: localText, order, narrative: localText, overlays: overlayLists(frame) }), { maxKeys: 2 });
  const one = fc.record({
    name: localText,
    order,
    color: fc.integer({ min: 0, max: 7 }),
    narrative: localText,
    overlays: overlayLists(frame),
    pick: fc.nat(),
    mixes: fc.boolean(),
    said: fc.record({ probability: fc.integer({ min: 0, max: 4 }).map((quarters) => quarters / 4), locked: fc.boolean() }, { requiredKeys: [] }),
  });
  return fc.uniqueArray(id, { minLength: 1, maxLength: 4 }).chain((ids) =>
    fc.tuple(fc.array(one, { minLength: ids.length, maxLength: ids.length }), fc.option(mixed, { nil: undefined })).map(([list, packages]) => ({
      scenarios: Object.fromEntries(
        list.map(({ pick, mixes, said, ...scenario }, at): readonly [string, Scenario] => {
          const parent = at === 0 ? null : (ids[pick % at] ?? null);
          return [ids[at] ?? '', { ...scenario, ...said, parent, ...(packages !== undefined && mixes && parent !== null ? { packages: Object.keys(packages) } : {}) }];
        }),
      ),
      ...(packages === undefined ? {} : { packages }),
    })),
  );
}

/** Numbers with their sources: about a cell or about nothing the model has, of one month, one year or several months together. */
function claims(frame: Frame): fc.Arbitrary<Claim> {
  const month = fc.constantFrom(...monthsOf(frame.horizon));
  return fc.record(
    {
      metric: localText,
      path: fc.constantFrom(...pathsOf(frame).map(([path]) => path)),
      period: fc.oneof(month, year.map(String), fc.tuple(month, month).map(([from, to]) => `${from}/${to}`)),
      value: values({ kind: 'scalar', dimensions: [] }),
      unit: fc.constantFrom(...(Object.keys(units) as UnitId[])),
      basis: fc.constantFrom('blank' as const, 'finished' as const, 'alloy' as const, 'prnd-metal' as const, 'prnd-oxide' as const, 'reo' as const),
      scope: fc.constantFrom('sintered' as const, 'all-permanent-magnets' as const, 'sample-survey' as const),
      coverage: fc.integer({ min: 1, max: 200 }).map((percent) => percent / 100),
      state: fc.constantFrom('actual' as const, 'estimate' as const, 'forecast' as const),
      source: fc.constantFrom(...Object.keys(frame.sources)),
      locator: text,
      known: date,
      statedGrowth: fc.integer({ min: -99, max: 300 }).map((percent) => percent / 100),
      note: localText,
    },
    { requiredKeys: ['metric', 'period', 'value', 'unit', 'state', 'source', 'locator', 'known'] },
  );
}

function statements(frame: Frame): fc.Arbitrary<Statement> {
  const months = monthsOf(frame.horizon);
  return fc.record({
    text: localText,
    line: fc.constantFrom('gap' as const, 'supply' as const, 'demand' as const, 'exports' as const, 'price' as const),
    from: fc.constantFrom(...months),
    to: fc.constantFrom(...months),
    direction: fc.constantFrom('up' as const, 'down' as const, 'shortage' as const, 'surplus' as const),
    source: fc.constantFrom(...Object.keys(frame.sources)),
    locator: text,
    known: date,
  });
}

function overlayLists(frame: Frame): fc.Arbitrary<Scenario['overlays']> {
  return fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }).filter(isHarmless), overlays(frame), { maxKeys: 3 });
}

/** The workbook's vintages and the one that it stands on, if any. */
function vintages(frame: Frame): fc.Arbitrary<Pick<Workbook, 'vintages' | 'vintage'>> {
  const one: fc.Arbitrary<Vintage> = fc.record({ name: localText, asOf: date, overlays: overlayLists(frame) });
  return fc
    .dictionary(id, one, { maxKeys: 2 })
    .chain((list) => fc.record({ vintages: fc.constant(list), vintage: fc.constantFrom(null, ...Object.keys(list)) }));
}

function isHarmless(name: string): boolean {
  return !['__proto__', 'constructor', 'prototype'].includes(name);
}

export const workbooks: fc.Arbitrary<Workbook> = frames.chain((frame) =>
  fc
    .record({
      title: localText,
      shownFrom: fc.constantFrom(...monthsOf(frame.horizon)),
      exportBaseYear: year,
      asOf: date,
      priceAnchor: fc.option(fc.constantFrom(...monthsOf(frame.horizon))),
      claims: fc.dictionary(id, claims(frame), { maxKeys: 2 }),
      statements: fc.dictionary(id, statements(frame), { maxKeys: 2 }),
      held: vintages(frame),
      chosen: fc.subarray([...pathsOf(frame)], { maxLength: 8 }),
      layered: scenarios(frame),
    })
    .chain(({ chosen, held, layered, ...rest }) =>
      fc
        .tuple(...chosen.map(([path, spec]) => seriesAt(frame, path, spec).map((series) => [path, series] as const)))
        .map((series) => ({ ...frame, ...rest, ...held, ...layered, series: Object.fromEntries(series) })),
    ),
);
