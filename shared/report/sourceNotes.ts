/**
 * The sources that a page rests on: of the inputs at some paths, in some periods, those that the scenario really reads. Each
 * becomes one note with its publisher, title, date and the places in it that the page uses.
 */
import { formatDate } from '../format.ts';
import { reportMessages as say } from '../messages/report.ts';
import type { Language } from '../messages/phrase.ts';
import type { Inputs } from '../model/inputs.ts';
import type { Source, SourceId, SeriesPath } from '../model/workbook.ts';
import type { ReportContext } from './reportContext.ts';

/** True where a period of an input is read by some months: the month itself, its year, its place in the year, or always. */
export function reads(months: readonly string[], period: string): boolean {
  return period === 'all' || months.some((month) => month === period || month.slice(0, 4) === period || month.slice(5) === period);
}

/** Publisher, title and date; a title that begins with its publisher's name, or names the day itself, says it once. */
export function sourceText(source: Source, language: Language): string {
  const [name = ''] = source.publisher.split(/[\s,(]/);
  const head = name !== '' && source.title.startsWith(name) ? '' : `${source.publisher}: `;
  const isDated = source.title.includes(formatDate(source.date, 'en')) || source.title.includes(formatDate(source.date, 'zh'));
  return `${head}${source.title}${isDated ? '' : `${language === 'zh' ? '，' : ', '}${formatDate(source.date, language)}`}`;
}

/** How many places in a source a note names before it says how many more there are. */
const namedPlaces = 2;

export type SourceNotes = {
  /** The sources behind the inputs under some path prefixes, as some months read them; in the order of the workbook's sources. */
  of(prefixes: readonly string[], months: readonly string[]): readonly SourceId[];
  /** A source that is named for itself, with the place in it. */
  named(source: SourceId, place?: string): readonly SourceId[];
  /** The notes of everything that was asked for. */
  texts(): Readonly<Record<SourceId, string>>;
};

/** Numbers that say when something is plausible are not what a result rests on. */
const notRead = /\/intensity(Low|High)$/;

export function pathsUnder(inputs: Inputs, prefixes: readonly string[]): readonly SeriesPath[] {
  const paths = new Set(Object.keys(inputs.workbook.series));
  for (const layer of inputs.chain) for (const overlay of Object.values(layer.overlays)) paths.add(overlay.path);
  return [...paths].filter((path) => !notRead.test(path) && prefixes.some((prefix) => path.startsWith(prefix))).sort();
}

type SourcedCell = { readonly period: string; readonly source: SourceId; readonly locator: string | undefined };

export function sourceNotes({ workbook, inputs, language }: ReportContext): SourceNotes {
  const places = new Map<SourceId, Set<string>>();
  const use = (source: SourceId, place: string | undefined): void => {
    const list = places.get(source) ?? new Set<string>();
    if (place !== undefined && place !== '') list.add(place);
    places.set(source, list);
  };
  const order = new Map(Object.keys(workbook.sources).map((id, at) => [id, at]));
  // A table asks for the same paths in every of its rows.
  const sourced = new Map<string, readonly SourcedCell[]>();
  const sourcedUnder = (prefixes: readonly string[]): readonly SourcedCell[] => {
    const key = prefixes.join('\n');
    const before = sourced.get(key);
    if (before) return before;
    const cells = pathsUnder(inputs, prefixes).flatMap((path) =>
      Object.entries(inputs.series(path)?.cells ?? {}).flatMap(([period, { source, value, locator }]): SourcedCell[] =>
        source === undefined || value === null || !Object.hasOwn(workbook.sources, source) ? [] : [{ period, source, locator }],
      ),
    );
    sourced.set(key, cells);
    return cells;
  };
  return {
    of(prefixes, months) {
      const found = new Set<SourceId>();
      for (const { period, source, locator } of sourcedUnder(prefixes)) {
        if (!reads(months, period)) continue;
        found.add(source);
        use(source, locator);
      }
      return [...found].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    },
    named(source, place) {
      if (!Object.hasOwn(workbook.sources, source)) return [];
      use(source, place);
      return [source];
    },
    texts: () =>
      Object.fromEntries(
        [...places].flatMap(([id, list]) => {
          const source = workbook.sources[id];
          if (!source) return [];
          const all = [...list];
          const said = all.slice(0, namedPlaces).join(language === 'zh' ? '；' : '; ');
          return [[id, say.note(sourceText(source, language), said, Math.max(0, all.length - namedPlaces))[language]]];
        }),
      ),
  };
}
