/**
 * The balance once more, computed from the file's JSON alone by code of its own: it imports nothing of the model and shares no
 * function with it. Plain and slow on purpose (Denton is one dense system of equations), so that it can be read against the
 * method line by line. It covers the method but for the price's effect on demand, differences of growth and conversions between
 * scopes, and throws at what it does not cover.
 */

import { annualAfter, at, countsSlack, daysIn, key, lostDays, reader, spread, sum, tonnesSlack, withReleases } from './recomputeParts.mjs';

function seasonWeights(book, input, id, calendar) {
  const path = `sectors/${id}`;
  const profile = book.series[`${path}/profile`];
  const delta = input.scalar(`${path}/holidayFactor`);
  const weights = calendar.map(({ year, month, days, period }) => {
    const own = profile ? input.cell(`${path}/profile`, period.slice(5)) : days;
    const holiday = profile && book.sectors[id].profileIs === 'gross' ? 1 : (days - delta * lostDays(input, year, month)) / days;
    return own * holiday * (input.cell(`${path}/rush`, period) ?? 1);
  });
  const shares = calendar.map(({ period }) => input.cell(`${path}/rushShare`, period));
  return weights.map((weight, m) => {
    const year = Array.from({ length: 12 }, (_, k) => 12 * Math.floor(m / 12) + k);
    const target = sum(year.map((k) => shares[k] ?? 0));
    return shares[m] === undefined ? weight : (shares[m] / (1 - target)) * sum(year.filter((k) => shares[k] === undefined).map((k) => weights[k]));
  });
}

const ofYear = (list, y) => list.slice(12 * y, 12 * y + 12);

/** A subsidy on the planned months: more while it lasts, a part of that less later, by a profile that may reach past the last month. */
function subsidised(book, input, path, planned, calendar) {
  const uplift = calendar.map(({ period }) => input.cell(`${path}/subsidyUplift`, period) ?? 0);
  const periods = new Set(Object.values(book.scenarios).flatMap(({ overlays }) => Object.values(overlays)).filter((one) => one.path === `${path}/paybackProfile`).flatMap((one) => one.periods));
  for (const period of Object.keys(book.series[`${path}/paybackProfile`]?.cells ?? {})) periods.add(period);
  const profile = [...periods].filter((period) => period >= calendar[0].period).map((period) => input.cell(`${path}/paybackProfile`, period) ?? 0);
  const gross = sum(planned.map((value, m) => value * uplift[m]));
  const back = input.scalar(`${path}/subsidyPayback`) * gross;
  return planned.map((value, m) => value * (1 + uplift[m]) - (back === 0 ? 0 : (back * (input.cell(`${path}/paybackProfile`, calendar[m].period) ?? 0)) / sum(profile)));
}

/** Tonnes of blanks per tonne of a figure; sector figures are blank or finished by one switch. */
function blanksPer(book, input, path, otherwise = 'blank') {
  const basis = book.series[path]?.basis ?? otherwise;
  if (basis !== 'blank' && basis !== 'finished') throw new Error(`Not covered: ${basis}.`);
  return basis === 'finished' || (/^sectors.*demand/.test(path) && input.scalar('basis/sectorsFinished') === 1) ? 1 / input.scalar('basis/finishedYield') : 1;
}

/** kg per unit of a technology stack in a year; undefined without one. */
function stackOf(book, input, id, year) {
  const { technologies = {}, stackYear } = book.sectors[id];
  const ids = Object.keys(technologies);
  if (ids.length === 0) return undefined;
  const base = `sectors/${id}/technologies`;
  const typed = ids.filter((one) => !technologies[one].balancing);
  const share = (one) => input.cell(`${base}/${one}/share`, String(year));
  return sum(ids.map((one) => {
    const part = technologies[one].balancing ? 1 - sum(typed.map(share)) : share(one);
    return part * input.scalar(`${base}/${one}/motors`) * input.scalar(`${base}/${one}/mass`) * (1 - input.scalar(`${base}/${one}/thrift`)) ** (year - stackYear);
  }));
}

