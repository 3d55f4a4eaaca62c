/**
 * What can be wrong inside a workbook file, beside the place where it is wrong. Travels as `values.fault` of a
 * file-invalid or file-inconsistent problem; messages/fileFaults.ts has the sentence of each.
 */
import { fail, type Problem, type Result } from '../result.ts';

/** The file does not have the shape of a workbook. */
export const invalidFaults = [
  'missing',
  'wrong-type',
  'unknown-field',
  'not-one-of',
  'bad-id',
  'bad-month',
  'bad-date',
  'out-of-range',
  'forbidden-name',
  'too-deep',
  'not-finite',
] as const;

/** The shape is right but what one part says does not fit another. */
export const inconsistentFaults = [
  'unknown-source',
  'unknown-path',
  'unknown-parent',
  'unknown-vintage',
  'unknown-package',
  'root-packages',
  'no-scenario',
  'scenario-cycle',
  'horizon-reversed',
  'horizon-short',
  'horizon-long',
  'shown-from-outside',
  'wrong-kind',
  'wrong-unit',
  'wrong-period',
  'below-minimum',
  'above-maximum',
  'overlay-without-value',
  'balancing-not-one',
] as const;

export type InvalidFault = (typeof invalidFaults)[number];
export type InconsistentFault = (typeof inconsistentFaults)[number];
export type FileFault = InvalidFault | InconsistentFault;

type Values = NonNullable<Problem['values']>;

export function invalid(fault: InvalidFault, place: string, values: Values = {}): Result<never> {
  return fail('file-invalid', { place, values: { ...values, fault } });
}

export function inconsistent(fault: InconsistentFault, place: string, values: Values = {}): Result<never> {
  return fail('file-inconsistent', { place, values: { ...values, fault } });
}
