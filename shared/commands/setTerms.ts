/**
 * What the tonnes of a row are tonnes of: basis, scope and coverage of its series. They are about the source of the numbers and
 * not about a scenario, so they belong to the workbook and hold in every scenario.
 */
import { statedTerms } from '../messages/commands.ts';
import { termsInWords } from '../messages/massNames.ts';
import { pathName } from '../messages/names.ts';
import { describePath } from '../model/paths.ts';
import { termsRule } from '../model/seriesTerms.ts';
import type { Basis } from '../model/unit.ts';
import type { Scope, Series, SeriesPath, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Command } from './command.ts';
import { plainNumber } from './plainNumber.ts';

export type SetTermsArgs = {
  readonly path: SeriesPath;
  /** Null: nothing is recorded, and the balance takes the numbers to be in its own terms. */
  readonly basis: Basis | null;
  readonly scope: Scope | null;
  /** k = series / universe; above zero. */
  readonly coverage: number | null;
};

export const setTerms: Command<SetTermsArgs> = {
  name: 'set-terms',
  label(workbook, { path, basis, scope, coverage }) {
    return statedTerms(pathName(workbook, path), termsInWords(basis, scope, coverage === null ? null : plainNumber(coverage)));
  },
  run(workbook, { path, basis, scope, coverage }): Result<Workbook> {
    if (!describePath(workbook, path)) return fail('unknown-path', { place: path, values: { path } });
    const rule = termsRule(workbook, path);
    if (rule === null) return fail('terms-not-mass', { place: path });
    const series = Object.hasOwn(workbook.series, path) ? workbook.series[path] : undefined;
    if (series === undefined) return fail('terms-no-number', { place: path });
    if (rule.bySwitch && (basis === 'blank' || basis === 'finished') && basis !== series.basis) return fail('basis-by-switch', { place: path });
    if (coverage !== null && !(coverage > 0 && Number.isFinite(coverage))) return fail('coverage-not-positive', { place: path });
    if ((series.basis ?? null) === basis && (series.scope ?? null) === scope && (series.coverage ?? null) === coverage) return ok(workbook);
    const { kind, unit, cells } = series;
    const stated: Series = { kind, unit, ...(basis === null ? {} : { basis }), ...(scope === null ? {} : { scope }), ...(coverage === null ? {} : { coverage }), cells };
    return ok({ ...workbook, series: { ...workbook.series, [path]: stated } });
  },
};
