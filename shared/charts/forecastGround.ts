/** The shaded ground of the forecast months, named in the corner where nothing is drawn. */
import { formatPeriod } from '../format.ts';
import { chartMessages } from '../messages/charts.ts';
import { phrase, type Language } from '../messages/phrase.ts';
import type { Balance } from '../model/balance.ts';
import type { Shown } from './axis.ts';
import type { Palette } from './palette.ts';

type Values = readonly (number | null)[];

/** What is drawn over the ground: lines and bars from the first shown month on, in one unit. */
export type Drawn = { readonly values: readonly Values[]; /** The axis begins where the numbers do instead of at zero. */ readonly fromData?: boolean };

/** The part of the height, from the top or the bottom, that the name takes. */
const nameShare = 0.18;

/** In the order in which they are wanted. */
const corners = ['insideTopRight', 'insideTopLeft', 'insideBottomRight', 'insideBottomLeft'] as const;
type Corner = (typeof corners)[number];

/** The first corner of the ground from `from` on that stands clear of everything drawn, else the first one. */
function quietCorner({ values, fromData = false }: Drawn, from: number): Corner {
  const known = (start: number, end?: number): readonly number[] => values.flatMap((line) => line.slice(start, end).flatMap((value) => value ?? []));
  const all = [...known(0), ...(fromData ? [] : [0])];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const middle = from + Math.floor((Math.max(0, ...values.map(({ length }) => length)) - from) / 2);
  const isClear = (corner: Corner): boolean => {
    const shares = (corner.endsWith('Left') ? known(from, middle) : known(middle)).map((value) => (value - low) / (high - low || 1));
    return shares.every((share) => (corner.startsWith('insideTop') ? share < 1 - nameShare : share > nameShare));
  };
  return corners.find(isClear) ?? 'insideTopRight';
}

/** The ground from the first forecast month to the end, with its date; nothing when no month is a forecast. */
export function forecastArea(balance: Pick<Balance, 'gap'>, shown: Shown, drawn: Drawn, palette: Palette, language: Language) {
  const at = shown.months.findIndex((_, offset) => balance.gap.states[shown.first + offset] === 'forecast');
  const start = shown.months[at];
  const end = shown.months.at(-1);
  if (start === undefined || end === undefined) return undefined;
  const month = phrase(formatPeriod(start, 'en'), formatPeriod(start, 'zh'));
  return {
    silent: true,
    itemStyle: { color: palette.forecastGround },
    label: { show: true, position: quietCorner(drawn, at), color: palette.muted, fontSize: 10.5, formatter: chartMessages.forecastFrom(month)[language] },
    data: [[{ xAxis: start }, { xAxis: end }]],
  };
}
