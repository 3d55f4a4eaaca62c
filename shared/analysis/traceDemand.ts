/** Why demand is what it is: a month of the year's demand, the year's volume times intensity, the residual use of the base year. */
import { heads } from '../messages/heads.ts';
import { inputName, resultNames } from '../messages/names.ts';
import { phrase } from '../messages/phrase.ts';
import { traceNames } from '../messages/trace.ts';
import type { AnnualValue, Balance } from '../model/balance.ts';
import { computeBalance, rootScenarioId, yearTotal } from '../model/computeBalance.ts';
import { orderedSectors } from '../model/orderedSectors.ts';
import { orderedTechnologies } from '../model/sectorStack.ts';
import { weakestState } from '../model/state.ts';
import type { Basis } from '../model/unit.ts';
import type { DriverSector, LockMember, SectorId, SeriesPath } from '../model/workbook.ts';
import { foldTerms, termOf, type TraceRole, type TraceTerm } from './trace.ts';
import { inputTerm, monthOf, monthTerm, traceContext, valueTerm, type TraceContext } from './traceContext.ts';
import { lostDaysGiven } from './traceHoliday.ts';
import { shareOfYear } from './traceMonths.ts';
import { knownTerm } from './traceReleases.ts';

const missing: AnnualValue = { value: null, state: 'forecast' };

function basisOf(context: TraceContext, id: SectorId): Basis {
  const stated = context.workbook.series[`sectors/${id}/demand`]?.basis;
  if (stated !== undefined && stated !== 'blank' && stated !== 'finished') return stated;
  return context.inputs.cell('basis/sectorsFinished', 'all')?.value === 1 ? 'finished' : (stated ?? 'blank');
}

/** kg per unit of a technology stack in a year: share x motors x mass x thrifting, added up over the technologies. */
function stackTerm(context: TraceContext, id: SectorId, sector: DriverSector, year: string, value: number | null, role: TraceRole): TraceTerm {
  const base = `sectors/${id}/technologies`;
  const children = orderedTechnologies(sector).map((one): TraceTerm => {
    const technology = sector.technologies[one];
    const balancing = context.balance.sectors[id]?.years[year]?.stack?.balancingShare ?? null;
    const typed = inputTerm(context, 'plus', `${base}/${one}/share`, year);
    const share: TraceTerm = technology?.balancing === true ? { ...typed, value: balancing } : typed;
    const motors = inputTerm(context, 'times', `${base}/${one}/motors`, 'all');
    const mass = { ...inputTerm(context, 'times', `${base}/${one}/mass`, 'all'), shownIn: sector.intensityUnit };
    const thrift = inputTerm(context, 'given', `${base}/${one}/thrift`, 'all');
    const left = thrift.value === null ? null : (1 - thrift.value) ** (Number(year) - sector.stackYear);
    const factors = [share, ...(motors.value === 1 ? [] : [motors]), mass, ...(left === 1 ? [] : [valueTerm({ value: left, state: thrift.state }, { label: traceNames.thrifting, role: 'times', unit: 'ratio', shownIn: 'percent', children: [thrift] })])];
    return valueTerm({ value: foldTerms(factors), state: weakestState(...factors.map((term) => term.state)) }, { label: technology?.name ?? typed.label, role: 'plus', unit: mass.unit, shownIn: sector.intensityUnit, children: factors });
  });
  const unit = children[0]?.unit ?? sector.intensityUnit;
  return valueTerm({ value, state: weakestState(...children.map((term) => term.state)) }, { label: role === 'over' ? traceNames.stackBase : traceNames.stackNow, role, unit, shownIn: sector.intensityUnit, children });
}

/** The share of the balancing technology: what the others leave of the whole. */
export function balancingShareTerm(context: TraceContext, id: SectorId, technology: string, year: string): TraceTerm | null {
  const sector = context.workbook.sectors[id];
  if (sector?.kind !== 'driver' || sector.technologies[technology]?.balancing !== true) return null;
  const path = (one: string): SeriesPath => `sectors/${id}/technologies/${one}/share`;
  const others = orderedTechnologies(sector).filter((one) => one !== technology).map((one) => inputTerm(context, 'minus', path(one), year, sector.technologies[one]?.name));
  const whole = valueTerm({ value: 1, state: 'actual' }, { label: traceNames.whole, role: 'plus', unit: 'ratio', shownIn: 'percent' });
  const value = context.balance.sectors[id]?.years[year]?.stack?.balancingShare ?? null;
  const state = weakestState(...others.map((term) => term.state));
  return valueTerm({ value, state }, { label: inputName(context.workbook, path(technology)), role: 'plus', unit: 'ratio', shownIn: 'percent', place: { path: path(technology), period: year }, children: [whole, ...others] });
}

