/**
 * Numbers bound to the model inside a text. What stands in braces is a reference:
 *
 *   {gap.2025Q3}   {demand.nev.2025|kt}   {yoy.exports.2025-04}   {Prolonged control/gap.2026|t}   {scenario}
 *
 *   reference = [ scenario "/" ] [ "yoy." ] line [ "." sector ] "." period [ "|" unit [ ":" decimals ] ]
 *   line      = gap, supply, imports, demand, exports, exportsFinished, stock, cover, price, unmet, cumulative; demand may name a sector
 *   period    = 2025, 2025H1, 2025Q3, 2025-04
 *   unit      = t, kt, wan (10 kt); other lines have their own: days, yuan/kg; a change on the year before is in %
 *
 * and {title}, {scenario}, {asOf} are words. Flows of a longer period are summed, stocks and cover take the last month, the price the
 * mean. A doubled brace {{ is a brace. What does not lead anywhere stays as it was typed and is reported.
 */
import { formatDate, formatNumber } from '../format.ts';
import type { Language } from '../messages/phrase.ts';
import type { Balance, MonthlyQuantity } from '../model/balance.ts';
import { computeBalance } from '../model/computeBalance.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';

export type BoundContext = { readonly workbook: Workbook; readonly scenario: ScenarioId; readonly balance: Balance; readonly language: Language };

export type UnboundReason = 'unknown-line' | 'unknown-sector' | 'unknown-scenario' | 'unknown-unit' | 'period-unreadable' | 'period-outside' | 'value-missing' | 'brace-open' | 'unknown-chart' | 'unknown-bridge';

export type Unbound = { readonly reference: string; readonly reason: UnboundReason };

export type BoundText = { readonly text: string; readonly unbound: readonly Unbound[] };

type Aggregate = 'sum' | 'last' | 'mean';
type Measure = 'mass' | 'days' | 'price';
type Line = { readonly measure: Measure; readonly aggregate: Aggregate; readonly signed?: boolean; read(balance: Balance): MonthlyQuantity | null };

const flow = (read: Line['read'], signed = false): Line => ({ measure: 'mass', aggregate: 'sum', signed, read });

const lines: Readonly<Record<string, Line>> = {
  gap: flow((balance) => balance.gap, true),
  supply: flow((balance) => balance.supply),
  imports: flow((balance) => balance.imports),
  demand: flow((balance) => balance.demandTotal),
  exports: flow((balance) => balance.exports),
  exportsFinished: flow((balance) => balance.exportsDetail.exports),
  unmet: flow((balance) => balance.unmet),
  stock: { measure: 'mass', aggregate: 'last', read: (balance) => balance.inventory },
  cumulative: { measure: 'mass', aggregate: 'last', signed: true, read: (balance) => balance.cumulativeGap },
  cover: { measure: 'days', aggregate: 'last', read: (balance) => balance.coverDays },
  price: { measure: 'price', aggregate: 'mean', read: (balance) => balance.price?.price ?? null },
};

const massUnits: Readonly<Record<string, { readonly factor: number; readonly decimals: number; readonly name: Readonly<Record<Language, string>> }>> = {
  t: { factor: 1, decimals: 0, name: { en: 't', zh: '吨' } },
  kt: { factor: 1000, decimals: 1, name: { en: 'kt', zh: '千吨' } },
  wan: { factor: 10_000, decimals: 2, name: { en: '× 10 kt', zh: '万吨' } },
};

const otherUnits: Readonly<Record<Exclude<Measure, 'mass'>, { readonly decimals: number; readonly name: Readonly<Record<Language, string>> }>> = {
  days: { decimals: 0, name: { en: 'days', zh: '天' } },
  price: { decimals: 1, name: { en: 'yuan/kg', zh: '元/千克' } },
};

/** The months of a period; null where it is none. */
function monthsOfPeriod(period: string): readonly string[] | null {
  const [, year = '', kind = '', number = ''] = /^(\d{4})(?:(H|Q|-)(\d{1,2}))?$/.exec(period) ?? [];
  if (year === '') return null;
  const at = Number(number);
  const length = kind === '' ? 12 : kind === 'H' ? 6 : kind === 'Q' ? 3 : 1;
  if (kind === '-' && !/^(0[1-9]|1[0-2])$/.test(number)) return null;
  if (kind !== '' && (at < 1 || at > 12 / length)) return null;
  const first = kind === '' ? 1 : (at - 1) * length + 1;
  return Array.from({ length }, (_, step) => `${year}-${String(first + step).padStart(2, '0')}`);
}

