/**
 * Supply, oxide and stock run together, month by month (method, sections 3 and 4; settled points 18, 21 to 24, 38, 39).
 *
 *   each month: inflow of oxide -> S_mat -> supply (plan, orders or bound; an actual wins) -> oxide stock
 *               gap = S + imports - demand -> stock of magnets within its bounds
 *
 * Supply that follows orders needs last month's stock, and the stock this month's supply, so neither can be computed as a whole
 * line before the other. The path can be run in pieces (a year, then its prices, then the next year with the price's effect on
 * demand): what it hands on is one small state. The work grows with the number of months.
 */
import { planExcess } from './capacity.ts';
import { finite } from './finite.ts';
import { materialLimit, oxideInflow, oxideStock, type Chain } from './materialChain.ts';
import { boundSupply, orderedSupply, orderTarget, smoothDemand, type Binding, type SupplyMode } from './orderResponse.ts';
import { stockMonth } from './stock.ts';

/** Lines over whole calendar years; positions are months since the January of the first year. All masses t blank unless said. */
export type SupplyPathInput = {
  readonly mode: SupplyMode;
  /** The first month that exists: the start of the horizon. Months before it stay null. */
  readonly first: number;
  readonly plan: readonly (number | null)[];
  readonly actual: readonly (number | null)[];
  readonly capacity: readonly (number | null)[];
  /** What a plan is compared with: the capacity, or K u_max for a plan typed as rates (settled point 34). */
  readonly planLimit: readonly (number | null)[];
  /** Null when the workbook has no valid chain: nothing that needs material is computed then. */
  readonly chain: Chain | null;
  /** Oxide apart from scrap, t oxide, from `primaryOxide`. */
  readonly primary: readonly (number | null)[];
  readonly minimumOxide: number | null;
  /** Whole months, at least 1, after which the scrap of a month's supply is oxide again. */
  readonly scrapLag: number;
  /** Supply of the months before the first, also for scrap; required by mode orders. */
  readonly supplyBefore: number | null;
  readonly alpha: number | null;
  readonly beta: number | null;
  readonly targetDays: number | null;
  /** Domestic demand and exports, before any price effect. Orders follow it. */
  readonly orders: readonly (number | null)[];
  /** Domestic demand and exports after the price effect; the same array without one. The balance uses it. */
  readonly demand: readonly (number | null)[];
  readonly imports: readonly (number | null)[];
  /** days - delta L of supply. */
  readonly effective: readonly number[];
  readonly minimumStock: number | null;
  readonly maximumStock: number | null;
};

/** What one month hands to the next. */
export type SupplyState = {
  readonly supply: number | null;
  readonly oxide: number | null;
  readonly stock: number | null;
  /** Supply of the last `scrapLag` months, oldest first. */
  readonly recent: readonly (number | null)[];
};

export type SupplyStep = {
  /** Only where supply follows orders, as the target. */
  readonly smooth: number | null;
  readonly target: number | null;
  readonly inflow: number | null;
  readonly material: number | null;
  readonly supply: number | null;
  readonly binding: Binding | null;
  readonly oxide: number | null;
  readonly gap: number | null;
  readonly unmet: number | null;
  readonly overflow: number | null;
  readonly stock: number | null;
};

/**
 * The state before the first month. Where no supply before it is typed, scrap takes the first month's own known or planned
 * supply; orders do not, because their first step stands on it.
 */
export function openingSupplyState(input: SupplyPathInput, openingOxide: number | null, openingStock: number | null): SupplyState {
  const ownFirst = input.actual[input.first] ?? (input.mode === 'plan' ? (input.plan[input.first] ?? null) : null);
  const forScrap = input.supplyBefore ?? ownFirst;
  return { supply: input.supplyBefore, oxide: openingOxide, stock: openingStock, recent: new Array<number | null>(scrapMonths(input.scrapLag)).fill(forScrap) };
}

/** The lag that is used: whole months, at least one, for scrap cannot be oxide before it is scrap. */
function scrapMonths(lag: number): number {
  return Number.isFinite(lag) ? Math.max(1, Math.round(lag)) : 1;
}

