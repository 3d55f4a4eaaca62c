/**
 * The balance once more, computed from the file's JSON alone by code of its own: it imports nothing of the model and shares no
 * function with it. Plain and slow on purpose (Denton is one dense system of equations), so that it can be read against the
 * method line by line. It covers what the shipped workbook uses and throws at what it does not cover.
 */

const DAY = 86_400_000;
const at = (text) => Date.parse(`${text}T00:00:00Z`) / DAY;
const daysIn = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const key = (year, month) => `${year}-${String(month).padStart(2, '0')}`;
const sum = (list) => list.reduce((a, b) => a + b, 0);

/** New Year's Day of the Chinese calendar in the years of the shipped workbook. */
const newYear = { 2023: '2023-01-22', 2024: '2024-02-10', 2025: '2025-01-29', 2026: '2026-02-17', 2027: '2027-02-06' };

/** Days lost around the New Year: 0.6 of each of the ten days before, the first seven whole, 0.3 of the next nine. */
function lostDays(year, month) {
  const day0 = at(newYear[year]);
  let lost = 0;
  for (let day = 1; day <= daysIn(year, month); day += 1) {
    const distance = at(`${key(year, month)}-${String(day).padStart(2, '0')}`) - day0;
    if (distance >= -10 && distance < 0) lost += 0.6;
    else if (distance >= 0 && distance <= 6) lost += 1;
    else if (distance >= 7 && distance <= 15) lost += 0.3;
  }
  return lost;
}

/** Units of the file's claims as multiples of their base unit; only what a hidden cell can fall back on. */
const factors = { t: 1, kt: 1e3, wanTonnes: 1e4, vehicle: 1, millionVehicles: 1e6, wanVehicles: 1e4, unit: 1, thousandUnits: 1e3, millionUnits: 1e6, wanUnits: 1e4, MW: 1, GW: 1e3, ratio: 1, percent: 0.01, yuanPerKg: 1 };

/** What stands where the file has no cell (method, defaults). */
const defaults = {
  'exports/growth': 0.1, 'exports/controlledShare': 0.5, 'exports/releaseRate': 0.05, 'exports/diversionRate': 0, 'supply/holidayFactor': 0.5, 'supply/maximumRate': 1, 'supply/surveyCoverage': 1, 'supply/mode': 0,
  'material/prndShare': 0.22, 'material/separationYield': 0.97, 'material/oxideLoss': 0.05, 'material/oxidePerMetal': 1.2, 'material/magnetYield': 0.95, 'material/rareEarthContent': 0.29, 'material/scrapKappa': 0.72, 'material/scrapLag': 1,
  'material/openingOxide': 0, 'material/minimumOxide': 0, 'material/quotaUse': 1, 'material/importedOre': 0, 'material/oxideImports': 0, 'material/endOfLife': 0,
  'price/prndContent': 0.29, 'price/dysprosiumContent': 0.003, 'price/terbiumContent': 0.006, 'price/metalFee': 10, 'price/otherInputs': 8, 'price/dysprosiumFactor': 1.03, 'price/terbiumFactor': 1.05,
  'price/ecmKappa': 0.25, 'price/priceTheta': 0.5, 'price/marginElasticity': 0.2, 'price/shortageResponse': 0.5, 'price/referenceCover': 20,
};
const eventDefaults = { active: 0, graceDays: 9.5, controlledMidpoint: 2.7, uncontrolledMidpoint: 1.4, steepness: 3.7, uncontrolledFloor: 0.22, level: 1 };
const sectorDefaults = { holidayFactor: 0.727, leadMonths: 0, actualsMode: 0, splitMethod: 0, growth: 0, motors: 1, thrift: 0 };

