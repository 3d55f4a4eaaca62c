/**
 * The place of a value in a file as a person would write it to find it:
 * formatPlace(['workbook', 'series', 'supply/output', 'cells', '2025', 'value']) is
 * workbook.series["supply/output"].cells["2025"].value
 */
export function formatPlace(path: readonly PropertyKey[]): string {
  return path.reduce<string>((place, key) => {
    if (typeof key === 'number') return `${place}[${String(key)}]`;
    const name = String(key);
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return `${place}[${JSON.stringify(name)}]`;
    return place === '' ? name : `${place}.${name}`;
  }, '');
}
