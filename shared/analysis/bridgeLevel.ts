/** What the differences between two sides are grouped by: each difference, each driver, each event, or each sector and area of the model. */
import { formatPeriod } from '../format.ts';
import { areaNames, bridgeWords, type bridgeLevels } from '../messages/bridge.ts';
import { pathName } from '../messages/names.ts';
import { phrase, type Phrase } from '../messages/phrase.ts';
import type { Overlay, SeriesPath, Workbook } from '../model/workbook.ts';
import type { BridgePart } from './bridgeParts.ts';

export type BridgeLevel = keyof typeof bridgeLevels;

type Named = Pick<Workbook, 'sectors' | 'events' | 'expansions'>;

/** The sector or the area that a path belongs to; events belong to exports, expansions to supply. */
function areaOf(path: SeriesPath): string {
  const [area = '', id = ''] = path.split('/');
  if (area === 'sectors') return `sectors/${id}`;
  return area === 'events' ? 'exports' : area === 'expansions' ? 'supply' : area;
}

function areaName(workbook: Named, area: string): Phrase {
  const [kind, id = ''] = area.split('/');
  const sector = kind === 'sectors' ? workbook.sectors[id] : undefined;
  return sector?.name ?? areaNames[area] ?? phrase(area, area);
}

/** The part that everything at a path belongs to, on a level other than single differences. */
export function partOfPath(workbook: Named, level: Exclude<BridgeLevel, 'overlay'>, path: SeriesPath): BridgePart {
  const [area, id = ''] = path.split('/');
  const where = areaOf(path);
  const within = { id: where, name: areaName(workbook, where) };
  if (level === 'driver') return { id: path, name: pathName(workbook, path), within };
  const event = level === 'event' && area === 'events' ? workbook.events[id] : undefined;
  if (event) return { id: `events/${id}`, name: event.title, within };
  return level === 'event' && where === 'exports' ? { id: 'exports/other', name: bridgeWords.exportsBesideEvents, within } : within;
}

function sharesPeriod(a: Overlay, b: Overlay): boolean {
  return a.periods.length === 0 || b.periods.length === 0 || a.periods.some((period) => b.periods.includes(period));
}

function isSamePeriods(a: Overlay, b: Overlay): boolean {
  return a.periods.length === b.periods.length && a.periods.every((period) => b.periods.includes(period));
}

/**
 * The part of each overlay. Single differences of one series are parts of their own only where their periods lie apart and none
 * of them grows the series: otherwise one without the other would say something that neither side ever said.
 */
export function partsOfOverlays(workbook: Named, level: BridgeLevel, overlays: readonly Overlay[]): ReadonlyMap<Overlay, BridgePart> {
  const parts = new Map<Overlay, BridgePart>();
  if (level !== 'overlay') {
    for (const overlay of overlays) parts.set(overlay, partOfPath(workbook, level, overlay.path));
    return parts;
  }
  for (const path of new Set(overlays.map((overlay) => overlay.path))) {
    const here = overlays.filter((overlay) => overlay.path === path);
    const apart = here.every((a) => a.op !== 'growth' && here.every((b) => isSamePeriods(a, b) || !sharesPeriod(a, b)));
    const whole = partOfPath(workbook, 'driver', path);
    for (const overlay of here) {
      const [first] = overlay.periods;
      const last = overlay.periods.at(-1);
      if (!apart || first === undefined || last === undefined || first === 'all' || here.every((other) => isSamePeriods(other, overlay))) {
        parts.set(overlay, whole);
        continue;
      }
      const when = (language: 'en' | 'zh'): string => (first === last ? formatPeriod(first, language) : `${formatPeriod(first, language)} – ${formatPeriod(last, language)}`);
      parts.set(overlay, { ...whole, id: `${path}@${overlay.periods.join('+')}`, name: phrase(`${whole.name.en}, ${when('en')}`, `${whole.name.zh}，${when('zh')}`) });
    }
  }
  return parts;
}
