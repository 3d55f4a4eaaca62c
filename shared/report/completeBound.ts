/** What may stand in a brace that is being typed: the names that go with the letters before the caret. */

export type Completion = {
  /** The letters that a chosen name takes the place of: from behind the brace to the caret. */
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
};

/** More names than this are not read. */
const offered = 8;

/** Null where the caret is in no open brace, or no name goes with what is typed. Names that begin with it come before those that have it. */
export function completeBound(text: string, caret: number, names: readonly string[]): Completion | null {
  const [, typed] = /(?:^|[^{])(?:\{\{)*\{([^{}\n]*)$/.exec(text.slice(0, caret)) ?? [];
  if (typed === undefined) return null;
  const wanted = typed.trim().toLowerCase();
  // A name that stands there whole needs no offer.
  if (names.includes(typed)) return null;
  const begins = names.filter((name) => name.toLowerCase().startsWith(wanted));
  const has = names.filter((name) => !begins.includes(name) && name.toLowerCase().includes(wanted));
  const found = [...begins, ...has].slice(0, offered);
  if (found.length === 0) return null;
  return { from: caret - typed.length, to: caret, names: found };
}

/** The text with a name in the brace, closed, and where the caret stands then. */
export function withName(text: string, { from, to }: Completion, name: string): { readonly text: string; readonly caret: number } {
  const rest = text.slice(to);
  const close = rest.startsWith('}') ? '' : '}';
  return { text: `${text.slice(0, from)}${name}${close}${rest}`, caret: from + name.length + 1 };
}
