/** The order of named things: an `order` number each, written 0 to n - 1 whenever one is added, moved or removed. */

type Ordered = { readonly order: number };
type OrderedMap<T extends Ordered> = Readonly<Record<string, T>>;

/** Ids by order; equal orders by id, as every list of the product shows them. */
export function orderedIds(items: OrderedMap<Ordered>): readonly string[] {
  return Object.entries(items)
    .sort(([a, x], [b, y]) => x.order - y.order || (a < b ? -1 : 1))
    .map(([id]) => id);
}

/** The same things with their orders written 0 to n - 1 in the order of `ids`; things that stay where they are stay the same object. */
export function reordered<T extends Ordered>(items: OrderedMap<T>, ids: readonly string[]): Record<string, T> {
  return Object.fromEntries(
    Object.entries(items).map(([id, item]) => {
      const order = ids.indexOf(id);
      return [id, item.order === order ? item : { ...item, order }];
    }),
  );
}

/** One thing moved by a number of places, at most to an end; the same map where it would stay. Unknown ids stay too. */
export function moved<T extends Ordered>(items: OrderedMap<T>, id: string, by: number): OrderedMap<T> {
  const ids = [...orderedIds(items)];
  const from = ids.indexOf(id);
  const to = Math.min(ids.length - 1, Math.max(0, from + by));
  if (from < 0 || to === from) return items;
  ids.splice(from, 1);
  ids.splice(to, 0, id);
  return reordered(items, ids);
}

/** Without one thing, the others closing up. */
export function without<T extends Ordered>(items: OrderedMap<T>, id: string): Record<string, T> {
  const kept = Object.fromEntries(Object.entries(items).filter(([key]) => key !== id));
  return reordered(kept, orderedIds(kept));
}
