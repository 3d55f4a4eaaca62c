/**
 * The material chain of a scenario from its inputs: coefficients, and the oxide that comes in apart from scrap (method, section 3;
 * settled points 20, 21, 38; worked case M11). A year without a published quota repeats the last one, as a forecast.
 */
import type { Finding, MonthlyQuantity } from './balance.ts';
import type { Inputs } from './inputs.ts';
import { missingInput } from './inputs.ts';
import { chainOf, domesticReo, lastPublished, primaryOxide, quotaShares, type Chain, type ChainYields } from './materialChain.ts';
import { termsReader } from './massTerms.ts';
import { remember } from './remember.ts';
import { prNdOxideFactor } from './oxideFactor.ts';
import { calendarKeys, monthAt } from './period.ts';
import type { ResolvedSeries } from './resolve.ts';
import { type YearSpan } from './sectorDemand.ts';
import { weakerState, weakestState } from './state.ts';
import type { CellState } from './workbook.ts';

export type MaterialInputs = {
  /** Null when an input of the chain is missing or out of its range. */
  readonly chain: Chain | null;
  /** Oxide from quota, imports, end of life and typed draws, t PrNd oxide per month of the span. */
  readonly primary: MonthlyQuantity;
  /** What is wrong with the numbers that stand there. */
  readonly findings: readonly Finding[];
  /** What does not stand there, which matters only where supply depends on material. */
  readonly missing: readonly Finding[];
};

const yieldPaths = {
  prndShare: 'material/prndShare',
  separationYield: 'material/separationYield',
  oxideLoss: 'material/oxideLoss',
  oxidePerMetal: 'material/oxidePerMetal',
  magnetYield: 'material/magnetYield',
  rareEarthContent: 'material/rareEarthContent',
  finishedYield: 'basis/finishedYield',
  scrapKappa: 'material/scrapKappa',
} as const satisfies Record<Exclude<keyof ChainYields, 'oxideFactor'>, string>;

type YieldName = keyof typeof yieldPaths;
const yieldNames = Object.keys(yieldPaths) as readonly YieldName[];

type ChainInputs = { readonly chain: Chain | null; readonly findings: readonly Finding[]; readonly missing: readonly Finding[] };

const computeChain = remember((_yields: typeof yieldPaths, ...values: readonly (number | null)[]): ChainInputs => {
  const value = (name: YieldName): number | null => values[yieldNames.indexOf(name)] ?? null;
  const factor = prNdOxideFactor();
  const yields = Object.fromEntries(yieldNames.map((name) => [name, value(name)])) as Record<YieldName, number | null>;
  const { chain, faults } = chainOf({ ...yields, oxideFactor: factor });
  const findings: Finding[] = [];
  const missing: Finding[] = [];
  for (const { reason, input } of faults) {
    // The yield of finished magnets is needed everywhere and is reported once, with the balance.
    if (input === 'oxideFactor' || input === 'finishedYield') continue;
    const path = yieldPaths[input];
    const number = value(input) ?? 0;
    if (reason === 'yield-out-of-range') findings.push({ code: reason, severity: 'error', place: `${path}@all`, values: { path, value: number } });
    else if (reason === 'ratio-below-stoichiometry') findings.push({ code: reason, severity: 'error', place: `${path}@all`, values: { value: number, factor } });
    else missing.push(missingInput(path, 'all'));
  }
  return { chain, findings, missing };
}, 64);

/** A published quota by year: its value and state, or the last one before it as a forecast. */
function quotaOf(series: ResolvedSeries | null, year: number): { readonly value: number | null; readonly state: CellState } {
  const found = series === null ? null : lastPublished(series.cells, year);
  return { value: found?.value ?? null, state: found?.from === year ? (series?.cells[String(year)]?.state ?? 'forecast') : 'forecast' };
}

