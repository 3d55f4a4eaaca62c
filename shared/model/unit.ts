/**
 * Units of measure. A series is stored in its base unit (t, kg per unit, units, MW, ratio, days, months); a display unit
 * converts with one factor. Worked case M32.
 */
export type Dimension =
  | 'mass'
  | 'vehicles'
  | 'units'
  | 'power'
  | 'massPerVehicle'
  | 'massPerUnit'
  | 'massPerPower'
  | 'ratio'
  | 'days'
  | 'months'
  | 'perMonth'
  | 'massPerMonth'
  | 'weight'
  | 'pricePerMass'
  | 'choice'
  | 'switch';

export const units = {
  t: { dimension: 'mass', factor: 1 },
  kt: { dimension: 'mass', factor: 1e3 },
  wanTonnes: { dimension: 'mass', factor: 1e4 },
  vehicle: { dimension: 'vehicles', factor: 1 },
  millionVehicles: { dimension: 'vehicles', factor: 1e6 },
  wanVehicles: { dimension: 'vehicles', factor: 1e4 },
  unit: { dimension: 'units', factor: 1 },
  thousandUnits: { dimension: 'units', factor: 1e3 },
  millionUnits: { dimension: 'units', factor: 1e6 },
  wanUnits: { dimension: 'units', factor: 1e4 },
  MW: { dimension: 'power', factor: 1 },
  GW: { dimension: 'power', factor: 1e3 },
  wanKilowatts: { dimension: 'power', factor: 10 },
  kgPerVehicle: { dimension: 'massPerVehicle', factor: 1 },
  kgPerUnit: { dimension: 'massPerUnit', factor: 1 },
  gPerUnit: { dimension: 'massPerUnit', factor: 1e-3 },
  kgPerMW: { dimension: 'massPerPower', factor: 1 },
  ratio: { dimension: 'ratio', factor: 1 },
  percent: { dimension: 'ratio', factor: 1e-2 },
  days: { dimension: 'days', factor: 1 },
  months: { dimension: 'months', factor: 1 },
  perMonth: { dimension: 'perMonth', factor: 1 },
  tPerMonth: { dimension: 'massPerMonth', factor: 1 },
  weight: { dimension: 'weight', factor: 1 },
  yuanPerKg: { dimension: 'pricePerMass', factor: 1 },
  choice: { dimension: 'choice', factor: 1 },
  switch: { dimension: 'switch', factor: 1 },
} as const satisfies Record<string, { dimension: Dimension; factor: number }>;

export type UnitId = keyof typeof units;

/** What one tonne of a mass is a tonne of; basis.ts converts. Everything internal is blank: tonnes of sintered blank equivalent. */
export type Basis = 'blank' | 'finished' | 'alloy' | 'prnd-metal' | 'prnd-oxide' | 'reo';

/** A value in one unit said in another of the same dimension; null when the dimensions differ. */
export function convertUnit(value: number, from: UnitId, to: UnitId): number | null {
  if (units[from].dimension !== units[to].dimension) return null;
  return from === to ? value : (value * units[from].factor) / units[to].factor;
}

/** Tonnes of blank equivalent of a mass. eta is finished tonnes per blank tonne (method, section 0). */
export function toBlank(tonnes: number, basis: Basis, eta: number): number {
  return basis === 'finished' ? tonnes / eta : tonnes;
}

/** A price without value-added tax. */
export function withoutVat(priceWithVat: number, vatRate: number): number {
  return priceWithVat / (1 + vatRate);
}
