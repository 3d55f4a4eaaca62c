/**
 * The cost of a kilogram of blank by month, from oxide prices (method, section 5; settled points 28, 41; worked case M23).
 *
 * A month without an oxide price takes the last one before it, also one before the horizon. All yuan/kg, 13% VAT included.
 */
import type { MonthlyQuantity } from './balance.ts';
import type { Inputs } from './inputs.ts';
import { carryForward, magnetCost, metalPrices, type ByElement, type CostRecipe, type MagnetCost } from './magnetCost.ts';
import { once } from './once.ts';
import { remember } from './remember.ts';
import { monthAt, monthIndex, type Horizon, type Month } from './period.ts';
import type { ResolvedSeries } from './resolve.ts';
import { weakerState, weakestState } from './state.ts';
import type { CellState, PeriodKey } from './workbook.ts';

export type CostLines = {
  readonly total: MonthlyQuantity;
  /** What each rare earth contributes; the rest of the total is everything else that goes into the blank. */
  readonly parts: ByElement<MonthlyQuantity>;
  /** C in the anchor's month; null without an anchor or a price up to it. */
  readonly anchorCost: number | null;
};

const recipePaths = {
  'material/magnetYield': (recipe: CostRecipe, value: number | null): CostRecipe => ({ ...recipe, magnetYield: value }),
  'material/oxidePerMetal': (recipe: CostRecipe, value: number | null): CostRecipe => ({ ...recipe, oxidePerMetal: value }),
  'price/prndContent': (recipe: CostRecipe, value: number | null): CostRecipe => ({ ...recipe, composition: { ...recipe.composition, PrNd: value } }),
  'price/dysprosiumContent': (recipe: CostRecipe, value: number | null): CostRecipe => ({ ...recipe, composition: { ...recipe.composition, Dy: value } }),
  'price/terbiumContent': (recipe: CostRecipe, value: number | null): CostRecipe => ({ ...recipe, composition: { ...recipe.composition, Tb: value } }),
  'price/metalFee': (recipe: CostRecipe, value: number | null): CostRecipe => ({ ...recipe, metalFee: value }),
  'price/dysprosiumFactor': (recipe: CostRecipe, value: number | null): CostRecipe => ({ ...recipe, dysprosiumFactor: value }),
  'price/terbiumFactor': (recipe: CostRecipe, value: number | null): CostRecipe => ({ ...recipe, terbiumFactor: value }),
  'price/otherInputs': (recipe: CostRecipe, value: number | null): CostRecipe => ({ ...recipe, otherInputs: value }),
} as const;

type RecipePath = keyof typeof recipePaths;
/** The inputs of the recipe; a missing one is a finding. */
export const costPaths = Object.keys(recipePaths) as readonly RecipePath[];

const emptyRecipe: CostRecipe = {
  composition: { PrNd: null, Dy: null, Tb: null },
  magnetYield: null,
  oxidePerMetal: null,
  metalFee: null,
  dysprosiumFactor: null,
  terbiumFactor: null,
  otherInputs: null,
};

/** An oxide's price by month from a month index on, with the last price before it carried in. */
function carried(series: ResolvedSeries | null, first: number, count: number): MonthlyQuantity {
  const cells = series?.cells ?? {};
  const from = monthAt(first);
  let earlier: PeriodKey = '';
  for (const key in cells) if (key < from && key > earlier && cells[key]?.value !== null) earlier = key;
  const own: (number | null)[] = [];
  const states: CellState[] = [];
  for (let index = first; index < first + count; index += 1) {
    const cell = cells[monthAt(index)];
    own.push(cell?.value ?? null);
    states.push(cell !== undefined && cell.value !== null ? cell.state : 'forecast');
  }
  return { values: carryForward(own, cells[earlier]?.value ?? null), states };
}

type Oxides = ByElement<ResolvedSeries | null>;

function costs(recipe: CostRecipe, oxides: Oxides, first: number, count: number): { readonly months: readonly MagnetCost[]; readonly prices: ByElement<MonthlyQuantity> } {
  const prices = { PrNd: carried(oxides.PrNd, first, count), Dy: carried(oxides.Dy, first, count), Tb: carried(oxides.Tb, first, count) };
  const months: MagnetCost[] = [];
  let before: ByElement<number | null> | null = null;
  for (let at = 0; at < count; at += 1) {
    const oxide: ByElement<number | null> = { PrNd: prices.PrNd.values[at] ?? null, Dy: prices.Dy.values[at] ?? null, Tb: prices.Tb.values[at] ?? null };
    // Most months repeat the last published prices, and with them its cost.
    const last = before !== null && before.PrNd === oxide.PrNd && before.Dy === oxide.Dy && before.Tb === oxide.Tb ? months[at - 1] : undefined;
    months.push(last ?? magnetCost(recipe, metalPrices(recipe, oxide)));
    before = oxide;
  }
  return { months, prices };
}

const computeCost = remember(
  (
    horizon: Horizon,
    anchor: Month | null,
    prnd: ResolvedSeries | null,
    dysprosium: ResolvedSeries | null,
    terbium: ResolvedSeries | null,
    recipeState: CellState,
    ...values: readonly (number | null)[]
  ): CostLines => {
    const recipe = costPaths.reduce((built, path, at) => recipePaths[path](built, values[at] ?? null), emptyRecipe);
    const oxides: Oxides = { PrNd: prnd, Dy: dysprosium, Tb: terbium };
    const first = monthIndex(horizon.start);
    const { months, prices } = costs(recipe, oxides, first, monthIndex(horizon.end) - first + 1);
    const stateAt = (element: keyof Oxides, at: number): CellState => weakerState(prices[element].states[at] ?? 'forecast', recipeState);
    const part = (element: keyof Oxides): MonthlyQuantity => ({ values: months.map((month) => month.parts[element]), states: months.map((_, at) => stateAt(element, at)) });
    const parts = once(() => ({ PrNd: part('PrNd'), Dy: part('Dy'), Tb: part('Tb') }));
    return {
      total: {
        values: months.map((month) => month.total),
        states: months.map((_, at) => weakerState(weakerState(stateAt('PrNd', at), stateAt('Dy', at)), stateAt('Tb', at))),
      },
      get parts() {
        return parts();
      },
      anchorCost: anchor === null ? null : (costs(recipe, oxides, monthIndex(anchor), 1).months[0]?.total ?? null),
    };
  },
);

/** Cost lines of a scenario over the horizon. */
export function costLines(inputs: Inputs): CostLines {
  const cells = costPaths.map((path) => inputs.cell(path, 'all'));
  return computeCost(
    inputs.workbook.horizon,
    inputs.workbook.priceAnchor,
    inputs.series('price/prndOxide'),
    inputs.series('price/dysprosiumOxide'),
    inputs.series('price/terbiumOxide'),
    weakestState(...cells.map((cell) => cell?.state ?? 'forecast')),
    ...cells.map((cell) => cell?.value ?? null),
  );
}