function driverDemand(book, plain, root, input, id, years, calendar) {
  const path = `sectors/${id}`;
  if (Object.keys(book.sectors[id].technologies ?? {}).length > 0 !== (stackOf(book, root, id, years[0]) !== undefined)) throw new Error('A stack without numbers.');
  /** The root's own number with the scenario's differences on top of what the lock gives. */
  const over = (name, year, value) => {
    const typed = plain.cell(`${path}/${name}`, String(year));
    const seen = input.cell(`${path}/${name}`, String(year));
    return seen !== undefined && seen !== typed ? seen : value;
  };
  const volumes = [];
  const intensities = [];
  for (const year of years) {
    let volume = plain.cell(`${path}/volume`, String(year));
    let intensity = plain.cell(`${path}/intensity`, String(year));
    const demand = plain.cell(`${path}/demand`, String(year));
    const yields = book.sectors[id].yields[year] ?? 'demand';
    if (yields === 'intensity') intensity = (1000 * demand) / volume;
    if (yields === 'volume') volume = (1000 * demand) / intensity;
    const stack = stackOf(book, input, id, year);
    if (stack !== undefined) intensity = (intensity * stack) / stackOf(book, root, id, year);
    volumes.push(over('volume', year, volume));
    intensities.push(over('intensity', year, intensity));
  }
  const mode = input.scalar(`${path}/actualsMode`);
  const method = input.scalar(`${path}/splitMethod`);
  const weights = seasonWeights(book, input, id, calendar);
  const monthsOf = (name) => calendar.map(({ period }) => input.cell(`${path}/${name}`, period));
  const known = withReleases(monthsOf('volumeMonthly'), monthsOf('volumeCumulative'), weights, countsSlack);
  const perYear = weights.map((weight, m) => weight / sum(ofYear(weights, Math.floor(m / 12))));
  const planned = spread(volumes.map((prior, y) => annualAfter(prior, ofYear(known, y), ofYear(weights, y), mode)), perYear, known, method);
  const acts = monthsOf('subsidyUplift').some((value) => value !== undefined && value !== 0);
  const volume = acts ? subsidised(book, input, path, planned, calendar).map((value, m) => known[m] ?? value) : planned;
  const lead = input.scalar(`${path}/leadMonths`);
  const ahead = (m, by) => { let k = m + by; while (k >= volume.length) k -= 12; return volume[k]; };
  const whole = Math.floor(lead);
  const indicator = volume.map((_, m) => (1 - (lead - whole)) * ahead(m, whole) + (lead - whole) * ahead(m, whole + 1));
  const factor = blanksPer(book, input, `${path}/demand`);
  const demand = years.map((_, y) => (sum(ofYear(volume, y)) * intensities[y] * factor) / 1000);
  const inBlanks = (name) => monthsOf(name).map((value) => (value === undefined ? undefined : value * blanksPer(book, input, `${path}/${name}`, book.series[`${path}/demand`]?.basis)));
  const told = withReleases(inBlanks('demandMonthly'), inBlanks('demandCumulative'), indicator, tonnesSlack);
  const annual = demand.map((prior, y) => annualAfter(prior, ofYear(told, y), ofYear(indicator, y), mode));
  return { volume, demand: spread(annual, indicator, told, method), annual };
}

const logistic = (x) => 1 / (1 + Math.exp(-x));

