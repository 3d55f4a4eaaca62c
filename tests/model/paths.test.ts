import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputName, pathName } from '../../shared/messages/names.ts';
import { allPaths, describePath } from '../../shared/model/paths.ts';
import { workbooks } from '../support/workbooks.ts';

describe('the list of paths', () => {
  it('knows each of its own paths, and every one has a name in both languages', () => {
    fc.assert(
      fc.property(workbooks, (workbook) => {
        for (const [path, spec] of allPaths(workbook)) {
          expect(describePath(workbook, path)).toBe(spec);
          const sector = workbook.sectors[path.split('/')[1] ?? ''];
          const named = path.split('/')[2]?.startsWith('volume') === true && sector?.kind === 'driver' ? sector.volumeName : inputName(workbook, path);
          if (named.en === path) throw new Error(`${path} has no name.`);
          expect(pathName(workbook, path).zh).not.toContain('undefined');
        }
      }),
      { numRuns: 20 },
    );
  });
  it('knows nothing else', () => {
    fc.assert(
      fc.property(workbooks, fc.string(), (workbook, path) => {
        const known = allPaths(workbook).some(([one]) => one === path);
        expect(describePath(workbook, path) !== null).toBe(known);
      }),
      { numRuns: 50 },
    );
    const workbook = { sectors: {}, events: {}, expansions: {} };
    for (const path of ['', 'supply', 'supply/', 'sectors/nev/volume', '__proto__/x/y', 'events/constructor/active', 'supply/output/extra']) expect(describePath(workbook, path)).toBeNull();
  });
});
