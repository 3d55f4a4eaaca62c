/**
 * The shape of a workbook in a file of the current version. Strict: a field that this version does not know is refused
 * rather than dropped, because dropping it would lose it at the next save. What refers to what is checked afterwards, in
 * checkConsistency.ts.
 */
import { z } from 'zod';
import { longestLogo, marginLimits, pageKinds, reportLanguages, type Margins } from '../model/reportSettings.ts';
import { isIsoDate, isMonth, type IsoDate, type Month } from '../model/period.ts';
import { units, type UnitId } from '../model/unit.ts';
import type { Workbook } from '../model/workbook.ts';

// Without this zod compiles its checks with `new Function`, which the content security policy of the window forbids.
z.config({ jitless: true });

/** Ids are ASCII so that they fit paths, overlay keys, CSS and command lines; names carry everything else. */
const idPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

const id = z.string().regex(idPattern);
const text = z.string();
const number = z.number();
const localText = z.strictObject({ en: text, zh: text });
// What a check of ours means to other programs stands beside it, for the schema that fileSchema.ts writes.
const month = z.custom<Month>((value) => typeof value === 'string' && isMonth(value), { params: { fault: 'bad-month' } }).meta({ type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' });
const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value), { params: { fault: 'bad-date' } }).meta({ type: 'string', format: 'date' });
const year = z.string().regex(/^\d{4}$/);
const unit = z.custom<UnitId>((value) => typeof value === 'string' && Object.hasOwn(units, value), {
  params: { fault: 'not-one-of', allowed: Object.keys(units).join(', ') },
}).meta({ enum: Object.keys(units) });
const profileIs = z.enum(['net', 'gross']);
const lockMember = z.enum(['volume', 'intensity', 'demand']);

const basis = z.enum(['blank', 'finished', 'alloy', 'prnd-metal', 'prnd-oxide', 'reo']);
const scope = z.enum(['sintered', 'all-permanent-magnets', 'sample-survey']);
const cellState = z.enum(['actual', 'estimate', 'forecast']);

const grade = z.enum(['A', 'B', 'C']);

const cell = z.strictObject({
  value: number.nullable(),
  state: cellState,
  source: z.exactOptional(text),
  locator: z.exactOptional(text),
  known: z.exactOptional(date),
  grade: z.exactOptional(grade),
  note: z.exactOptional(localText),
});

const series = z.strictObject({
  kind: z.enum(['scalar', 'annual', 'monthly', 'calendarMonth']),
  unit,
  basis: z.exactOptional(basis),
  scope: z.exactOptional(scope),
  coverage: z.exactOptional(number.positive()),
  cells: z.record(text, cell),
});

const driverSector = z.strictObject({
  kind: z.literal('driver'),
  name: localText,
  order: number,
  volumeName: localText,
  volumeUnit: unit,
  intensityUnit: unit,
  profileIs,
  yields: z.record(year, lockMember),
  technologies: z.record(id, z.strictObject({ name: localText, order: number, balancing: z.boolean() })).default({}),
  stackYear: number.int().default(2024),
});

const residualSector = z.strictObject({
  kind: z.literal('residual'),
  name: localText,
  order: number,
  baseYear: number.int(),
  profileIs,
});

const marketEvent = z.strictObject({
  title: localText,
  detail: localText,
  date,
  kind: z.enum(['restrict', 'ease', 'note']),
  scope: z.array(z.enum(['controlled', 'uncontrolled'])),
  source: text,
  suspended: z.array(z.strictObject({ from: date, to: date })).default([]),
});

const expansion = z.strictObject({ name: localText, order: number, start: month });

const claim = z.strictObject({
  metric: localText,
  path: z.exactOptional(text),
  period: text,
  value: number,
  unit,
  basis: z.exactOptional(basis),
  scope: z.exactOptional(scope),
  coverage: z.exactOptional(number.positive()),
  state: cellState,
  source: text,
  locator: text,
  known: date,
  statedGrowth: z.exactOptional(number),
  note: z.exactOptional(localText),
});

const statement = z.strictObject({
  text: localText,
  line: z.enum(['gap', 'supply', 'demand', 'exports', 'price']),
  from: month,
  to: month,
  direction: z.enum(['up', 'down', 'shortage', 'surplus']),
  source: text,
  locator: text,
  known: date,
});

const source = z.strictObject({ title: text, publisher: text, url: text, date, reliability: text });

const overlay = z.strictObject({
  path: text,
  periods: z.array(text),
  op: z.enum(['set', 'mul', 'add', 'growth']),
  value: number.nullable(),
  counterfactual: z.exactOptional(z.boolean()),
  note: z.exactOptional(localText),
  source: z.exactOptional(text),
  locator: z.exactOptional(text),
  grade: z.exactOptional(grade),
});

const scenario = z.strictObject({
  name: localText,
  parent: text.nullable(),
  order: number,
  color: number.int().min(0).max(7),
  narrative: localText,
  overlays: z.record(text, overlay),
  packages: z.exactOptional(z.array(text)),
  probability: z.exactOptional(number.min(0).max(1)),
  locked: z.exactOptional(z.boolean()),
});

const overlayPackage = z.strictObject({ name: localText, order: number, narrative: localText, overlays: z.record(text, overlay) });

const vintage = z.strictObject({ name: localText, asOf: date, overlays: z.record(text, overlay) });

const reportPage = z.strictObject({
  id,
  kind: z.enum([...pageKinds, 'text']),
  title: z.exactOptional(localText),
  hidden: z.exactOptional(z.boolean()),
  landscape: z.exactOptional(z.boolean()),
  text: z.exactOptional(localText),
});

const margin = (side: keyof Margins) => z.number().min(marginLimits[side].least).max(marginLimits[side].most);

const report = z.strictObject({
  organisation: z.exactOptional(text),
  // One that is no picture opens all the same: the report says so and prints without it.
  logo: z.exactOptional(text.max(longestLogo)),
  margins: z.exactOptional(z.strictObject({ top: margin('top'), side: margin('side'), bottom: margin('bottom') })),
  language: z.exactOptional(z.enum(reportLanguages)),
  pages: z.array(reportPage),
});

export const workbookSchema: z.ZodType<Workbook> = z.strictObject({
  title: localText,
  horizon: z.strictObject({ start: month, end: month }),
  shownFrom: month,
  exportBaseYear: number.int(),
  asOf: date,
  vintage: text.nullable().default(null),
  priceAnchor: month.nullable().default(null),
  sectors: z.record(id, z.discriminatedUnion('kind', [driverSector, residualSector])),
  series: z.record(text, series),
  events: z.record(id, marketEvent),
  sources: z.record(id, source),
  expansions: z.record(id, expansion).default({}),
  claims: z.record(id, claim).default({}),
  statements: z.record(id, statement).default({}),
  vintages: z.record(id, vintage).default({}),
  scenarios: z.record(id, scenario),
  packages: z.exactOptional(z.record(id, overlayPackage)),
  report: z.exactOptional(report),
});
