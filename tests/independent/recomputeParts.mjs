/** What the second computation is made of: calendar, inputs as a scenario sees them, and the split of years over months. */

const DAY = 86_400_000;
export const at = (text) => Date.parse(`${text}T00:00:00Z`) / DAY;
export const daysIn = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();
export const key = (year, month) => `${year}-${String(month).padStart(2, '0')}`;
export const sum = (list) => list.reduce((a, b) => a + b, 0);

/** New Year's Day of the Chinese calendar in the years of the shipped workbook. */
const newYear = { 2023: '2023-01-22', 2024: '2024-02-10', 2025: '2025-01-29', 2026: '2026-02-17', 2027: '2027-02-06' };

/** Days lost around the New Year: 0.6 of each of the ten days before, the first seven whole, 0.3 of the next nine, unless the file has a window of its own. */
export function lostDays(input, year, month) {
  const [before, feast, after] = ['daysBefore', 'feastDays', 'daysAfter'].map((name) => input.scalar(`calendar/${name}`));
  const [early, full, late] = ['weightBefore', 'feastWeight', 'weightAfter'].map((name) => input.scalar(`calendar/${name}`));
  const day0 = at(newYear[year]);
  let lost = 0;
  for (let day = 1; day <= daysIn(year, month); day += 1) {
    const distance = at(`${key(year, month)}-${String(day).padStart(2, '0')}`) - day0;
    if (distance >= -before && distance < 0) lost += early;
    else if (distance >= 0 && distance < feast) lost += full;
    else if (distance >= feast && distance < feast + after) lost += late;
  }
  return lost;
}

/** Units of the file's claims as multiples of their base unit; only what a hidden cell can fall back on. */
const factors = { t: 1, kt: 1e3, wanTonnes: 1e4, vehicle: 1, millionVehicles: 1e6, wanVehicles: 1e4, unit: 1, thousandUnits: 1e3, millionUnits: 1e6, wanUnits: 1e4, MW: 1, GW: 1e3, ratio: 1, percent: 0.01, yuanPerKg: 1 };

/** What stands where the file has no cell (method, defaults). */
const defaults = {
  'calendar/daysBefore': 10, 'calendar/weightBefore': 0.6, 'calendar/feastDays': 7, 'calendar/feastWeight': 1, 'calendar/daysAfter': 9, 'calendar/weightAfter': 0.3,
  'exports/growth': 0.1, 'exports/controlledShare': 0.5, 'exports/releaseRate': 0.05, 'exports/diversionRate': 0, 'exports/stockpileUnwind': 0, 'basis/sectorsFinished': 0, 'supply/stockResponse': 0.25, 'supply/responseSpeed': 0.5, 'supply/targetCover': 20, 'supply/holidayFactor': 0.5, 'supply/maximumRate': 1, 'supply/surveyCoverage': 1, 'supply/mode': 0,
  'material/prndShare': 0.22, 'material/separationYield': 0.97, 'material/oxideLoss': 0.05, 'material/oxidePerMetal': 1.2, 'material/magnetYield': 0.95, 'material/rareEarthContent': 0.29, 'material/scrapKappa': 0.72, 'material/scrapLag': 1,
  'material/openingOxide': 0, 'material/minimumOxide': 0, 'material/quotaUse': 1, 'material/importedOre': 0, 'material/oxideImports': 0, 'material/endOfLife': 0,
  'price/prndContent': 0.29, 'price/dysprosiumContent': 0.003, 'price/terbiumContent': 0.006, 'price/metalFee': 10, 'price/otherInputs': 8, 'price/dysprosiumFactor': 1.03, 'price/terbiumFactor': 1.05,
  'price/ecmKappa': 0.25, 'price/priceTheta': 0.5, 'price/marginElasticity': 0.2, 'price/shortageResponse': 0.5, 'price/referenceCover': 20,
};
const expansionDefaults = { delay: 0, ramp: 1 };
const eventDefaults = { active: 0, graceDays: 9.5, controlledMidpoint: 2.7, uncontrolledMidpoint: 1.4, steepness: 3.7, uncontrolledFloor: 0.22, level: 1 };
const sectorDefaults = { holidayFactor: 0.727, leadMonths: 0, actualsMode: 0, splitMethod: 0, growth: 0, motors: 1, thrift: 0, subsidyPayback: 0.5 };

/** The inputs as a scenario sees them: what was known by the date of the view, then layer by layer. */
export function reader(book, layers) {
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
    const fallback = area === 'events' ? eventDefaults[name] : area === 'expansions' ? expansionDefaults[name] : area === 'sectors' ? sectorDefaults[field ?? name] : defaults[path];
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
export function spread(annual, indicator, known, method) {
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
export function annualAfter(prior, known, weights, mode) {
  const there = known.map((value, m) => [value, weights[m]]).filter(([value]) => value !== undefined);
  const ytd = sum(there.map(([value]) => value));
  if (there.length === 12) return ytd;
  if (there.length === 0 || mode === 0) return prior;
  const run = ytd / (sum(there.map(([, weight]) => weight)) / sum(weights));
  const phi = (0.03 * run) ** 2 / ((0.06 * prior) ** 2 + (0.03 * run) ** 2);
  return mode === 1 ? run : phi * prior + (1 - phi) * run;
}

/**
 * Known months with those that a figure for the year so far tells: what it adds to the one before, less the months that stand by
 * themselves, is shared by weight over the others. A figure that leaves less than nothing (beyond the slack) tells none.
 */
export function withReleases(known, released, weights, slackOf) {
  const months = [...known];
  for (let january = 0; january < known.length; january += 12) {
    const slack = slackOf(Math.max(0, ...released.slice(january, january + 12).map((value) => value ?? 0)));
    let [before, first] = [0, january];
    for (let m = january; m < january + 12; m += 1) {
      if (released[m] === undefined) continue;
      const block = Array.from({ length: m - first + 1 }, (_, k) => first + k);
      const added = released[m] - before;
      const rest = added - sum(block.map((k) => known[k] ?? 0));
      const open = block.filter((k) => known[k] === undefined);
      const weight = sum(open.map((k) => weights[k]));
      if (added >= -slack && rest >= -slack && (open.length === 1 || weight > 0)) for (const k of open) months[k] = open.length === 1 ? Math.max(0, rest) : (Math.max(0, rest) * weights[k]) / weight;
      [before, first] = [released[m], m + 1];
    }
  }
  return months;
}

/** Rounding of tonnes; for counts what later revisions put into a cumulative figure. */
export const tonnesSlack = () => 2;
export const countsSlack = (largest) => 0.005 * largest;
