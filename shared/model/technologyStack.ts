/**
 * Intensity from a stack of technologies (method, section 1 "Annual" and "Wind blend"; settled points 4, 5; worked case M27).
 *
 *   q_y = sum over k of share_(k,y) * n_k * m_k * (1 - tau_k)^(y - y0)        kg per unit, per vehicle or per MW
 *   balancing share = 1 - sum of the others
 *
 * n motors per unit, m kg per motor in the base year y0, tau thrift per year, for years before y0 too. A technology without
 * magnets has m = 0. Beside a typed or implied intensity the stack acts as a ratio only:
 *
 *   q(scenario) = q(typed or implied) * q_stack(scenario) / q_stack(root)
 */
import { finite } from './finite.ts';

export type Technology = {
  /** Penetration by year, 0 to 1; not read for the balancing technology. */
  readonly shares: readonly (number | null)[];
  readonly motors: number | null;
  /** kg per motor (per MW with motors 1) in the base year. */
  readonly mass: number | null;
  /** Share of the mass saved each year, below 1; negative where the mass grows. */
  readonly thrift: number | null;
};

/**
 * `balancing-share-negative`: the other shares exceed 1; `share-negative`: a typed share is below 0; `thrift-invalid`: a
 * thrift of 1 or more; `mass-negative`: a negative mass or number of motors; `input-missing`: a number the year needs;
 * `no-balancing-technology`: none of the stack is named.
 */
export type StackProblem = 'balancing-share-negative' | 'share-negative' | 'thrift-invalid' | 'mass-negative' | 'input-missing' | 'no-balancing-technology';

export type StackYear = {
  /** kg per unit; null with a problem. */
  readonly intensity: number | null;
  readonly balancingShare: number | null;
  readonly problem: StackProblem | null;
};

/** How far the typed shares may exceed 1 by rounding alone. */
const tolerance = 1e-9;

/** kg per unit of one technology in a year; a missing number of it as a problem. */
function massPerUnit(technology: Technology, yearsAfterBase: number): number | StackProblem {
  const { motors, mass, thrift } = technology;
  if (motors === null || mass === null || thrift === null) return 'input-missing';
  if (motors < 0 || mass < 0) return 'mass-negative';
  if (thrift >= 1) return 'thrift-invalid';
  return finite(motors * mass * (1 - thrift) ** yearsAfterBase) ?? 'thrift-invalid';
}

function stackYear(technologies: readonly Technology[], balancing: number, at: number, yearsAfterBase: number): StackYear {
  const no = (problem: StackProblem, balancingShare: number | null = null): StackYear => ({ intensity: null, balancingShare, problem });
  const rest = technologies[balancing];
  if (!rest) return no('no-balancing-technology');
  let others = 0;
  let intensity = 0;
  let inner: StackProblem | null = null;
  const add = (technology: Technology, share: number): void => {
    // A technology nobody uses needs no mass.
    if (share === 0) return;
    const mass = massPerUnit(technology, yearsAfterBase);
    if (typeof mass === 'number') intensity += share * mass;
    else inner ??= mass;
  };
  for (const [position, technology] of technologies.entries()) {
    if (position === balancing) continue;
    const share = technology.shares[at] ?? null;
    if (share === null || !Number.isFinite(share)) return no('input-missing');
    if (share < 0) return no('share-negative');
    others += share;
    add(technology, share);
  }
  const balance = 1 - others;
  if (balance < -tolerance) return no('balancing-share-negative', balance);
  const balancingShare = Math.abs(balance) <= tolerance ? 0 : balance;
  add(rest, balancingShare);
  return inner === null ? { intensity: finite(intensity), balancingShare, problem: null } : no(inner, balancingShare);
}

/**
 * The intensity of a stack in each year from `firstYear` on. `balancing` is the position of the technology that takes what
 * the others leave. A year with a problem has no intensity; the other years stand.
 */
export function stackYears(
  technologies: readonly Technology[],
  balancing: number,
  firstYear: number,
  count: number,
  baseYear: number,
): readonly StackYear[] {
  return Array.from({ length: count }, (_, at) => stackYear(technologies, balancing, at, firstYear + at - baseYear));
}

/**
 * The intensity that drives a scenario: what was typed or implied, moved by how the scenario's stack differs from the
 * root's. Null where either stack has no intensity, or the root's is zero and the scenario's is not.
 */
export function stackedIntensity(intensity: number | null, scenario: number | null, root: number | null): number | null {
  if (intensity === null || scenario === null || root === null) return null;
  if (scenario === root) return intensity;
  return root === 0 ? null : finite((intensity * scenario) / root);
}

/**
 * The share of one technology at which the stack has a given intensity, the balancing one giving way; masses in kg per unit
 * of the year. Null where no share from 0 to what the others leave does it.
 */
export function shareForIntensity(target: number, othersShare: number, othersIntensity: number, mass: number, balancingMass: number): number | null {
  const left = 1 - othersShare;
  if (mass === balancingMass) return null;
  const share = finite((target - othersIntensity - left * balancingMass) / (mass - balancingMass));
  return share === null || share < -tolerance || share > left + tolerance ? null : Math.min(Math.max(share, 0), Math.max(left, 0));
}
