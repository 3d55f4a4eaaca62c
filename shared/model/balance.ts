/** The computed result of one scenario. Never stored. All tonnages are t of sintered blank equivalent unless a name says otherwise. */
import type { ByElement } from './magnetCost.ts';
import type { Binding } from './orderResponse.ts';
import type { Month } from './period.ts';
import type { ResolvedSeries } from './resolve.ts';
import type { CellState, LockMember, SectorId, SeriesPath } from './workbook.ts';
import type { ActualsMode } from './yearToDate.ts';

/** One number per month of the horizon with its state; null is missing and never zero. */
export type MonthlyQuantity = {
  readonly values: readonly (number | null)[];
  readonly states: readonly CellState[];
};

/** One computed or resolved annual number. */
export type AnnualValue = { readonly value: number | null; readonly state: CellState };

/** What the months of a year that are not known come to in one mode. */
export type RemainingChoice = {
  /** The annual figure of the mode; null where it cannot be told. */
  readonly annual: number | null;
  /** The remaining months against the same months of the year before, 0.45 for +45%; null without them. */
  readonly impliedGrowth: number | null;
};

/** The choice between the modes, for a year of which some months are known. */
export type RemainingMonths = Readonly<Record<ActualsMode, RemainingChoice>>;

export type SectorYear = {
  /** Volume in its base unit; null values where the sector has no volume. */
  readonly volume: AnnualValue;
  /** kg per unit (or per vehicle, per MW). */
  readonly intensity: AnnualValue;
  /** t in the basis the sector is stated in. */
  readonly demand: AnnualValue;
  /** The member computed from the other two; null for the residual sector. */
  readonly yields: LockMember | null;
  /** Of the volume, or of the demand where only that has known months; null in a year without known months or with all. */
  readonly remaining: RemainingMonths | null;
  /** The technology stack behind the intensity: kg per unit and the share its balancing technology is left with. */
  readonly stack: { readonly intensity: number | null; readonly balancingShare: number | null } | null;
};

/** Other domestic use in its base year under both readings of the sector figures, t blank. */
export type ResidualReadings = { readonly ifBlank: number | null; readonly ifFinished: number | null };

export type SectorBalance = {
  readonly years: Readonly<Record<string, SectorYear>>;
  /** Volume per month in its base unit; null for the residual sector. */
  readonly volume: MonthlyQuantity | null;
  /** t blank equivalent per month. */
  readonly demand: MonthlyQuantity;
};

export type ExportsBalance = {
  /** All in finished tonnes per month. */
  readonly base: MonthlyQuantity;
  readonly ship: MonthlyQuantity;
  readonly release: MonthlyQuantity;
  readonly lost: MonthlyQuantity;
  readonly backlog: MonthlyQuantity;
  /** Share of the base that passes, 0 to 1; below it that of the goods with controlled elements, and of the others. */
  readonly approval: MonthlyQuantity;
  readonly approvalControlled: MonthlyQuantity;
  readonly approvalUncontrolled: MonthlyQuantity;
  /** Stockpiling abroad, its unwinding below zero. */
  readonly stockpile: MonthlyQuantity;
  /** What the balance uses: the known month where there is one, else ship + release + stockpile. */
  readonly exports: MonthlyQuantity;
};

/** PrNd oxide by month, t oxide: stock of the month before + inflow - used = stock. */
export type MaterialBalance = {
  /** From quota, imports, end of life and typed draws. */
  readonly primary: MonthlyQuantity;
  /** From new scrap of earlier supply. */
  readonly scrap: MonthlyQuantity;
  readonly inflow: MonthlyQuantity;
  readonly used: MonthlyQuantity;
  /** At the end of the month; below zero it is oxide that nobody recorded. */
  readonly stock: MonthlyQuantity;
  /** What the inflow and the stock above its minimum allow, t blank. */
  readonly limit: MonthlyQuantity;
};

/** What orders ask of supply by month, t blank. */
export type OrdersBalance = {
  /** Demand and exports as makers see them, smoothed over the three months before. */
  readonly demand: MonthlyQuantity;
  /** That demand, and a part of what the stock is away from its target. */
  readonly target: MonthlyQuantity;
};

/** The price of 52UH, yuan/kg, 13% VAT included. */
export type PriceBalance = {
  /** C: rare earths and everything else in a kilogram of blank. */
  readonly cost: MonthlyQuantity;
  /** What each rare earth contributes to it. */
  readonly parts: ByElement<MonthlyQuantity>;
  /** Where the price would settle if the month lasted. */
  readonly longRun: MonthlyQuantity;
  /** The published price where there is one, else the model's; null before the anchor. */
  readonly price: MonthlyQuantity;
};

/** A line for every sector and one for exports, t blank. */
export type ByUse = { readonly sectors: Readonly<Record<SectorId, MonthlyQuantity>>; readonly exports: MonthlyQuantity };

export type Finding = {
  readonly code: FindingCode;
  readonly severity: 'info' | 'warning' | 'error';
  /** The cell or month it is about, "path@period" or "YYYY-MM"; null for the whole. */
  readonly place: string | null;
  readonly values: Readonly<Record<string, string | number>>;
};