function exportsOf(book, input, years, calendar) {
  const acting = Object.keys(book.events).map((id) => ({ ...book.events[id], number: (name) => input.scalar(`events/${id}/${name}`) })).filter((event) => event.kind !== 'note' && event.number('active') === 1);
  const approval = (category, day) => {
    let factor = 1;
    for (const event of acting) {
      if (event.kind !== 'restrict' || !event.scope.includes(category)) continue;
      if (event.suspended.some(({ from, to }) => day >= at(from) && day < at(to))) continue;
      const t = (day - at(event.date) + 0.5 - event.number('graceDays')) / 30.4375;
      if (t < 0) continue;
      const floor = category === 'controlled' ? 0 : event.number('uncontrolledFloor');
      factor *= floor + (1 - floor) * logistic(event.number('steepness') * (t - event.number(category === 'controlled' ? 'controlledMidpoint' : 'uncontrolledMidpoint')));
    }
    for (const event of acting) if (event.kind === 'ease' && event.scope.includes(category) && day >= at(event.date)) factor = Math.max(factor, event.number('level'));
    return factor;
  };
  const h = input.scalar('exports/controlledShare');
  const first = acting.filter((event) => event.kind === 'restrict').map((event) => event.date.slice(0, 7)).sort()[0];
  const lines = { base: [], ship: [], release: [], lost: [], backlog: [], approval: [], approvalControlled: [], approvalUncontrolled: [], stockpile: [], exports: [] };
  let before = input.cell('exports/openingBacklog', 'all') ?? 0;
  for (const { year, days, period } of calendar) {
    let base = input.cell('exports/baseYear', period.slice(5));
    for (let y = book.exportBaseYear + 1; y <= year; y += 1) base *= 1 + input.annual('exports/growth', y);
    let [controlled, uncontrolled] = [1, 1];
    if (first !== undefined && period >= first) {
      const start = at(`${period}-01`);
      const mean = (category) => sum(Array.from({ length: days }, (_, day) => approval(category, start + day))) / days;
      [controlled, uncontrolled] = [mean('controlled'), mean('uncontrolled')];
    }
    const f = h * controlled + (1 - h) * uncontrolled;
    const cap = input.cell('exports/cap', period) ?? Infinity;
    const ship = Math.min(base * f, cap);
    const release = Math.min(input.scalar('exports/releaseRate') * f * before, cap - ship);
    const lost = input.scalar('exports/diversionRate') * (before - release);
    before = before - release - lost + (base - ship);
    const row = { base, ship, release, lost, backlog: before, approval: f, approvalControlled: controlled, approvalUncontrolled: uncontrolled };
    for (const name of Object.keys(row)) lines[name].push(row[name]);
  }
  const monthsOf = (name) => calendar.map(({ period }) => input.cell(`exports/${name}`, period));
  const known = withReleases(monthsOf('monthly'), monthsOf('cumulative'), lines.base.map((base, m) => base * lines.approval[m]), tonnesSlack);
  lines.stockpile.push(...monthsOf('stockpile').map((value) => value ?? 0));
  const last = lines.stockpile.findLastIndex((value) => value !== 0);
  if (input.scalar('exports/stockpileUnwind') === 1 && last >= 0) {
    const total = sum(lines.stockpile);
    const later = known.map((_, m) => m).filter((m) => m > last && known[m] === undefined);
    for (const m of later) lines.stockpile[m] = (-total * lines.base[m]) / sum(later.map((k) => lines.base[k]));
  }
  lines.exports.push(...known.map((value, m) => value ?? lines.ship[m] + lines.release[m] + lines.stockpile[m]));
  return lines;
}

/** What supply stands on: known months, the plan of modes plan and rates, capacity with its ramps, and the output of each year. */
function supplyOf(book, input, years, calendar) {
  const mode = ['plan', 'rates', 'orders', 'bound'][input.scalar('supply/mode')];
  const delta = input.scalar('supply/holidayFactor');
  const universal = (name) => calendar.map(({ period }) => { const value = input.cell(`supply/${name}`, period); return value === undefined ? undefined : value / (book.series[`supply/${name}`]?.coverage ?? 1); });
  const weights = calendar.map(({ year, month, days, period }) => (days - delta * lostDays(input, year, month)) * (input.cell('supply/multiplier', period) ?? 1));
  const known = withReleases(universal('outputMonthly'), universal('outputCumulative'), weights, tonnesSlack);
  const annual = years.map((year, y) => annualAfter(input.cell('supply/output', String(year)), ofYear(known, y), ofYear(weights, y), 0));
  const nameplate = calendar.map(({ year, month }) => {
    const ramped = Object.entries(book.expansions ?? {}).map(([id, { start }]) => {
      const n = (name) => input.scalar(`expansions/${id}/${name}`);
      const since = 12 * (year - Number(start.slice(0, 4))) + month - Number(start.slice(5)) - n('delay') + 1;
      return n('tonnes') * Math.min(1, Math.max(0, since / n('ramp')));
    });
    return (input.scalar('supply/capacity') + sum(ramped)) / input.scalar('supply/surveyCoverage');
  });
  const limit = calendar.map(({ year, month, days }, m) => nameplate[m] * input.scalar('supply/maximumRate') * (1 - (lostDays(input, year, month) / days) * delta));
  let plan = spread(annual, weights, known, 1);
  if (mode === 'rates') {
    plan = calendar.map(({ period }, m) => known[m] ?? input.cell('supply/operatingRate', period) * nameplate[m]);
    years.forEach((_, y) => { const total = sum(ofYear(plan, y)); if (Number.isFinite(total)) annual[y] = total; });
  }
  return { mode, known, plan, annual, nameplate, limit, effective: calendar.map(({ year, month, days }) => days - delta * lostDays(input, year, month)) };
}

