/**
 * The shape of a workbook in a file of the current version. Strict: a field that this version does not know is refused
 * rather than dropped, because dropping it would lose it at the next save. What refers to what is checked afterwards, in
 * checkConsistency.ts.
 */
import { z } from 'zod';
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
const month = z.custom<Month>((value) => typeof value === 'string' && isMonth(value), { params: { fault: 'bad-month' } });
const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value), { params: { fault: 'bad-date' } });
const year = z.string().regex(/^\d{4}$/);
const unit = z.custom<UnitId>((value) => typeof value === 'string' && Object.hasOwn(units, value), {
  params: { fault: 'not-one-of', allowed: Object.keys(units).join(', ') },
});
const profileIs = z.enum(['net', 'gross']);
const lockMember = z.enum(['volume', 'intensity', 'demand']);

const cell = z.strictObject({
  value: number.nullable(),
  state: z.enum(['actual', 'estimate', 'forecast']),
  source: z.exactOptional(text),
  locator: z.exactOptional(text),
  known: z.exactOptional(date),
  grade: z.exactOptional(z.enum(['A', 'B', 'C'])),
  note: z.exactOptional(localText),
});

const series = z.strictObject({
  kind: z.enum(['scalar', 'annual', 'monthly', 'calendarMonth']),
  unit,
  basis: z.exactOptional(z.enum(['blank', 'finished'])),
  scope: z.exactOptional(z.enum(['sintered', 'all-permanent-magnets', 'sample-survey'])),
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
  kind: z.enum(['restrict', 'ease']),
  scope: z.array(z.enum(['controlled', 'uncontrolled'])),
  source: text,
});

const source = z.strictObject({ title: text, publisher: text, url: text, date, reliability: text });

const overlay = z.strictObject({
  path: text,
  periods: z.array(text),
  op: z.enum(['set', 'mul', 'add']),
  value: number.nullable(),
  counterfactual: z.exactOptional(z.boolean()),
  note: z.exactOptional(localText),
  source: z.exactOptional(text),
});

const scenario = z.strictObject({
  name: localText,
  parent: text.nullable(),
  order: number,
  color: number.int().min(0).max(7),
  narrative: localText,
  overlays: z.record(text, overlay),
});

export const workbookSchema: z.ZodType<Workbook> = z.strictObject({
  title: localText,
  horizon: z.strictObject({ start: month, end: month }),
  shownFrom: month,
  exportBaseYear: number.int(),
  asOf: date,
  sectors: z.record(id, z.discriminatedUnion('kind', [driverSector, residualSector])),
  series: z.record(text, series),
  events: z.record(id, marketEvent),
  sources: z.record(id, source),
  scenarios: z.record(id, scenario),
});
