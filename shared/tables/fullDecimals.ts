/** The decimals that show a number in full: twelve significant digits, without the zeros at their end. */
export function fullDecimals(value: number | null): number {
  if (value === null || !Number.isFinite(value)) return 0;
  const [mantissa = '', exponent = '0'] = value.toExponential(11).split('e');
  const digits = mantissa.replace(/^-?\d\.?/, '').replace(/0+$/, '').length;
  return Math.max(0, Math.min(12, digits - Number(exponent)));
}