function aggregated(line: MonthlyQuantity, places: readonly number[], aggregate: Aggregate): number | null {
  const values = (aggregate === 'last' ? places.slice(-1) : places).map((at) => line.values[at] ?? null);
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return aggregate === 'mean' ? sum / Math.max(1, values.length) : sum;
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function balanceOf({ workbook, balance }: BoundContext, name: string | null): Balance | null {
  if (name === null) return balance;
  const found = Object.entries(workbook.scenarios).find(([id, one]) => id === name || isSame(one.name.en, name) || isSame(one.name.zh, name));
  const other = found && computeBalance(workbook, found[0]);
  return other?.ok === true ? other.value : null;
}

type Resolved = { readonly text: string } | { readonly reason: UnboundReason };

/** The text of one reference, without its braces. */
function resolve(context: BoundContext, reference: string): Resolved {
  const { workbook, scenario, language } = context;
  if (reference === 'title') return { text: workbook.title[language] };
  if (reference === 'scenario') return { text: workbook.scenarios[scenario]?.name[language] ?? scenario };
  if (reference === 'asOf') return { text: formatDate(workbook.asOf, language) };
  const slash = reference.lastIndexOf('/', (reference.indexOf('|') + reference.length) % reference.length);
  const balance = balanceOf(context, slash < 0 ? null : reference.slice(0, slash));
  if (balance === null) return { reason: 'unknown-scenario' };
  const [path = '', unit = ''] = reference.slice(slash + 1).split('|');
  const words = path.split('.');
  const isChange = words[0] === 'yoy';
  const [lineName = '', ...rest] = isChange ? words.slice(1) : words;
  const line = Object.hasOwn(lines, lineName) ? lines[lineName] : undefined;
  if (!line) return { reason: 'unknown-line' };
  const period = rest.pop() ?? '';
  const [sector, ...more] = rest;
  if (more.length > 0 || (sector !== undefined && lineName !== 'demand')) return { reason: 'unknown-sector' };
  const monthly = sector === undefined ? line.read(balance) : (balance.sectors[sector]?.demand ?? null);
  if (sector !== undefined && monthly === null) return { reason: 'unknown-sector' };
  const months = monthsOfPeriod(period);
  if (months === null) return { reason: 'period-unreadable' };
  if (monthly === null) return { reason: 'value-missing' };
  const valueOf = (back: number): number | null | 'outside' => {
    const places = months.map((month) => balance.months.findIndex((one) => one === `${Number(month.slice(0, 4)) - back}${month.slice(4)}`));
    return places.includes(-1) ? 'outside' : aggregated(monthly, places, line.aggregate);
  };
  const [now, before] = [valueOf(0), isChange ? valueOf(1) : 0];
  if (now === 'outside' || before === 'outside') return { reason: 'period-outside' };
  if (now === null || before === null || (isChange && before === 0)) return { reason: 'value-missing' };
  const [unitName = '', digits] = unit.split(':');
  const decimals = digits === undefined ? null : /^\d$/.test(digits) ? Number(digits) : -1;
  if (decimals === -1) return { reason: 'unknown-unit' };
  if (isChange) return unitName === '' || unitName === '%' ? { text: formatNumber((now - before) / Math.abs(before), { decimals: decimals ?? 1, percent: true, signed: true }, language) } : { reason: 'unknown-unit' };
  if (line.measure !== 'mass') {
    const own = otherUnits[line.measure];
    if (unitName !== '' && unitName !== line.measure) return { reason: 'unknown-unit' };
    return { text: `${formatNumber(now, { decimals: decimals ?? own.decimals }, language)} ${own.name[language]}` };
  }
  const mass = Object.hasOwn(massUnits, unitName === '' ? 'kt' : unitName) ? massUnits[unitName === '' ? 'kt' : unitName] : undefined;
  if (!mass) return { reason: 'unknown-unit' };
  return { text: `${formatNumber(now / mass.factor, { decimals: decimals ?? mass.decimals, signed: line.signed === true }, language)} ${mass.name[language]}` };
}

/** A text with its references replaced by numbers, and those that lead nowhere. */
export function bindText(context: BoundContext, source: string): BoundText {
  const unbound: Unbound[] = [];
  const text = source.replace(/\{\{|\}\}|\{([^{}\n]*)(\}?)/g, (whole, reference: string | undefined, close: string | undefined) => {
    if (whole === '{{' || whole === '}}') return whole.slice(1);
    const inner = (reference ?? '').trim();
    if (close !== '}') {
      unbound.push({ reference: inner.slice(0, 40), reason: 'brace-open' });
      return whole;
    }
    const found = resolve(context, inner);
    if ('text' in found) return found.text;
    unbound.push({ reference: inner, reason: found.reason });
    return whole;
  });
  return { text, unbound };
}

/** The lines that a reference may name. */
export const boundLines: readonly string[] = Object.keys(lines);