/** The inputs as a scenario sees them: what was known by the date of the view, then layer by layer. */
function reader(book, layers) {
  const known = (path, period) => {
    const series = book.series[path];
    const cell = series?.cells[period];
    if (!cell || cell.known === undefined || cell.known <= book.asOf) return cell;
    if (series.kind === 'monthly') return undefined;
    const same = (claim) => ['basis', 'scope', 'coverage'].every((tag) => claim[tag] === undefined || claim[tag] === series[tag]);
    const claims = Object.keys(book.claims ?? {}).sort().map((id) => book.claims[id]).filter((claim) => claim.path === path && claim.period === period && claim.known <= book.asOf && same(claim));
    const newest = claims.reduce((best, claim) => (best === undefined || claim.known > best.known ? claim : best), undefined);
    return newest && { value: (newest.value * factors[newest.unit]) / factors[series.unit], state: newest.state };
  };
  const cell = (path, period) => {
    const own = known(path, period);
    let value = own?.value;
    for (const overlays of layers) {
      const here = overlays.filter((one) => one.path === path && (one.periods.length === 0 || one.periods.includes(period)) && (own?.state !== 'actual' || one.counterfactual));
      for (const one of here) {
        if (!['set', 'mul', 'add'].includes(one.op)) throw new Error(`Not covered: ${one.op}.`);
        if (one.op === 'set') value = one.value;
      }
      for (const one of here) if (one.op === 'mul') value *= one.value;
      for (const one of here) if (one.op === 'add') value += one.value;
    }
    return value ?? undefined;
  };
  const scalar = (path) => {
    const [area, , name, , field] = path.split('/');
    const fallback = area === 'events' ? eventDefaults[name] : area === 'sectors' ? sectorDefaults[field ?? name] : defaults[path];
    return cell(path, 'all') ?? fallback;
  };
  return { cell, scalar, annual: (path, year) => cell(path, String(year)) ?? defaults[path] ?? sectorDefaults[path.split('/')[2]] };
}

/** Gauss with pivoting. */
function solve(matrix, right) {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  const n = rows.length;
  for (let column = 0; column < n; column += 1) {
    let best = column;
    for (let row = column + 1; row < n; row += 1) if (Math.abs(rows[row][column]) > Math.abs(rows[best][column])) best = row;
    [rows[column], rows[best]] = [rows[best], rows[column]];
    for (let row = 0; row < n; row += 1) {
      if (row === column) continue;
      const factor = rows[row][column] / rows[column][column];
      if (factor !== 0) for (let k = column; k <= n; k += 1) rows[row][k] -= factor * rows[column][k];
    }
  }
  return rows.map((row, i) => row[n] / row[i]);
}

/** Months from annual figures along an indicator, known months held: Denton over several years, else (or where it fails) in proportion. */
function spread(annual, indicator, known, method) {
  const years = annual.length;
  const free = indicator.map((_, m) => m).filter((m) => known[m] === undefined);
  const rest = annual.map((total, y) => total - sum(known.slice(12 * y, 12 * y + 12).map((value) => value ?? 0)));
  const proportional = () => indicator.map((weight, m) => {
    const y = Math.floor(m / 12);
    const weights = sum(free.filter((k) => Math.floor(k / 12) === y).map((k) => indicator[k]));
    return known[m] ?? (rest[y] === 0 ? 0 : (rest[y] * weight) / weights);
  });
  if (method === 1 || years === 1 || indicator.some((value) => !(value > 0))) return proportional();
  const open = rest.map((_, y) => y).filter((y) => free.some((m) => Math.floor(m / 12) === y));
  const size = free.length + open.length;
  const mean = sum(indicator) / indicator.length;
  // Unknowns are the ratios to the indicator of the free months, then one multiplier for each year that is open.
  const matrix = Array.from({ length: size }, () => new Array(size).fill(0));
  const right = new Array(size).fill(0);
  const place = new Map(free.map((m, k) => [m, k]));
  free.forEach((m, k) => {
    for (const other of [m - 1, m + 1]) {
      if (other < 0 || other >= indicator.length) continue;
      matrix[k][k] += 1;
      if (place.has(other)) matrix[k][place.get(other)] -= 1;
      else right[k] += known[other] / (indicator[other] / mean);
    }
    const row = free.length + open.indexOf(Math.floor(m / 12));
    matrix[k][row] = indicator[m] / mean;
    matrix[row][k] = indicator[m] / mean;
  });
  open.forEach((y, k) => { right[free.length + k] = rest[y]; });
  const ratios = solve(matrix, right);
  const values = indicator.map((weight, m) => known[m] ?? ratios[place.get(m)] * (weight / mean));
  return values.some((value, m) => known[m] === undefined && value < 0) ? proportional() : values;
}

