/** Basis, scope and coverage of a row are said on screen: one command, refused in words, and the balance converts by them. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../shared/commands/registry.ts';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { computeBalance } from '../../shared/model/computeBalance.ts';
import type { Balance } from '../../shared/model/balance.ts';
import { inputsOf } from '../../shared/model/inputs.ts';
import { allPaths } from '../../shared/model/paths.ts';
import { chainOfScenario } from '../../shared/model/resolve.ts';
import { conversionsOf, seriesFactor, termsRule } from '../../shared/model/seriesTerms.ts';
import { units } from '../../shared/model/unit.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { deepFreeze } from '../support/deepFreeze.ts';
import { fullWorkbook } from '../support/fullWorkbook.ts';
import { done, refusal } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const sample = deepFreeze(shippedWorkbook());
const none = { basis: null, scope: null, coverage: null } as const;

function balanceOf(workbook: Workbook): Balance {
  return done(computeBalance(workbook, 'base'));
}

function inputsIn(workbook: Workbook) {
  return inputsOf(workbook, done(chainOfScenario(workbook, 'base')));
}

const eta = sample.series['basis/finishedYield']?.cells['all']?.value ?? Number.NaN;
const march = (balance: Balance): number => balance.supply.values[balance.months.findIndex((month) => month === '2025-03')] ?? Number.NaN;

describe('the terms of a row', () => {
  it('are said in one step, which the label names in both languages, and convert the numbers of the balance', () => {
    const args = { path: 'supply/output', basis: 'finished', scope: 'all-permanent-magnets', coverage: 0.8 } as const;
    const after = done(commands.setTerms.run(sample, args));
    expect(after.series['supply/output']).toMatchObject({ basis: 'finished', scope: 'all-permanent-magnets', coverage: 0.8 });
    expect(after.series['supply/output']?.cells).toBe(sample.series['supply/output']?.cells);
    expectClose(march(balanceOf(after)), march(balanceOf(sample)) / eta / 0.8);
    expect(commands.setTerms.label(sample, args)).toEqual({
      en: 'Terms of Output: finished magnets, all permanent magnets, coverage 0.8',
      zh: '产量 的口径：成品磁材，全部永磁材料，覆盖系数 0.8',
    });
    expect(commands.setTerms.label(sample, { path: 'supply/output', ...none }).en).toBe('Take the terms from Output');
  });

  it('go away again, and the same terms leave the workbook as it is', () => {
    const bare = done(commands.setTerms.run(sample, { path: 'supply/capacity', ...none }));
    expect(Object.keys(bare.series['supply/capacity'] ?? {}).sort()).toEqual(['cells', 'kind', 'unit']);
    const { basis = null, scope = null, coverage = null } = sample.series['supply/output'] ?? {};
    expect(done(commands.setTerms.run(sample, { path: 'supply/output', basis, scope, coverage }))).toBe(sample);
  });

  it('survive the file', () => {
    const after = done(commands.setTerms.run(sample, { path: 'exports/monthly', basis: 'finished', scope: 'sintered', coverage: 0.9 }));
    expect(done(parseWorkbook(serializeWorkbook(after))).series['exports/monthly']).toEqual(after.series['exports/monthly']);
  });

  it.each([
    ['terms-not-mass', { path: 'sectors/nev/intensity', ...none, basis: 'finished' }],
    ['terms-not-mass', { path: 'price/actual', ...none, basis: 'finished' }],
    ['terms-not-mass', { path: 'balance/openingStock', ...none, scope: 'sintered' }],
    ['terms-no-number', { path: 'exports/cap', ...none, basis: 'blank' }],
    ['basis-by-switch', { path: 'sectors/nev/demand', ...none, basis: 'finished' }],
    ['coverage-not-positive', { path: 'supply/output', ...none, coverage: 0 }],
    ['coverage-not-positive', { path: 'supply/output', ...none, coverage: Number.POSITIVE_INFINITY }],
    ['unknown-path', { path: 'supply/nothing', ...none }],
  ] as const)('are refused as %s for %o', (code, args) => {
    const result = commands.setTerms.run(sample, args);
    expect(refusal(result)).toBe(code);
    if (result.ok) return;
    const text = problemText(result.problem);
    expect(text.en).toMatch(/[.]$/);
    expect(text.zh).toMatch(/。$/);
  });

  it('are the workbook’s own, so that a locked base refuses them', () => {
    const locked = done(commands.lockScenario.run(sample, { scenario: 'base', locked: true }));
    expect(refusal(commands.setTerms.run(locked, { path: 'supply/output', ...none }))).toBe('scenario-locked');
  });
});

describe('every row of tonnes', () => {
  const full = fullWorkbook();
  /** Stocks are counted in the balance's own terms, whatever a source calls them. */
  const stocks = new Set(['material/openingOxide', 'material/minimumOxide', 'balance/openingStock', 'balance/minimumStock', 'balance/maximumStock']);

  it('has terms, and nothing else has', () => {
    for (const [path, spec] of allPaths(full)) {
      const isMass = spec.dimensions.some((dimension) => dimension === 'mass' || dimension === 'massPerMonth');
      expect(termsRule(full, path) !== null, path).toBe(isMass && !stocks.has(path));
    }
  });

  it('says what its tonne is worth where a conversion is recorded, and names the inputs that record it', () => {
    const stated = done(commands.setTerms.run(sample, { path: 'supply/output', basis: 'prnd-oxide', scope: 'all-permanent-magnets', coverage: null }));
    const inputs = inputsIn(stated);
    const { factor } = seriesFactor(inputs, 'supply/output');
    expectClose(march(balanceOf(stated)), march(balanceOf(sample)) * (factor ?? Number.NaN));
    expect(conversionsOf(inputs, 'supply/output')).toEqual(['material/magnetYield', 'material/rareEarthContent', 'material/oxideLoss', 'material/oxidePerMetal']);
    const sintered = done(commands.setTerms.run(sample, { path: 'exports/monthly', basis: null, scope: 'sintered', coverage: null }));
    expect(conversionsOf(inputsIn(sintered), 'exports/monthly')).toEqual(['basis/sinteredShare']);
    for (const path of conversionsOf(inputs, 'supply/output')) expect(units[inputs.series(path)?.unit ?? 'ratio'].dimension, path).toBe('ratio');
    expect(conversionsOf(inputs, 'supply/capacity')).toEqual(['supply/surveyCoverage']);
    expect(conversionsOf(inputs, 'sectors/nev/demand')).toEqual(['basis/sectorsFinished']);
    expect(conversionsOf(inputs, 'material/miningQuota')).toEqual([]);
  });

  it('says which conversion is missing where none is recorded', () => {
    const stated = done(commands.setTerms.run(sample, { path: 'exports/monthly', basis: 'finished', scope: 'sintered', coverage: null }));
    const told = seriesFactor(inputsIn(stated), 'exports/monthly');
    expect(told.factor).toBeNull();
    expect(told.finding).toMatchObject({ code: 'scope-mismatch', severity: 'error' });
    expect(balanceOf(stated).findings.map(({ code }) => code)).toContain('scope-mismatch');
  });
});