const computePrimary = remember(
  (
    span: YearSpan,
    chain: Chain | null,
    chainState: CellState,
    mining: ResolvedSeries | null,
    use: ResolvedSeries | null,
    smelting: ResolvedSeries | null,
    ore: ResolvedSeries | null,
    imports: ResolvedSeries | null,
    endOfLife: ResolvedSeries | null,
    draw: ResolvedSeries | null,
    profile: ResolvedSeries | null,
  ): Omit<MaterialInputs, 'chain'> => {
    const findings: Finding[] = [];
    const missing: Finding[] = [];
    const hasProfile = profile !== null && Object.keys(profile.cells).length > 0;
    const shares = quotaShares(hasProfile ? calendarKeys.map((key) => profile.cells[key]?.value ?? null) : null);
    if (shares === null && hasProfile) findings.push(...profileFindings(profile));
    const values: (number | null)[] = [];
    const states: CellState[] = [];
    for (const year of span.years) {
      const key = String(year);
      const optional = (series: ResolvedSeries | null, fallback: number): number | null => {
        const cell = series?.cells[key];
        return cell ? cell.value : fallback;
      };
      const mined = quotaOf(mining, year);
      const smelted = quotaOf(smelting, year);
      const oreValue = optional(ore, 0);
      const util = optional(use, 1);
      const { reo, reason } = domesticReo([{ quota: mined.value, util }], smelted.value, oreValue);
      if (reason === 'imported-ore-above-smelting-quota') {
        findings.push({ code: reason, severity: 'error', place: `material/importedOre@${key}`, values: { year, ore: oreValue ?? 0, quota: smelted.value ?? 0 } });
      }
      const importsAnnual = optional(imports, 0);
      const endOfLifeAnnual = optional(endOfLife, 0);
      const needed = [
        ['material/miningQuota', mined.value],
        ['material/quotaUse', util],
        ['material/smeltingQuota', smelted.value],
        ['material/importedOre', oreValue],
        ['material/oxideImports', importsAnnual],
        ['material/endOfLife', endOfLifeAnnual],
      ] as const;
      for (const [path, value] of needed) if (value === null) missing.push(missingInput(path, key));
      const typed = [use, ore, imports, endOfLife].map((series) => series?.cells[key]?.state ?? 'actual');
      const yearState = weakestState(chainState, mined.state, smelted.state, ...typed);
      for (let month = 0; month < 12; month += 1) {
        const drawn = draw?.cells[monthAt(year * 12 + month)];
        if (drawn && drawn.value === null) missing.push(missingInput('material/stockDraw', monthAt(year * 12 + month)));
        values.push(chain === null ? null : primaryOxide(chain, { reo, share: shares?.[month] ?? null, importsAnnual, endOfLifeAnnual, draw: drawn ? drawn.value : 0 }));
        states.push(weakerState(weakerState(yearState, 'estimate'), drawn?.state ?? 'actual'));
      }
    }
    return { primary: { values, states }, findings, missing };
  },
);

/** What keeps twelve weights from being shares: months without one, else that they sum to nothing. */
function profileFindings(profile: ResolvedSeries): readonly Finding[] {
  const gaps = calendarKeys.filter((key) => (profile.cells[key]?.value ?? null) === null);
  if (gaps.length > 0) return gaps.map((key) => missingInput('material/quotaProfile', key));
  return [{ code: 'quota-profile-invalid', severity: 'error', place: 'material/quotaProfile@01', values: {} }];
}

const noMaterial: Omit<MaterialInputs, 'primary'> = { chain: null, findings: [], missing: [] };
const noPrimary: MonthlyQuantity = { values: [], states: [] };

/** True when the workbook says anything about quotas: without them there is no chain to show. */
function hasQuotas(inputs: Inputs): boolean {
  return inputs.series('material/miningQuota') !== null || inputs.series('material/smeltingQuota') !== null;
}

/** The material chain over whole calendar years. `needed` is false while supply is a plan, which material does not limit. */
export function scenarioMaterial(inputs: Inputs, span: YearSpan, needed: boolean): MaterialInputs {
  if (!needed && !hasQuotas(inputs)) return { ...noMaterial, primary: noPrimary };
  const cells = yieldNames.map((name) => inputs.cell(yieldPaths[name], 'all'));
  const chain = computeChain(yieldPaths, ...cells.map((cell) => cell?.value ?? null));
  const mismatches: Finding[] = [];
  const read = termsReader(inputs, mismatches);
  const primary = computePrimary(
    span,
    chain.chain,
    weakestState(...cells.map((cell) => cell?.state ?? 'forecast')),
    read('material/miningQuota', 'material/smeltingQuota'),
    inputs.series('material/quotaUse'),
    read('material/smeltingQuota', 'material/miningQuota'),
    read('material/importedOre', 'material/smeltingQuota'),
    read('material/oxideImports', 'material/miningQuota'),
    read('material/endOfLife', 'material/miningQuota'),
    read('material/stockDraw', 'material/miningQuota'),
    inputs.series('material/quotaProfile'),
  );
  return { chain: chain.chain, primary: primary.primary, findings: [...chain.findings, ...mismatches, ...primary.findings], missing: [...chain.missing, ...primary.missing] };
}