/** A year of which some months are known: held, run rate, or both by their precision. */
function annualAfter(prior, known, weights, mode) {
  const there = known.map((value, m) => [value, weights[m]]).filter(([value]) => value !== undefined);
  const ytd = sum(there.map(([value]) => value));
  if (there.length === 12) return ytd;
  if (there.length === 0 || mode === 0) return prior;
  const run = ytd / (sum(there.map(([, weight]) => weight)) / sum(weights));
  const phi = (0.03 * run) ** 2 / ((0.06 * prior) ** 2 + (0.03 * run) ** 2);
  return mode === 1 ? run : phi * prior + (1 - phi) * run;
}

function seasonWeights(book, input, id, calendar) {
  const path = `sectors/${id}`;
  const profile = book.series[`${path}/profile`];
  const delta = input.scalar(`${path}/holidayFactor`);
  return calendar.map(({ year, month, days, period }) => {
    const own = profile ? input.cell(`${path}/profile`, period.slice(5)) : days;
    const holiday = profile && book.sectors[id].profileIs === 'gross' ? 1 : (days - delta * lostDays(year, month)) / days;
    return own * holiday * (input.cell(`${path}/rush`, period) ?? 1);
  });
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
  if (calendar.some(({ period }) => input.cell(`${path}/subsidyUplift`, period) !== undefined)) throw new Error('Not covered: subsidy.');
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
  const known = calendar.map(({ period }) => input.cell(`${path}/volumeMonthly`, period));
  if (calendar.some(({ period }) => input.cell(`${path}/demandMonthly`, period) !== undefined)) throw new Error('Not covered: known months of demand.');
  const ofYear = (list, y) => list.slice(12 * y, 12 * y + 12);
  const annual = volumes.map((prior, y) => annualAfter(prior, ofYear(known, y), ofYear(weights, y), mode));
  const perYear = weights.map((weight, m) => weight / sum(ofYear(weights, Math.floor(m / 12))));
  const volume = spread(annual, perYear, known, method);
  const lead = input.scalar(`${path}/leadMonths`);
  const ahead = (m, by) => { let k = m + by; while (k >= volume.length) k -= 12; return volume[k]; };
  const whole = Math.floor(lead);
  const indicator = volume.map((_, m) => (1 - (lead - whole)) * ahead(m, whole) + (lead - whole) * ahead(m, whole + 1));
  const demand = annual.map((value, y) => (value * intensities[y]) / 1000);
  return { volume, demand: spread(demand, indicator, volume.map(() => undefined), method) };
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
  const lines = { base: [], ship: [], release: [], lost: [], backlog: [], approval: [], exports: [] };
  let before = input.cell('exports/openingBacklog', 'all') ?? 0;
  for (const { year, days, period } of calendar) {
    let base = input.cell('exports/baseYear', period.slice(5));
    for (let y = book.exportBaseYear + 1; y <= year; y += 1) base *= 1 + input.annual('exports/growth', y);
    let f = 1;
    if (first !== undefined && period >= first) {
      const start = at(`${period}-01`);
      const mean = (category) => sum(Array.from({ length: days }, (_, day) => approval(category, start + day))) / days;
      f = h * mean('controlled') + (1 - h) * mean('uncontrolled');
    }
    const ship = base * f;
    const release = input.scalar('exports/releaseRate') * f * before;
    const lost = input.scalar('exports/diversionRate') * (before - release);
    before = before - release - lost + (base - ship);
    if (['cap', 'stockpile'].some((name) => input.cell(`exports/${name}`, period) !== undefined)) throw new Error('Not covered: caps and stockpiles.');
    const row = { base, ship, release, lost, backlog: before, approval: f, exports: input.cell('exports/monthly', period) ?? ship + release };
    for (const name of Object.keys(lines)) lines[name].push(row[name]);
  }
  return lines;
}

