/** A number as it stands in a label of the history: up to four significant decimals, without grouping. */
export function plainNumber(value: number): string {
  if (value === 0) return '0';
  const digits = Math.abs(value) >= 1000 ? 0 : Math.max(0, Math.min(6, 3 - Math.floor(Math.log10(Math.abs(value)))));
  return Number(value.toFixed(digits)).toString().replace('-', '−');
}