/** Where a scenario changes the technologies: the base's intensity times the ratio of the two stacks. Null where it does not. */
function stackTerms(context: TraceContext, id: SectorId, sector: DriverSector, year: string): readonly TraceTerm[] | null {
  const { workbook, scenario, balance } = context;
  const rootId = rootScenarioId(workbook);
  const now = balance.sectors[id]?.years[year]?.stack?.intensity ?? null;
  const root = rootId === null || rootId === scenario ? null : computeBalance(workbook, rootId);
  const before = root?.ok ? root.value.sectors[id]?.years[year] : undefined;
  const was = before?.stack?.intensity ?? null;
  if (rootId === null || !root?.ok || !before || now === null || was === null || now === was) return null;
  const place = { path: `sectors/${id}/intensity`, period: year };
  const unit = workbook.series[place.path]?.unit ?? sector.intensityUnit;
  const rootContext = traceContext(workbook, rootId, root.value);
  return [
    valueTerm(before.intensity, { label: traceNames.intensityBase, role: 'plus', unit, shownIn: sector.intensityUnit, place }),
    stackTerm(context, id, sector, year, now, 'times'),
    stackTerm(rootContext ?? context, id, sector, year, was, 'over'),
  ];
}

/** A volume or intensity of a year: typed, or computed from the other two members of the lock. */
function memberTerm(context: TraceContext, id: SectorId, sector: DriverSector, year: string, member: 'volume' | 'intensity', role: TraceRole): TraceTerm {
  const path = `sectors/${id}/${member}`;
  const result = context.balance.sectors[id]?.years[year];
  const typed = inputTerm(context, role, path, year, inputName(context.workbook, path));
  const value = result?.[member] ?? missing;
  const stored = context.workbook.series[path]?.unit ?? (member === 'volume' ? sector.volumeUnit : sector.intensityUnit);
  const shownIn = member === 'volume' ? sector.volumeUnit : sector.intensityUnit;
  const term: TraceTerm = { ...typed, unit: stored, shownIn, value: value.value, state: value.state };
  if (typed.value === value.value && value.value !== null && context.inputs.chain.length <= 1) return term;
  const { source: _noSource, ...computed } = term;
  const stack = member === 'intensity' ? stackTerms(context, id, sector, year) : null;
  if (stack !== null) return termOf({ ...computed, children: stack });
  if (result?.yields !== member) {
    // Known months and their mode make another year of a typed volume; a scenario's number is its own cell.
    if (typed.value === value.value || member === 'intensity') return term;
    return { ...computed, children: [{ ...typed, role: 'given' }, inputTerm(context, 'given', `sectors/${id}/actualsMode`, 'all')] };
  }
  if (typed.value === value.value) return term;
  const demand = demandLeaf(context, id, year, 'plus');
  const other = member === 'volume' ? 'intensity' : 'volume';
  const otherTerm = memberTerm(context, id, sector, year, other, 'over');
  return termOf({ ...computed, scale: 1000, children: [demand, otherTerm] });
}

function sourceOf(context: TraceContext, path: SeriesPath, period: string): Pick<TraceTerm, 'source'> {
  const { source } = inputTerm(context, 'plus', path, period);
  return source === undefined ? {} : { source };
}

/** Demand of a year as its own cell says it, without asking what is behind. */
function demandLeaf(context: TraceContext, id: SectorId, year: string, role: TraceRole): TraceTerm {
  const path = `sectors/${id}/demand`;
  const value = context.balance.sectors[id]?.years[year]?.demand ?? missing;
  const { place } = inputTerm(context, role, path, year);
  return valueTerm(value, { label: traceNames.annual(year), role, basis: basisOf(context, id), ...(place === undefined ? {} : { place }), ...sourceOf(context, path, year) });
}

/** Demand of a sector in a year, t in the basis the sector is stated in: volume times intensity, or the typed figure. */
export function annualDemandTerm(context: TraceContext, id: SectorId, year: string, role: TraceRole): TraceTerm {
  const sector = context.workbook.sectors[id];
  const leaf = demandLeaf(context, id, year, role);
  if (sector === undefined) return leaf;
  if (sector.kind === 'residual') return residualTerm(context, id, Number(year), role);
  const yields = context.balance.sectors[id]?.years[year]?.yields;
  const typed = context.inputs.cell(`sectors/${id}/demand`, year)?.value ?? null;
  if (yields !== 'demand' && typed !== null && typed === leaf.value) return leaf;
  const { source: _noSource, ...computed } = leaf;
  return termOf({
    ...computed,
    scale: 0.001,
    children: [memberTerm(context, id, sector, year, 'volume', 'plus'), memberTerm(context, id, sector, year, 'intensity', 'times')],
  });
}

