/** What the command palette offers: actions, scenarios, tabs and rows, found in either language, the recent ones first. */
import { actionIds, isAvailable, specOf, type ActionId, type Situation } from '../actions.ts';
import { palette as say } from '../messages/palette.ts';
import type { Language, Phrase } from '../messages/phrase.ts';
import { fuzzyScore } from './fuzzyScore.ts';

export type PaletteEntry = {
  /** "action:save", "scenario:base", "tab:supply", "row:drivers:sectors/nev/intensity". */
  readonly id: string;
  readonly label: Phrase;
  /** What kind of thing it is and where, beside the label. */
  readonly detail: Phrase;
  /** The first key, by name. */
  readonly key?: string;
  /** Other words by which it is looked for. */
  readonly words?: string;
  /** Only offered once something is typed: there are many. */
  readonly onlySearched?: true;
};

const id = (action: ActionId): string => `action:${action}`;

/** The actions that make sense just now, in the order of the menus. */
export function actionEntries(now: Situation): readonly PaletteEntry[] {
  return actionIds
    .filter((action) => action !== 'palette' && isAvailable(action, now))
    .map((action) => {
      const { label, menu, keys, words } = specOf(action);
      return { id: id(action), label, detail: say.menus[menu], ...(keys?.[0] === undefined ? {} : { key: keys[0] }), ...(words === undefined ? {} : { words }) };
    });
}

const mostShown = 60;

/** The label in the language in use, else by what it was found otherwise. */
function scoreOf(entry: PaletteEntry, query: string, language: Language): number | null {
  const own = fuzzyScore(query, entry.label[language]);
  if (own !== null) return own + 10;
  const other = fuzzyScore(query, `${entry.label.en} ${entry.label.zh} ${entry.words ?? ''}`);
  // The kind alone ("scenario") lists all of that kind, last.
  return other ?? (query === '' ? null : withDetail(entry, query));
}

function withDetail(entry: PaletteEntry, query: string): number | null {
  const score = fuzzyScore(query, `${entry.label.en} ${entry.detail.en} ${entry.label.zh} ${entry.detail.zh}`);
  return score === null ? null : score - 80;
}

/** Entries that answer a query, best first; without a query the recent ones, then all but the rows. */
export function rankEntries(entries: readonly PaletteEntry[], query: string, recent: readonly string[], language: Language): readonly PaletteEntry[] {
  const recency = (entry: PaletteEntry): number => {
    const at = recent.indexOf(entry.id);
    return at < 0 ? 0 : recent.length - at;
  };
  if (query.trim() === '') {
    const used = entries.filter((entry) => recency(entry) > 0).sort((a, b) => recency(b) - recency(a));
    return [...used, ...entries.filter((entry) => recency(entry) === 0 && entry.onlySearched !== true)].slice(0, mostShown);
  }
  return entries
    .flatMap((entry, at) => {
      const score = scoreOf(entry, query, language);
      return score === null ? [] : [{ entry, at, score: score + 2 * recency(entry) - (entry.onlySearched === true ? 15 : 0) }];
    })
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, mostShown)
    .map(({ entry }) => entry);
}
