/** The modules that a page's script imports before it runs, itself among them. Asked once for each module, so what is found is kept by page. */
const known = new Map<string, ReadonlySet<string>>();

export function reachedModules(page: string, importsOf: (id: string) => readonly string[]): ReadonlySet<string> {
  const before = known.get(page);
  if (before) return before;
  const found = new Set([page]);
  for (const id of found) for (const next of importsOf(id)) found.add(next);
  known.set(page, found);
  return found;
}