const weightsOf = { Nd: [144.242, 2, 3], Pr: [140.90766, 6, 11], Dy: [162.5, 2, 3], Tb: [158.925354, 4, 7] };
/** Tonnes of oxide that hold one tonne of metal. */
const oxidePerMetal = (element) => { const [weight, metals, oxygens] = weightsOf[element]; return 1 + (oxygens * 15.999) / (metals * weight); };

/** The chain from quota to blanks: its coefficients, and the oxide that comes in each month apart from scrap. */
function chainOf(book, input, calendar, eta) {
  if (book.series['material/miningQuota'] === undefined) return null;
  const n = (name) => input.scalar(`material/${name}`);
  const perPrNd = 0.75 * oxidePerMetal('Nd') + 0.25 * oxidePerMetal('Pr');
  const profile = calendar.slice(0, 12).map(({ period }) => input.cell('material/quotaProfile', period.slice(5)));
  const share = (m) => (profile.every((value) => value !== undefined) ? profile[m % 12] / sum(profile) : 1 / 12);
  return {
    a: ((1 - n('oxideLoss')) / n('oxidePerMetal')) * (n('magnetYield') / n('rareEarthContent')),
    scrapPerBlank: (1 - eta) * n('rareEarthContent') * perPrNd * n('scrapKappa'),
    lag: Math.max(1, Math.round(n('scrapLag'))),
    opening: n('openingOxide'),
    minimum: n('minimumOxide'),
    primary: calendar.map(({ year, period }, m) => {
      const y = (name) => input.annual(`material/${name}`, year);
      const reo = Math.min(y('miningQuota') * y('quotaUse'), y('smeltingQuota') - y('importedOre'));
      return reo * share(m) * n('prndShare') * n('separationYield') + (y('oxideImports') + y('endOfLife')) / 12 + (input.cell('material/stockDraw', period) ?? 0);
    }),
  };
}

/** Supply, oxide and the stock of magnets month by month: orders look at the stock of the month before, the stock at this month's supply. */
function monthByMonth(input, calendar, { mode, known, plan, limit, effective }, chain, orders, imports, bounds) {
  const before = input.cell('supply/before', 'all');
  const lines = { supply: [], primary: chain?.primary ?? [], inflow: [], stock: [], limit: [], gap: [], inventory: [], unmet: [], overflow: [] };
  let [oxide, stock] = [chain?.opening, bounds.opening];
  const smooth = (m) => {
    if (m === 0) return orders[0];
    const past = [m - 3, m - 2, m - 1].filter((k) => k >= 0);
    return (effective[m] * sum(past.map((k) => orders[k] / effective[k]))) / past.length;
  };
  calendar.forEach((_, m) => {
    const last = m === 0 ? before : lines.supply[m - 1];
    let material = Infinity;
    if (chain !== null) {
      const source = m >= chain.lag ? lines.supply[m - chain.lag] : (before ?? known[0] ?? (mode === 'plan' || mode === 'rates' ? plan[0] : undefined));
      lines.inflow.push(chain.primary[m] + source * chain.scrapPerBlank);
      material = chain.a * (lines.inflow[m] + Math.max(0, oxide - chain.minimum));
      lines.limit.push(material);
    }
    const most = Math.min(limit[m], material);
    let supply = known[m] ?? plan[m];
    if (known[m] === undefined && mode === 'bound') supply = most;
    if (known[m] === undefined && mode === 'orders') {
      const target = Math.max(0, smooth(m) + input.scalar('supply/stockResponse') * ((input.scalar('supply/targetCover') * smooth(m)) / 30.4375 - stock));
      supply = Math.max(0, Math.min(most, last + input.scalar('supply/responseSpeed') * (Math.min(target, most) - last)));
    }
    lines.supply.push(supply);
    if (chain !== null) {
      oxide += lines.inflow[m] - supply / chain.a;
      lines.stock.push(oxide);
    }
    lines.gap.push(supply + imports[m] - orders[m]);
    const open = stock + lines.gap[m];
    stock = Math.min(Math.max(open, bounds.minimum), bounds.maximum);
    lines.inventory.push(stock);
    lines.unmet.push(Math.max(0, bounds.minimum - open));
    lines.overflow.push(Math.max(0, open - bounds.maximum));
  });
  return lines;
}