/** The typed or computed member of a lock in the Drivers grid. */
export function lockTerm(context: TraceContext, id: SectorId, member: LockMember, year: string): TraceTerm | null {
  const sector = context.workbook.sectors[id];
  if (sector === undefined) return null;
  if (member === 'demand') return annualDemandTerm(context, id, year, 'plus');
  return sector.kind === 'driver' ? memberTerm(context, id, sector, year, member, 'plus') : null;
}

/** The inputs that shape how a year is spread over its months. A gross profile holds the holiday already. */
function seasonTerms(context: TraceContext, id: SectorId, at: number): readonly TraceTerm[] {
  const month = monthOf(context, at);
  const feelsHoliday = context.workbook.sectors[id]?.profileIs === 'net' || context.inputs.series(`sectors/${id}/profile`) === null;
  const profile = `sectors/${id}/profile`;
  const has = (path: SeriesPath, period: string): boolean => context.inputs.series(path)?.cells[period] !== undefined;
  const period = month.slice(5);
  return [
    ...(has(profile, period) ? [inputTerm(context, 'given', profile, period)] : []),
    ...(has(`sectors/${id}/rush`, month) ? [inputTerm(context, 'given', `sectors/${id}/rush`, month)] : []),
    ...(has(`sectors/${id}/rushShare`, month) ? [inputTerm(context, 'given', `sectors/${id}/rushShare`, month)] : []),
    ...(feelsHoliday ? [inputTerm(context, 'given', `sectors/${id}/holidayFactor`, 'all'), ...lostDaysGiven(context, at)] : []),
  ];
}

/** Volume of a month: known, or its share of the year. */
export function volumeMonthTerm(context: TraceContext, id: SectorId, at: number, role: TraceRole): TraceTerm | null {
  const sector = context.workbook.sectors[id];
  const line = context.balance.sectors[id]?.volume;
  if (sector?.kind !== 'driver' || !line) return null;
  const month = monthOf(context, at);
  const path = `sectors/${id}/volumeMonthly`;
  const known = knownTerm(context, role, path, month);
  if (known !== null) return known;
  const annual = { ...memberTerm(context, id, sector, month.slice(0, 4), 'volume', 'plus'), label: traceNames.annual(month.slice(0, 4)) };
  const { unit, shownIn } = annual;
  const term = monthTerm(line, at, { label: inputName(context.workbook, path), role, unit, ...(shownIn === undefined ? {} : { shownIn }), place: { path, period: month } });
  return termOf({ ...term, children: shareOfYear(context, at, term, annual, path, seasonTerms(context, id, at)) });
}

/** Demand of a sector in a month, t of blanks: known, or its share of the year's demand. */
export function sectorMonthTerm(context: TraceContext, id: SectorId, at: number, role: TraceRole, name?: TraceTerm['label']): TraceTerm {
  const month = monthOf(context, at);
  const path = `sectors/${id}/demandMonthly`;
  const sector = context.workbook.sectors[id];
  const label = name ?? sector?.name ?? heads.demand;
  const known = knownTerm(context, role, path, month, label, 'blank');
  if (known !== null) return known;
  const line = context.balance.sectors[id]?.demand ?? { values: [], states: [] };
  const term = monthTerm(line, at, { label, role, place: { path, period: month } });
  const year = month.slice(0, 4);
  const stated = annualDemandTerm(context, id, year, 'plus');
  const annual = basisOf(context, id) === 'finished' && sector?.kind === 'driver' ? blankTerm(context, stated) : stated;
  const share = shareOfYear(context, at, term, annual, path, sector?.kind === 'driver' ? [volumeMonthTerm(context, id, at, 'given') ?? []].flat() : seasonTerms(context, id, at));
  return termOf({ ...term, children: share });
}

/** Finished tonnes said in blanks: divided by the finished yield. */
function blankTerm(context: TraceContext, finished: TraceTerm): TraceTerm {
  const eta = inputTerm(context, 'over', 'basis/finishedYield', 'all');
  const value = finished.value === null || eta.value === null || eta.value === 0 ? null : finished.value / eta.value;
  return valueTerm({ value, state: weakestState(finished.state, eta.state) }, { label: traceNames.basis, role: finished.role, children: [{ ...finished, role: 'plus' }, eta] });
}

