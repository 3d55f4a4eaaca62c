/**
 * The technology stack of a sector in a scenario (method, section 1 "Annual"; settled points 4, 5; worked case M27):
 * technologyStack.ts has the equations, here its inputs are read and its ratio meets the typed or implied intensity.
 *
 *   q = q(typed or implied) * q_stack(scenario) / q_stack(root)      kg per unit, per vehicle or per MW
 *   q = q_stack(scenario)                                            where no intensity is typed or implied
 *
 * The ratio acts before the scenario's overlays on the intensity, so that a number typed there is the number shown. An
 * actual intensity stays: it is measured, not built.
 */
import type { Finding, FindingCode } from './balance.ts';
import { yieldingMember } from './drivers.ts';
import type { Inputs } from './inputs.ts';
import { remember } from './remember.ts';
import type { ResolvedSeries } from './resolve.ts';
import { scalarOf, type YearSpan } from './sectorDemand.ts';
import { weakestState } from './state.ts';
import { stackedIntensity, stackYears, type StackProblem, type StackYear, type Technology } from './technologyStack.ts';
import type { Cell, DriverSector, SectorId, Series, SeriesPath, TechnologyId } from './workbook.ts';

export type SectorStack = { readonly years: readonly StackYear[]; readonly findings: readonly Finding[] };

/** The technologies of a sector in order. */
export const orderedTechnologies = remember((sector: DriverSector): readonly TechnologyId[] =>
  Object.entries(sector.technologies)
    .sort(([a, x], [b, y]) => x.order - y.order || (a < b ? -1 : 1))
    .map(([id]) => id),
);

type TechnologyPaths = { readonly share: SeriesPath; readonly motors: SeriesPath; readonly mass: SeriesPath; readonly thrift: SeriesPath };

/** The addresses of the inputs of every technology of a sector, in order. */
const technologyPaths = remember((sector: DriverSector, id: SectorId): readonly TechnologyPaths[] =>
  orderedTechnologies(sector).map((technology) => {
    const path = `sectors/${id}/technologies/${technology}`;
    return { share: `${path}/share`, motors: `${path}/motors`, mass: `${path}/mass`, thrift: `${path}/thrift` };
  }),
);

const codes: Readonly<Record<StackProblem, FindingCode>> = {
  'balancing-share-negative': 'balancing-share-negative',
  'share-negative': 'share-negative',
  'thrift-invalid': 'thrift-invalid',
  'mass-negative': 'mass-negative',
  'input-missing': 'stack-incomplete',
  'no-balancing-technology': 'no-balancing-technology',
};

/** Shares, motors, masses and thrift follow each other per technology, so that what has not changed is not computed again. */
const computeStack = remember(
  (sector: DriverSector, id: SectorId, span: YearSpan, ...flat: readonly (ResolvedSeries | number | null)[]): SectorStack => {
    const ids = orderedTechnologies(sector);
    const years = span.years;
    const balancing = ids.findIndex((technology) => sector.technologies[technology]?.balancing === true);
    const numberAt = (at: number): number | null => {
      const item = flat[at];
      return typeof item === 'number' ? item : null;
    };
    const technologies = ids.map((_, at): Technology => {
      const shares = flat[at * 4];
      return {
        shares: years.map((year) => (typeof shares === 'object' ? (shares?.cells[String(year)]?.value ?? null) : null)),
        motors: numberAt(at * 4 + 1),
        mass: numberAt(at * 4 + 2),
        thrift: numberAt(at * 4 + 3),
      };
    });
    const result = stackYears(technologies, balancing, span.first, years.length, sector.stackYear);
    const findings: Finding[] = [];
    result.forEach(({ problem, balancingShare }, at) => {
      if (problem === null) return;
      const year = span.first + at;
      const technology = ids[balancing] ?? ids[0] ?? '';
      findings.push({
        code: codes[problem],
        severity: 'error',
        place: `sectors/${id}/technologies/${technology}/share@${year}`,
        values: { year, path: `sectors/${id}/technologies`, ...(balancingShare === null ? {} : { share: balancingShare }) },
      });
    });
    return { years: result, findings };
  },
);

/** The stack of a sector as some inputs have it; null for a sector without technologies. The same object while nothing of it changes. */
export function sectorStack(id: SectorId, sector: DriverSector, inputs: Inputs, span: YearSpan): SectorStack | null {
  const flat: (ResolvedSeries | number | null)[] = [];
  for (const { share, motors, mass, thrift } of technologyPaths(sector, id)) {
    flat.push(inputs.series(share), scalarOf(inputs, motors), scalarOf(inputs, mass), scalarOf(inputs, thrift));
  }
  if (flat.length === 0) return null;
  return computeStack(sector, id, span, ...flat);
}

/** The intensity series of a sector after its stack, before the scenario's overlays on it. */
export function withStack(intensity: Series, sector: DriverSector, span: YearSpan, scenario: SectorStack | null, root: SectorStack | null): Series {
  return scenario === null || root === null ? intensity : stackedSeries(intensity, sector, span, scenario, root);
}

const stackedSeries = remember((intensity: Series, sector: DriverSector, span: YearSpan, scenario: SectorStack, root: SectorStack): Series => {
  const cells: Record<string, Cell> = { ...intensity.cells };
  span.years.forEach((year, at) => {
    const key = String(year);
    const stack = scenario.years[at]?.intensity ?? null;
    const cell = cells[key];
    if (cell === undefined || cell.value === null) {
      // An implied intensity that cannot be told needs its volume and demand, not a stand-in.
      if (stack !== null && yieldingMember(sector, year) !== 'intensity') cells[key] = { value: stack, state: 'forecast' };
    } else if (scenario !== root && cell.state !== 'actual') {
      const value = stackedIntensity(cell.value, stack, root.years[at]?.intensity ?? null);
      if (value !== cell.value) cells[key] = { value, state: weakestState(cell.state, 'forecast') };
    }
  });
  return { ...intensity, cells };
});