/** One month: what it makes, what limits it, and the stocks it leaves. A missing term makes what stands on it missing. */
export function supplyStep(input: SupplyPathInput, state: SupplyState, at: number): SupplyStep {
  const { chain } = input;
  const capacity = input.capacity[at] ?? null;
  const inflow = chain === null ? null : oxideInflow(chain, input.primary[at] ?? null, state.recent[0] ?? null);
  const material = chain === null ? null : materialLimit(chain, inflow, state.oxide, input.minimumOxide);
  const smooth = input.mode === 'orders' ? smoothDemand(input.orders, input.effective, at, input.first) : null;
  const target = input.mode === 'orders' ? orderTarget(smooth, state.stock, input.alpha, input.targetDays) : null;
  const known = input.actual[at] ?? null;
  let supply = known;
  let binding: Binding | null = known === null ? null : 'actual';
  if (known === null && input.mode === 'plan') {
    supply = input.plan[at] ?? null;
    binding = supply === null ? null : 'plan';
  } else if (known === null) {
    ({ supply, binding } = input.mode === 'orders' ? orderedSupply(target, capacity, material, state.supply, input.beta) : boundSupply(capacity, material));
  }
  const oxide = chain === null ? null : oxideStock(chain, state.oxide, inflow, supply);
  const imports = input.imports[at] ?? null;
  const demand = input.demand[at] ?? null;
  const gap = supply === null || imports === null || demand === null ? null : finite(supply + imports - demand);
  const { minimumStock, maximumStock } = input;
  const month =
    gap === null || state.stock === null || minimumStock === null || maximumStock === null || minimumStock > maximumStock
      ? null
      : stockMonth(state.stock, gap, minimumStock, maximumStock);
  return { smooth, target, inflow, material, supply, binding, oxide, gap, unmet: month?.unmet ?? null, overflow: month?.overflow ?? null, stock: month?.stock ?? null };
}

/** The state after a month. */
export function nextSupplyState(state: SupplyState, step: SupplyStep): SupplyState {
  const recent = state.recent.slice(1);
  recent.push(step.supply);
  return { supply: step.supply, oxide: step.oxide, stock: step.stock, recent };
}

/** The months from `from` up to but not including `to`, in order, and the state they leave; two pieces give what one would. */
export function supplyPath(input: SupplyPathInput, opening: SupplyState, from: number, to: number): { readonly steps: readonly SupplyStep[]; readonly state: SupplyState } {
  const steps: SupplyStep[] = [];
  let state = opening;
  for (let at = from; at < to; at += 1) {
    const step = supplyStep(input, state, at);
    steps.push(step);
    state = nextSupplyState(state, step);
  }
  return { steps, state };
}

/**
 * What a path has to say. On the whole: `supply-before-missing` (orders only), `scrap-lag-not-whole` (another lag is used),
 * `stock-bounds-crossed` (no stock is computed). On a month, with its tonnes: `plan-above-capacity`, `plan-above-material`
 * (t blank beyond the limit), `oxide-unrecorded` (t oxide below zero), `demand-unmet`, `stock-overflow` (t blank).
 */
export type SupplyReason = { readonly reason: 'supply-before-missing' | 'scrap-lag-not-whole' | 'stock-bounds-crossed' } | MonthReason;

type MonthReason = {
  readonly reason: 'plan-above-capacity' | 'plan-above-material' | 'oxide-unrecorded' | 'demand-unmet' | 'stock-overflow';
  readonly at: number;
  readonly tonnes: number;
};

/** The reasons of a path whose steps begin at position `from`. */
export function supplyReasons(input: SupplyPathInput, steps: readonly SupplyStep[], from: number): readonly SupplyReason[] {
  const reasons: SupplyReason[] = [];
  const say = (reason: MonthReason['reason'], at: number, tonnes: number | null): void => {
    if (tonnes !== null && tonnes > 1e-9) reasons.push({ reason, at, tonnes });
  };
  if (input.mode === 'orders' && input.supplyBefore === null) reasons.push({ reason: 'supply-before-missing' });
  if (input.scrapLag !== scrapMonths(input.scrapLag)) reasons.push({ reason: 'scrap-lag-not-whole' });
  if (input.minimumStock !== null && input.maximumStock !== null && input.minimumStock > input.maximumStock) reasons.push({ reason: 'stock-bounds-crossed' });
  steps.forEach((step, position) => {
    const at = from + position;
    const planned = step.binding === 'plan' ? step.supply : null;
    say('plan-above-capacity', at, planExcess(planned, input.planLimit[at] ?? null));
    say('plan-above-material', at, planExcess(planned, step.material));
    say('oxide-unrecorded', at, step.oxide === null ? null : -step.oxide);
    say('demand-unmet', at, step.unmet);
    say('stock-overflow', at, step.overflow);
  });
  return reasons;
}