/** All domestic demand of a month, sector by sector. */
export function demandTotalTerm(context: TraceContext, at: number, role: TraceRole): TraceTerm {
  const { balance } = context;
  const children = balance.sectorIds.map((id) => sectorMonthTerm(context, id, at, 'plus'));
  return monthTerm(balance.demandTotal, at, { label: resultNames.demandTotal, role, place: { path: 'demandTotal', period: monthOf(context, at) }, children });
}

/** A total of a whole year of the root's balance; null where a month is missing or the year is not whole. */
function rootYear(balance: Balance, line: Balance['supply'], year: number): AnnualValue {
  const states = line.states.filter((_, at) => balance.months[at]?.startsWith(String(year)));
  return { value: yearTotal(balance, line, year), state: weakestState(...states) };
}

/** Other domestic use in its base year, if the sector figures were blanks, or finished magnets: output less named uses and exports, of the root. */
export function readingTerm(context: TraceContext, id: SectorId, reading: 'ifBlank' | 'ifFinished'): TraceTerm | null {
  const { workbook, balance } = context;
  const sector = workbook.sectors[id];
  const rootId = rootScenarioId(workbook);
  const root = rootId === null ? null : computeBalance(workbook, rootId);
  if (sector?.kind !== 'residual' || !root?.ok) return null;
  const period = String(sector.baseYear);
  const stated = orderedSectors(workbook.sectors).flatMap(([other, { kind, name }]) =>
    kind === 'driver' ? [valueTerm(root.value.sectors[other]?.years[period]?.demand ?? missing, { label: phrase(name.en, name.zh), role: 'plus', place: { path: `sectors/${other}/demand`, period } })] : [],
  );
  const uses = valueTerm({ value: foldTerms(stated), state: weakestState(...stated.map(({ state }) => state)) }, { label: traceNames.namedUses, role: 'plus', children: stated });
  const listed: TraceTerm = { ...(reading === 'ifBlank' ? uses : blankTerm(context, uses)), role: 'minus' };
  return valueTerm({ value: balance.residualReadings[id]?.[reading] ?? null, state: 'estimate' }, {
    label: sector.name,
    role: 'plus',
    children: [
      valueTerm(rootYear(root.value, root.value.supply, sector.baseYear), { label: traceNames.outputOf(period), role: 'plus', place: { path: 'supply', period } }),
      listed,
      valueTerm(rootYear(root.value, root.value.exports, sector.baseYear), { label: traceNames.exportsOf(period), role: 'minus', place: { path: 'exports', period } }),
    ],
  });
}

/**
 * Other domestic use: in the base year what output leaves after listed uses and exports, all of the root scenario; later that
 * level, grown.
 */
function residualTerm(context: TraceContext, id: SectorId, year: number, role: TraceRole): TraceTerm {
  const { workbook, balance } = context;
  const sector = workbook.sectors[id];
  const value = balance.sectors[id]?.years[String(year)]?.demand ?? missing;
  const term = valueTerm(value, { label: traceNames.annual(year), role, place: { path: `sectors/${id}/demand`, period: String(year) } });
  const rootId = rootScenarioId(workbook);
  const root = rootId === null ? null : computeBalance(workbook, rootId);
  if (sector?.kind !== 'residual' || !root?.ok || year < sector.baseYear) return term;
  if (year > sector.baseYear) {
    const before = residualTerm(context, id, year - 1, 'plus');
    return termOf({ ...term, children: [{ ...before, label: traceNames.level(year - 1) }, inputTerm(context, 'grown', `sectors/${id}/growth`, String(year), traceNames.growthOf(year))] });
  }
  const listed = orderedSectors(workbook.sectors).filter(([, other]) => other.kind === 'driver');
  const period = String(year);
  return termOf({
    ...term,
    children: [
      valueTerm(rootYear(root.value, root.value.supply, year), { label: traceNames.outputOf(year), role: 'plus', place: { path: 'supply', period } }),
      ...listed.map(([other, { name }]) =>
        valueTerm(rootYear(root.value, root.value.sectors[other]?.demand ?? { values: [], states: [] }, year), { label: phrase(name.en, name.zh), role: 'minus', place: { path: `sectors/${other}/demand`, period }, ...sourceOf(context, `sectors/${other}/demand`, period) }),
      ),
      valueTerm(rootYear(root.value, root.value.exports, year), { label: traceNames.exportsOf(year), role: 'minus', place: { path: 'exports', period } }),
    ],
  });
}
