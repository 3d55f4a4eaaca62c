/** Cuts a list of rows into pages of a fixed number of rows. A page is never blank; no rows give no page. */
export function paginate<T>(rows: readonly T[], perPage: number): readonly (readonly T[])[] {
  const size = Math.max(1, Math.floor(perPage));
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size));
}
