/** "+5%", "−3%" and "×1.05" as a factor; null for anything else. A number alone is no relative change, so that none is meant by mistake. */
import { parseNumber } from '../tables/parseNumber.ts';

export function parseRelative(text: string): number | null {
  const body = text.trim().replace(/[−–﹣－]/g, '-').replace(/＋/g, '+').replace(/％/g, '%');
  const times = /^[×xX*＊](.+)$/.exec(body);
  const percent = /^([+-].*)%$/.exec(body);
  const parsed = parseNumber(times?.[1] ?? percent?.[1] ?? '');
  if (!parsed.ok) return null;
  return times ? parsed.value : 1 + parsed.value / 100;
}
