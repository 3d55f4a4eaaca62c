/**
 * Taking away everything that stands at the paths below a removed thing: its series and the differences of scenarios and vintages. A claim
 * is the record of what a source said; it stays and loses only its address.
 */
import type { Claim, Overlay, SeriesPath, Workbook } from '../model/workbook.ts';

type Overlays = Readonly<Record<string, Overlay>>;

/** The same object where nothing has to go, so that what is remembered about it stays. */
function pruned<T>(items: Readonly<Record<string, T>>, change: (item: T, key: string) => T | null): Readonly<Record<string, T>> {
  let touched = false;
  const kept: Record<string, T> = {};
  for (const [key, item] of Object.entries(items)) {
    const next = change(item, key);
    if (next !== item) touched = true;
    if (next !== null) kept[key] = next;
  }
  return touched ? kept : items;
}

function withoutAddress(claim: Claim): Claim {
  const { path: _path, ...rest } = claim;
  return rest;
}

/** `prefix` ends with a slash: "sectors/nev/". */
export function withoutPaths(workbook: Workbook, prefix: SeriesPath): Workbook {
  const isBelow = (path: SeriesPath | undefined): boolean => path?.startsWith(prefix) === true;
  const overlays = (items: Overlays): Overlays => pruned(items, (overlay) => (isBelow(overlay.path) ? null : overlay));
  const layered = <T extends { readonly overlays: Overlays }>(layer: T): T => {
    const kept = overlays(layer.overlays);
    return kept === layer.overlays ? layer : { ...layer, overlays: kept };
  };
  return {
    ...workbook,
    series: pruned(workbook.series, (series, path) => (isBelow(path) ? null : series)),
    scenarios: pruned(workbook.scenarios, layered),
    ...(workbook.packages === undefined ? {} : { packages: pruned(workbook.packages, layered) }),
    vintages: pruned(workbook.vintages, layered),
    claims: pruned(workbook.claims, (claim) => (isBelow(claim.path) ? withoutAddress(claim) : claim)),
  };
}
