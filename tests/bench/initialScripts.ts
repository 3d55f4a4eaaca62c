/** How much JavaScript the window loads before it can be used, as it would travel: compressed. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Measurement } from './measurement.ts';

/** The scripts that a built page names (its entry and what it preloads) and all that these import before they run. */
function initialScripts(page: string): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const text = readFileSync(path, 'utf8');
    for (const [, name] of text.matchAll(/\b(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) if (name !== undefined) add(join(dirname(path), name));
  };
  for (const [, name] of readFileSync(page, 'utf8').matchAll(/(?:src|href)="([^"]+\.js)"/g)) if (name !== undefined) add(join(dirname(page), name));
  return found;
}

export function initialScriptMeasurement(builtFolder: string): Measurement {
  const scripts = initialScripts(join(builtFolder, 'index.html'));
  if (scripts.size === 0) throw new Error('The built page names no script.');
  const bytes = [...scripts].reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
  return { id: 'initial-scripts', name: 'Initial JavaScript, gzip', unit: 'kB', median: bytes / 1000, target: 700, targetIs: 'median', runs: scripts.size };
}