/** 52UH: cost of a kilogram, the margin the anchor leaves, and the way back to both. */
function priceOf(book, input, calendar, cover, unmet, demand) {
  if (book.series['price/prndOxide'] === undefined) return null;
  const n = (name) => input.scalar(`price/${name}`);
  const y = input.scalar('material/magnetYield');
  const start = 2000;
  const carried = (name, period) => {
    for (let year = Number(period.slice(0, 4)), month = Number(period.slice(5)); year > start; month > 1 ? (month -= 1) : ((year -= 1), (month = 12))) {
      const value = input.cell(`price/${name}`, key(year, month));
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const costAt = (period) => {
    const prNd = carried('prndOxide', period) * input.scalar('material/oxidePerMetal') + n('metalFee');
    const dy = carried('dysprosiumOxide', period) * oxidePerMetal('Dy') * n('dysprosiumFactor');
    const tb = carried('terbiumOxide', period) * oxidePerMetal('Tb') * n('terbiumFactor');
    return (n('prndContent') * prNd + n('dysprosiumContent') * dy + n('terbiumContent') * tb) / y + n('otherInputs');
  };
  const cost = calendar.map(({ period }) => costAt(period));
  const anchor = calendar.findIndex(({ period }) => period === book.priceAnchor);
  const margin = n('anchor') - cost[anchor];
  const longRun = calendar.map((_, m) => {
    const share = demand[m] > 0 ? Math.min(1, unmet[m] / demand[m]) : 0;
    return cost[m] + margin * (Math.max(1, cover[m]) / n('referenceCover')) ** -n('marginElasticity') * (1 + n('shortageResponse') * share);
  });
  const price = [];
  calendar.forEach(({ period }, m) => {
    const published = input.cell('price/actual', period);
    if (published !== undefined) price.push(published);
    else if (m < anchor) price.push(null);
    else if (m === anchor) price.push(n('anchor'));
    else price.push(price[m - 1] + n('ecmKappa') * (longRun[m - 1] - price[m - 1]) + n('priceTheta') * (cost[m] - cost[m - 1]) + (input.cell('price/shock', period) ?? 0));
  });
  const told = (values) => values.map((value, m) => (m >= anchor && Number.isFinite(value) ? value : null));
  return { cost: cost.map((value) => (Number.isFinite(value) ? value : null)), longRun: told(longRun), price };
}

/** Every line of one scenario of the file, by month of the horizon, which must be whole calendar years. */
export function recompute(text, scenarioId, change = {}) {
  const book = { vintages: {}, vintage: null, ...JSON.parse(text).workbook, ...change };
  const layers = [];
  for (let id = scenarioId; id !== null; id = book.scenarios[id].parent) layers.unshift(Object.values(book.scenarios[id].overlays));
  const vintage = book.vintage === null ? [] : [Object.values(book.vintages[book.vintage].overlays)];
  const plain = reader(book, []);
  const root = reader(book, [layers[0], ...vintage]);
  const input = reader(book, [layers[0], ...vintage, ...layers.slice(1)]);
  const years = [];
  for (let year = Number(book.horizon.start.slice(0, 4)); year <= Number(book.horizon.end.slice(0, 4)); year += 1) years.push(year);
  if (!book.horizon.start.endsWith('-01') || !book.horizon.end.endsWith('-12')) throw new Error('Not covered: a horizon of broken years.');
  const calendar = years.flatMap((year) => Array.from({ length: 12 }, (_, m) => ({ year, month: m + 1, days: daysIn(year, m + 1), period: key(year, m + 1) })));
  if (input.cell('price/feedback', 'all') === 1) throw new Error('Not covered: a price that acts on demand.');
  if (input.cell('basis/sinteredShare', 'all') !== undefined) throw new Error('Not covered: conversions between scopes.');
  const eta = input.scalar('basis/finishedYield');
  const ids = Object.keys(book.sectors);
  const drivers = ids.filter((id) => book.sectors[id].kind === 'driver');
  const sectors = Object.fromEntries(drivers.map((id) => [id, driverDemand(book, plain, root, input, id, years, calendar)]));
  const exportsDetail = exportsOf(book, input, years, calendar);
  const source = supplyOf(book, input, years, calendar);
  for (const id of ids.filter((one) => book.sectors[one].kind === 'residual')) {
    const { baseYear } = book.sectors[id];
    const months = calendar.map(({ year }, m) => [year, m]).filter(([year]) => year === baseYear).map(([, m]) => m);
    const rootEta = root.scalar('basis/finishedYield');
    const rootExports = exportsOf(book, root, years, calendar).exports;
    const base = years.indexOf(baseYear);
    const listed = sum(drivers.map((one) => driverDemand(book, plain, root, root, one, years, calendar).annual[base]));
    let level = supplyOf(book, root, years, calendar).annual[base] - listed - sum(months.map((m) => rootExports[m])) / rootEta;
    const weights = seasonWeights(book, input, id, calendar);
    const indicator = weights.map((weight, m) => weight / sum(ofYear(weights, Math.floor(m / 12))));
    const tonnes = (name) => calendar.map(({ period }) => input.cell(`sectors/${id}/${name}`, period));
    const told = withReleases(tonnes('demandMonthly'), tonnes('demandCumulative'), indicator, tonnesSlack);
    const annual = years.map((year) => (level *= year > baseYear ? 1 + input.annual(`sectors/${id}/growth`, year) : 1)).map((prior, y) => annualAfter(prior, ofYear(told, y), ofYear(weights, y), 0));
    sectors[id] = { volume: null, demand: spread(annual, indicator, told, input.scalar(`sectors/${id}/splitMethod`)) };
  }
  const demandTotal = calendar.map((_, m) => sum(ids.map((id) => sectors[id].demand[m])));
  const exportsBlank = exportsDetail.exports.map((value) => value / eta);
  const imports = calendar.map(({ year }) => (input.cell('supply/magnetImports', String(year)) ?? 0) / 12 / eta);
  const demand = calendar.map((_, m) => demandTotal[m] + exportsBlank[m]);
  const daily = sum(demand.slice(0, 12)) / sum(calendar.slice(0, 12).map(({ days }) => days));
  const bound = (name) => input.scalar(`balance/${name}`) * (book.series[`balance/${name}`].unit === 'days' ? daily : 1);
  const bounds = { opening: bound('openingStock'), minimum: bound('minimumStock'), maximum: bound('maximumStock') };
  const chain = chainOf(book, input, calendar, eta);
  const path = monthByMonth(input, calendar, source, chain, demand, imports, bounds);
  const { supply, gap, inventory, unmet, overflow } = path;
  const lines = { cumulativeGap: [], coverDays: [] };
  calendar.forEach((_, m) => {
    lines.cumulativeGap.push((lines.cumulativeGap[m - 1] ?? 0) + gap[m]);
    // Past the horizon the same months of the last year, over the days of the months they stand for.
    const ahead = [m + 1, m + 2, m + 3];
    const length = calendar.length;
    const days = sum(ahead.map((k) => (k < length ? calendar[k].days : daysIn(calendar[length - 1].year + 1, k - length + 1))));
    lines.coverDays.push((inventory[m] * days) / sum(ahead.map((k) => demand[k < length ? k : k - 12])));
  });
  return {
    months: calendar.map(({ period }) => period),
    supply, imports, sectors, demandTotal, exportsDetail, exports: exportsBlank, gap, inventory, unmet, overflow, ...lines,
    capacity: source.nameplate, capacityLimit: source.limit,
    operatingRate: supply.map((value, m) => value / source.nameplate[m]),
    material: chain === null ? null : path,
    price: priceOf(book, input, calendar, lines.coverDays, unmet, demand),
  };
}