function supplyOf(book, input, years, calendar) {
  if (input.scalar('supply/mode') !== 0) throw new Error('Not covered: supply other than by plan.');
  if (Object.keys(book.expansions ?? {}).length > 0) throw new Error('Not covered: expansions.');
  const coverage = book.series['supply/outputMonthly']?.coverage ?? 1;
  const known = calendar.map(({ period }) => { const value = input.cell('supply/outputMonthly', period); return value === undefined ? undefined : value / coverage; });
  const weights = calendar.map(({ year, month, days, period }) => (days - input.scalar('supply/holidayFactor') * lostDays(year, month)) * (input.cell('supply/multiplier', period) ?? 1));
  const annual = years.map((year, y) => annualAfter(input.cell('supply/output', String(year)), known.slice(12 * y, 12 * y + 12), weights.slice(12 * y, 12 * y + 12), 0));
  return { supply: spread(annual, weights, known, 1), capacity: input.scalar('supply/capacity') / input.scalar('supply/surveyCoverage') };
}

const weightsOf = { Nd: [144.242, 2, 3], Pr: [140.90766, 6, 11], Dy: [162.5, 2, 3], Tb: [158.925354, 4, 7] };
/** Tonnes of oxide that hold one tonne of metal. */
const oxidePerMetal = (element) => { const [weight, metals, oxygens] = weightsOf[element]; return 1 + (oxygens * 15.999) / (metals * weight); };

