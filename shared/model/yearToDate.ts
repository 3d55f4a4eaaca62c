/**
 * A year of which some months are known: what the rest will be (method, section 1 "Actuals + remaining months"; settled
 * points 11, 31, 40; worked case M05).
 *
 *   hold annual   X = X_prior                                        the remaining months take what is left
 *   run rate      X = YTD / s                                        s = share of the known months in the year's weights
 *   blend         X = phi X_prior + (1 - phi) YTD / s                phi = sigma_run^2 / (sigma_prior^2 + sigma_run^2)
 *
 * X and YTD in the unit of the series. The sigmas of phi are absolute: each relative one times its own annual figure. Beside
 * every choice stands what it makes of the same months a year before: all three missed high for vehicles in 2025.
 */
import { finite } from './finite.ts';

export type ActualsMode = 'holdAnnual' | 'runRate' | 'blend';

/** Relative standard deviations of the annual prior and of the run rate (settled point 11). */
export type ModeSigmas = { readonly prior: number; readonly runRate: number };

export const defaultSigmas: ModeSigmas = { prior: 0.06, runRate: 0.03 };

/**
 * `year-to-date-above-annual`: the known months exceed the annual figure, so there is no remainder; `share-zero`: the
 * known months have no weight, so they tell no run rate; `sigma-invalid`: a negative sigma, or both zero; `input-missing`.
 */
export type YearToDateProblem = 'year-to-date-above-annual' | 'share-zero' | 'sigma-invalid' | 'input-missing';

export type YearToDateChoice = {
  /** The annual figure of this mode; null where it cannot be told. */
  readonly annual: number | null;
  /** What is left for the months not known, never negative. */
  readonly remaining: number | null;
  /** The remaining months against the same months of the year before, 0.45 for +45%; null without them. */
  readonly impliedGrowth: number | null;
  readonly problem: YearToDateProblem | null;
};

export type YearToDate = {
  /** Sum of the known months. */
  readonly known: number;
  /** Share of the known months in the year's weights; null where a weight is missing or all are zero. */
  readonly share: number | null;
  /** Precision weight of the prior in the blend; null where a blend cannot be told. */
  readonly priorWeight: number | null;
  readonly choices: Readonly<Record<ActualsMode, YearToDateChoice>>;
  /** Where all twelve months are known: their sum less the typed annual figure; null otherwise or without one. */
  readonly difference: number | null;
};

const tolerance = 1e-9;

function choice(annual: number | null, known: number, before: number | null, problem: YearToDateProblem): YearToDateChoice {
  if (annual === null) return { annual: null, remaining: null, impliedGrowth: null, problem };
  const rest = annual - known;
  if (rest < -tolerance * Math.abs(annual)) return { annual, remaining: null, impliedGrowth: null, problem: 'year-to-date-above-annual' };
  const remaining = Math.max(0, rest);
  return { annual, remaining, impliedGrowth: before === null || before === 0 ? null : finite(remaining / before - 1), problem: null };
}

/** The precision weight of the prior, both sigmas absolute; null for a negative sigma or two zeros. */
function weightOfPrior(prior: number, runRate: number, sigmas: ModeSigmas): number | null {
  if (!(sigmas.prior >= 0 && sigmas.runRate >= 0)) return null;
  const ofPrior = (sigmas.prior * prior) ** 2;
  const ofRun = (sigmas.runRate * runRate) ** 2;
  const sum = ofPrior + ofRun;
  return sum > 0 && Number.isFinite(sum) ? ofRun / sum : null;
}

/**
 * What each mode makes of a year. `prior` is the annual figure before the known months; `months` the twelve known ones, null
 * where not; `weights` the year's own (for volumes the seasonal weights, for demand the lead indicator); `before` the months
 * of the year before. With all twelve known every mode gives their sum; with none every mode gives the prior.
 */
export function yearToDate(
  prior: number | null,
  months: readonly (number | null)[],
  weights: readonly (number | null)[],
  before: readonly (number | null)[],
  sigmas: ModeSigmas = defaultSigmas,
): YearToDate {
  let known = 0;
  let count = 0;
  let knownWeight: number | null = 0;
  let weight: number | null = 0;
  let same: number | null = 0;
  for (let month = 0; month < 12; month += 1) {
    const value = months[month] ?? null;
    const one = weights[month] ?? null;
    weight = weight === null || one === null ? null : weight + one;
    if (value === null) {
      const last: number | null = before[month] ?? null;
      same = same === null || last === null ? null : same + last;
      continue;
    }
    count += 1;
    known += value;
    knownWeight = knownWeight === null || one === null ? null : knownWeight + one;
  }
  const share = weight === null || knownWeight === null || !(weight > 0) ? null : finite(knownWeight / weight);

  if (count === 12) {
    const whole: YearToDateChoice = { annual: known, remaining: 0, impliedGrowth: null, problem: null };
    const difference = prior === null ? null : finite(known - prior);
    return { known, share, priorWeight: null, choices: { holdAnnual: whole, runRate: whole, blend: whole }, difference };
  }
  const hold = choice(prior, known, same, 'input-missing');
  if (count === 0) return { known, share, priorWeight: null, choices: { holdAnnual: hold, runRate: hold, blend: hold }, difference: null };

  const rate = share === null || share <= 0 ? null : finite(known / share);
  const rateProblem: YearToDateProblem = share === null ? 'input-missing' : 'share-zero';
  const runRate = choice(rate, known, same, rateProblem);
  const priorWeight = prior === null || rate === null ? null : weightOfPrior(prior, rate, sigmas);
  const blended = prior === null || rate === null || priorWeight === null ? null : finite(priorWeight * prior + (1 - priorWeight) * rate);
  const blendProblem: YearToDateProblem = prior === null ? 'input-missing' : rate === null ? rateProblem : 'sigma-invalid';
  return { known, share, priorWeight, choices: { holdAnnual: hold, runRate, blend: choice(blended, known, same, blendProblem) }, difference: null };
}
