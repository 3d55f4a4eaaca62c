/** A number as it stands in a label of the history: up to four significant decimals, none of them a trailing zero. */
export function plainNumber(value: number): string {
  if (value === 0) return '0';
  const digits = Math.abs(value) >= 1000 ? 0 : Math.max(0, Math.min(6, 3 - Math.floor(Math.log10(Math.abs(value)))));
  const rounded = Number(value.toFixed(digits));
  const [whole = '', fraction] = Math.abs(rounded).toString().split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${rounded < 0 ? '−' : ''}${fraction === undefined ? grouped : `${grouped}.${fraction}`}`;
}