/** Oxide month by month under a plan: what comes in, what the magnets took, what is left. */
function materialOf(book, input, calendar, supply, eta) {
  if (book.series['material/miningQuota'] === undefined) return null;
  const n = (name) => input.scalar(`material/${name}`);
  const a = ((1 - n('oxideLoss')) / n('oxidePerMetal')) * (n('magnetYield') / n('rareEarthContent'));
  const perPrNd = 0.75 * oxidePerMetal('Nd') + 0.25 * oxidePerMetal('Pr');
  const scrapPerBlank = (1 - eta) * n('rareEarthContent') * perPrNd * n('scrapKappa');
  let stock = n('openingOxide');
  const lines = { primary: [], inflow: [], stock: [], limit: [] };
  calendar.forEach(({ year, period }, m) => {
    const y = (name) => input.annual(`material/${name}`, year);
    const reo = Math.min(y('miningQuota') * y('quotaUse'), y('smeltingQuota') - y('importedOre'));
    const primary = (reo / 12) * n('prndShare') * n('separationYield') + (y('oxideImports') + y('endOfLife')) / 12 + (input.cell('material/stockDraw', period) ?? 0);
    const source = m - n('scrapLag') >= 0 ? supply[m - n('scrapLag')] : input.cell('supply/before', 'all');
    const inflow = primary + source * scrapPerBlank;
    lines.primary.push(primary);
    lines.inflow.push(inflow);
    lines.limit.push(a * (inflow + Math.max(0, stock - n('minimumOxide'))));
    stock += inflow - supply[m] / a;
    lines.stock.push(stock);
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
  const chain = [];
  for (let id = scenarioId; id !== null; id = book.scenarios[id].parent) chain.unshift(Object.values(book.scenarios[id].overlays));
  const vintage = book.vintage === null ? [] : [Object.values(book.vintages[book.vintage].overlays)];
  const plain = reader(book, []);
  const root = reader(book, [chain[0], ...vintage]);
  const input = reader(book, [chain[0], ...vintage, ...chain.slice(1)]);
  const years = [];
  for (let year = Number(book.horizon.start.slice(0, 4)); year <= Number(book.horizon.end.slice(0, 4)); year += 1) years.push(year);
  if (!book.horizon.start.endsWith('-01') || !book.horizon.end.endsWith('-12')) throw new Error('Not covered: a horizon of broken years.');
  const calendar = years.flatMap((year) => Array.from({ length: 12 }, (_, m) => ({ year, month: m + 1, days: daysIn(year, m + 1), period: key(year, m + 1) })));
  const eta = input.scalar('basis/finishedYield');
  const ids = Object.keys(book.sectors);
  if (ids.some((id) => (book.series[`sectors/${id}/demand`]?.basis ?? 'blank') !== 'blank')) throw new Error('Not covered: sector figures that are not in blanks.');
  const drivers = ids.filter((id) => book.sectors[id].kind === 'driver');
  const sectors = Object.fromEntries(drivers.map((id) => [id, driverDemand(book, plain, root, input, id, years, calendar)]));
  const exportsDetail = exportsOf(book, input, years, calendar);
  const { supply, capacity } = supplyOf(book, input, years, calendar);
  for (const id of ids.filter((one) => book.sectors[one].kind === 'residual')) {
    const { baseYear } = book.sectors[id];
    const months = calendar.map(({ year }, m) => [year, m]).filter(([year]) => year === baseYear).map(([, m]) => m);
    const rootEta = root.scalar('basis/finishedYield');
    const rootSupply = supplyOf(book, root, years, calendar).supply;
    const rootExports = exportsOf(book, root, years, calendar).exports;
    const listed = drivers.map((one) => driverDemand(book, plain, root, root, one, years, calendar).demand);
    let level = sum(months.map((m) => rootSupply[m] - rootExports[m] / rootEta - sum(listed.map((line) => line[m]))));
    const weights = seasonWeights(book, input, id, calendar);
    const indicator = weights.map((weight, m) => weight / sum(weights.slice(12 * Math.floor(m / 12), 12 * Math.floor(m / 12) + 12)));
    const annual = years.map((year) => (level *= year > baseYear ? 1 + input.annual(`sectors/${id}/growth`, year) : 1));
    sectors[id] = { volume: null, demand: spread(annual, indicator, calendar.map(() => undefined), input.scalar(`sectors/${id}/splitMethod`)) };
  }
  const demandTotal = calendar.map((_, m) => sum(ids.map((id) => sectors[id].demand[m])));
  const exportsBlank = exportsDetail.exports.map((value) => value / eta);
  const imports = calendar.map(({ year }) => (input.cell('supply/magnetImports', String(year)) ?? 0) / 12 / eta);
  const gap = calendar.map((_, m) => supply[m] + imports[m] - demandTotal[m] - exportsBlank[m]);
  const demand = calendar.map((_, m) => demandTotal[m] + exportsBlank[m]);
  const daily = sum(demand.slice(0, 12)) / sum(calendar.slice(0, 12).map(({ days }) => days));
  const bound = (name) => input.scalar(`balance/${name}`) * (book.series[`balance/${name}`].unit === 'days' ? daily : 1);
  const lines = { inventory: [], unmet: [], overflow: [], cumulativeGap: [], coverDays: [] };
  let stock = bound('openingStock');
  calendar.forEach((_, m) => {
    const open = stock + gap[m];
    stock = Math.min(Math.max(open, bound('minimumStock')), bound('maximumStock'));
    lines.inventory.push(stock);
    lines.unmet.push(Math.max(0, bound('minimumStock') - open));
    lines.overflow.push(Math.max(0, open - bound('maximumStock')));
    lines.cumulativeGap.push((lines.cumulativeGap[m - 1] ?? 0) + gap[m]);
    // Past the horizon the same months of the last year, over the days of the months they stand for.
    const ahead = [m + 1, m + 2, m + 3];
    const length = calendar.length;
    const days = sum(ahead.map((k) => (k < length ? calendar[k].days : daysIn(calendar[length - 1].year + 1, k - length + 1))));
    lines.coverDays.push((stock * days) / sum(ahead.map((k) => demand[k < length ? k : k - 12])));
  });
  return {
    months: calendar.map(({ period }) => period),
    supply, imports, sectors, demandTotal, exportsDetail, exports: exportsBlank, gap, ...lines, capacity,
    operatingRate: supply.map((value) => value / capacity),
    material: materialOf(book, input, calendar, supply, eta),
    price: priceOf(book, input, calendar, lines.coverDays, lines.unmet, demand),
  };
}