export type FindingCode =
  | 'input-missing'
  | 'year-to-date-above-annual'
  | 'annual-replaced-by-actuals'
  | 'profile-sum-zero'
  | 'stock-overflow'
  | 'demand-unmet'
  | 'opening-stock-assumed'
  | 'plan-above-capacity'
  | 'plan-above-material'
  | 'oxide-unrecorded'
  | 'scrap-lag-not-whole'
  | 'stock-bounds-crossed'
  | 'expansion-delay-negative'
  | 'expansion-ramp-not-positive'
  | 'survey-coverage-not-positive'
  | 'yield-out-of-range'
  | 'ratio-below-stoichiometry'
  | 'imported-ore-above-smelting-quota'
  | 'quota-profile-invalid'
  | 'exports-negative'
  | 'stockpile-unwind-no-months'
  | 'stockpile-unwind-no-base'
  | 'price-anchor-missing'
  | 'price-margin-not-positive'
  | 'price-reference-cover-zero'
  | 'price-cost-missing'
  | 'price-cover-missing'
  | 'price-not-positive'
  | 'residual-negative'
  | 'residual-base-outside'
  | 'actual-outside-horizon'
  | 'implied-growth-extreme'
  // cumulative releases and target shares
  | 'cumulative-falls'
  | 'months-above-cumulative'
  | 'months-off-cumulative'
  | 'release-not-split'
  | 'rush-share-invalid'
  // sectors
  | 'annual-negative'
  | 'month-negative'
  | 'profile-zero'
  | 'profile-negative'
  | 'run-rate-untold'
  | 'denton-fallback'
  | 'lead-invalid'
  | 'lock-zero-volume'
  | 'intensity-out-of-range'
  | 'intensity-change'
  | 'intensity-range-crossed'
  | 'subsidy-negative-month'
  | 'payback-not-one'
  | 'payback-invalid'
  | 'balancing-share-negative'
  | 'share-negative'
  | 'thrift-invalid'
  | 'mass-negative'
  | 'stack-incomplete'
  | 'no-balancing-technology'
  | 'basis-mismatch'
  | 'scope-mismatch'
  | 'coverage-mismatch'
  // differences of scenarios
  | 'growth-first-year'
  | 'growth-from-zero'
  | 'growth-level-missing'
  | 'growth-below-zero'
  | 'growth-not-annual'
  | 'overlays-compete'
  // what sources say (shared/claims)
  | 'growth-inconsistent'
  | 'claims-disagree'
  | 'statement-contradicted';

export type Balance = {
  readonly months: readonly Month[];
  readonly supply: MonthlyQuantity;
  readonly imports: MonthlyQuantity;
  /** Ids in the order of the workbook. */
  readonly sectorIds: readonly SectorId[];
  readonly sectors: Readonly<Record<SectorId, SectorBalance>>;
  readonly demandTotal: MonthlyQuantity;
  /** Exports in t blank equivalent; the finished tonnes are under exportsDetail. */
  readonly exports: MonthlyQuantity;
  /** supply + imports - demand - exports; negative is a shortage. */
  readonly gap: MonthlyQuantity;
  /** Running sum of the gap from the first month of the horizon. */
  readonly cumulativeGap: MonthlyQuantity;
  readonly inventory: MonthlyQuantity;
  readonly unmet: MonthlyQuantity;
  readonly overflow: MonthlyQuantity;
  /** Days of demand (exports included) that the closing stock lasts, over the next three months. */
  readonly coverDays: MonthlyQuantity;
  /** True where the months ahead lie past the horizon and last year's stand in for them. */
  readonly coverExtrapolated: readonly boolean[];
  readonly exportsDetail: ExportsBalance;
  /** Nameplate t per month with what stands of the expansions, and output over it. */
  readonly capacity: MonthlyQuantity;
  readonly operatingRate: MonthlyQuantity;
  /** Per residual sector, computed on the root: what it would be if the sector figures were blank, and if finished. */
  readonly residualReadings: Readonly<Record<SectorId, ResidualReadings>>;
  /** The most that can be made in the month: nameplate at its highest rate, less the New Year's loss. */
  readonly capacityLimit: MonthlyQuantity;
  /** What decided each month's supply. */
  readonly binding: readonly (Binding | null)[];
  /** Null unless supply follows orders. */
  readonly orders: OrdersBalance | null;
  /** Null without a valid material chain. */
  readonly material: MaterialBalance | null;
  /** gap + unmet - overflow: what the stock can really take and give; the gap itself is the reported balance. */
  readonly adjustedGap: MonthlyQuantity;
  /** Demand that went unmet, by who went without. Lost, never added to later demand. */
  readonly unmetBySector: ByUse;
  /** What was received: demand less unmet. */
  readonly consumption: ByUse;
  /** Unmet beyond all demand: stock that could not be filled up to its minimum. */
  readonly pipelineNotRefilled: MonthlyQuantity;
  /** Running sum of what went unmet. */
  readonly cumulativeUnmet: MonthlyQuantity;
  /** By path of the known months (exports/monthly): these and what cumulative releases say of the others, in the terms of the line; only where a release is typed. */
  readonly released: Readonly<Record<SeriesPath, ResolvedSeries>>;
  /** Null where no price is typed. */
  readonly price: PriceBalance | null;
  readonly findings: readonly Finding[];
};
