import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemText } from '../../shared/messages/problems.ts';
import {
  addMasses,
  blankPerTonne,
  conversionFactor,
  convertBasis,
  universeOf,
  type BasisYields,
  type MassTag,
  type RecordedConversions,
} from '../../shared/model/basis.ts';
import { residualOfOutput } from '../../shared/model/sectorDemand.ts';
import type { Basis } from '../../shared/model/unit.ts';
import type { Scope } from '../../shared/model/workbook.ts';
import { expectClose } from '../support/close.ts';
import { methodCase } from '../support/methodCase.ts';

const bases: readonly Basis[] = ['blank', 'finished', 'alloy', 'prnd-metal', 'prnd-oxide', 'reo'];

const portion = fc.double({ min: 0.01, max: 1, noNaN: true });
const anyYields: fc.Arbitrary<BasisYields> = fc.record({
  finishedYield: portion,
  magnetYield: portion,
  rareEarthContent: portion,
  metalLoss: fc.double({ min: 0, max: 0.9, noNaN: true }),
  oxidePerMetal: fc.double({ min: 1, max: 2, noNaN: true }),
  prndShare: portion,
  separationYield: portion,
});

function tag(name: string, basis: Basis, scope: Scope = 'sintered', coverage: number | null = 1): MassTag {
  return { name, basis, scope, coverage };
}

const nothing: RecordedConversions = { yields: null, scopes: [] };

describe('M11 the chain as conversion factors', () => {
  type Inputs = { reo: number; theta: number; rho_sep: number; imports: number; recycled: number; nu: number; ox_per_metal: number; c: number; y: number; eta: number; prnd_alloy_t_per_month: number; smm_output_2025_08_t: number; stated_output_2025_t: number };
  const { inputs, expected } = methodCase<Inputs, Record<string, number>>('M11');
  const yields: BasisYields = {
    finishedYield: inputs.eta,
    magnetYield: inputs.y,
    rareEarthContent: inputs.c,
    metalLoss: inputs.nu,
    oxidePerMetal: inputs.ox_per_metal,
    prndShare: inputs.theta,
    separationYield: inputs.rho_sep,
  };
  const want = (name: string): number => expected[name] ?? Number.NaN;

  it('says oxide, metal, finished magnets and quota in tonnes of blank', () => {
    expectClose(convertBasis(want('oxide_total'), 'prnd-oxide', 'blank', yields), want('blank'));
    expectClose(convertBasis(want('metal'), 'prnd-metal', 'blank', yields), want('blank'));
    expectClose(convertBasis(want('blank'), 'blank', 'finished', yields), want('finished'));
    expectClose(convertBasis(inputs.reo, 'reo', 'prnd-oxide', yields), want('oxide_domestic'));
    expectClose(convertBasis(inputs.prnd_alloy_t_per_month * 12, 'prnd-metal', 'blank', yields), want('alloy_5994x12_over_0_29_times_y'));
    expectClose(blankPerTonne('alloy', yields), inputs.y);
  });

  it('adds quota and oxide once the yields are recorded', () => {
    const terms = [
      { tag: tag('Smelting quota', 'reo'), tonnes: inputs.reo },
      { tag: tag('Oxide imports', 'prnd-oxide'), tonnes: inputs.imports + inputs.recycled },
    ];
    const sum = addMasses(terms, tag('Material', 'blank'), { yields, scopes: [] });
    expectClose(sum.ok ? sum.value : null, want('blank'));
  });

  it('reads the survey against stated output as a coverage', () => {
    const survey = inputs.smm_output_2025_08_t * 12;
    expectClose(survey, want('smm_monthly_2025_annualised'));
    const k = survey / inputs.stated_output_2025_t;
    expectClose((k - 1) * 100, want('smm_vs_seed_2025_pct'));
    expectClose(universeOf(survey, k), inputs.stated_output_2025_t);
    const factor = conversionFactor(tag('SMM survey', 'blank', 'sample-survey', k), tag('Output', 'blank'), nothing);
    expectClose(factor.ok ? survey * factor.value : null, inputs.stated_output_2025_t);
  });
});

describe('M03 through tagged masses', () => {
  type Inputs = { sectors_2024: number[]; output_2024: number; exports_2024_finished: number; blank: number; finished: number };
  const { inputs, expected } = methodCase<Inputs, Record<string, number>>('M03');
  it.each(['blank', 'finished'] as const)('gives the residual with the sectors in %s', (basis) => {
    const eta = inputs.finished / inputs.blank;
    const yields: BasisYields = { finishedYield: eta, magnetYield: null, rareEarthContent: null, metalLoss: null, oxidePerMetal: null, prndShare: null, separationYield: null };
    const terms = [
      { tag: tag('Output', 'blank'), tonnes: inputs.output_2024 },
      ...inputs.sectors_2024.map((tonnes) => ({ tag: tag('Named use', basis), tonnes: -tonnes })),
      { tag: tag('Exports', 'finished'), tonnes: -inputs.exports_2024_finished },
    ];
    const sum = addMasses(terms, tag('Other domestic use', 'blank'), { yields, scopes: [] });
    expectClose(sum.ok ? sum.value : null, expected[`residual_2024_if_sectors_on_${basis}_basis`] ?? Number.NaN);
    const listed = inputs.sectors_2024.reduce((a, b) => a + b, 0);
    expectClose(sum.ok ? sum.value : null, residualOfOutput(inputs.output_2024, listed, basis, inputs.exports_2024_finished, eta));
  });
});

describe('conversion by its laws', () => {
  const basis = fc.constantFrom(...bases);
  const tonnes = fc.double({ min: 0.001, max: 1e9, noNaN: true });

  it('comes back the same within 1e-12, and goes by any third basis', () => {
    fc.assert(
      fc.property(anyYields, basis, basis, basis, tonnes, (yields, a, b, c, mass) => {
        const there = convertBasis(mass, a, b, yields) ?? Number.NaN;
        expect(Math.abs((convertBasis(there, b, a, yields) ?? Number.NaN) / mass - 1)).toBeLessThanOrEqual(1e-12);
        const around = convertBasis(convertBasis(mass, a, c, yields) ?? Number.NaN, c, b, yields) ?? Number.NaN;
        expect(Math.abs(around / there - 1)).toBeLessThanOrEqual(1e-12);
        expect(there).toBeGreaterThan(0);
      }),
    );
  });

  it('gives the whole back from its coverage', () => {
    fc.assert(fc.property(tonnes, fc.double({ min: 0.01, max: 3, noNaN: true }), (mass, k) => expectClose((universeOf(mass * k, k) ?? Number.NaN) / mass, 1, 1e-12)));
    expect(universeOf(100, 0)).toBeNull();
    expect(universeOf(100, -1)).toBeNull();
  });

  it('adds in any order and scales with its terms', () => {
    fc.assert(
      fc.property(anyYields, fc.array(fc.tuple(basis, tonnes), { maxLength: 6 }), (yields, masses) => {
        const recorded = { yields, scopes: [] };
        const terms = masses.map(([kind, mass], at) => ({ tag: tag(String(at), kind), tonnes: mass }));
        const total = addMasses(terms, tag('All', 'blank'), recorded);
        const reversed = addMasses([...terms].reverse(), tag('All', 'blank'), recorded);
        const tenfold = addMasses(terms.map((term) => ({ ...term, tonnes: term.tonnes * 10 })), tag('All', 'blank'), recorded);
        if (!total.ok || !reversed.ok || !tenfold.ok || total.value === null) throw new Error('The yields are all recorded.');
        expectClose(reversed.value, total.value);
        expectClose(tenfold.value, total.value * 10);
      }),
    );
  });

  it('needs only the yields that its two bases use, each within its bounds', () => {
    const none: BasisYields = { finishedYield: null, magnetYield: null, rareEarthContent: null, metalLoss: null, oxidePerMetal: null, prndShare: null, separationYield: null };
    for (const kind of bases) expect(convertBasis(5, kind, kind, none)).toBe(5);
    expectClose(convertBasis(7, 'finished', 'blank', { ...none, finishedYield: 0.7 }), 10);
    expect(convertBasis(7, 'finished', 'alloy', { ...none, finishedYield: 0.7 })).toBeNull();
    for (const eta of [0, -0.5, 1.01, Number.NaN]) expect(convertBasis(7, 'finished', 'blank', { ...none, finishedYield: eta })).toBeNull();
    const chain: BasisYields = { ...none, magnetYield: 0.95, rareEarthContent: 0.29, metalLoss: 0.05, oxidePerMetal: 1.2 };
    expect(convertBasis(1, 'prnd-oxide', 'blank', chain)).not.toBeNull();
    for (const bad of [{ metalLoss: 1 }, { metalLoss: -0.1 }, { oxidePerMetal: 0.9 }, { rareEarthContent: 0 }, { magnetYield: null }]) {
      expect(convertBasis(1, 'prnd-oxide', 'blank', { ...chain, ...bad })).toBeNull();
    }
    expect(convertBasis(1, 'reo', 'blank', chain)).toBeNull();
  });
});

describe('adding unlike masses without a recorded conversion', () => {
  const output = tag('Output', 'blank');

  function problemOf(term: MassTag, target: MassTag, recorded: RecordedConversions = nothing): { readonly code: string; readonly en: string; readonly zh: string } {
    const sum = addMasses([{ tag: target, tonnes: 1 }, { tag: term, tonnes: 1 }], target, recorded);
    if (sum.ok) throw new Error('The two were added.');
    return { code: sum.problem.code, ...problemText(sum.problem) };
  }

  it.each<[string, MassTag, readonly string[]]>([
    ['basis-mismatch', tag('Customs exports', 'finished'), ['finished magnets', 'blanks', '成品', '毛坯']],
    ['scope-mismatch', tag('Adamas output', 'blank', 'all-permanent-magnets'), ['all permanent magnets', 'sintered NdFeB', '全部永磁材料', '烧结钕铁硼']],
    ['scope-mismatch', tag('Monthly survey', 'blank', 'sample-survey', null), ['a sample survey', 'sintered NdFeB', '样本企业', '烧结钕铁硼']],
    ['coverage-mismatch', tag('Association output', 'blank', 'sintered', null), ['no recorded coverage', 'a coverage of 1', '未录入覆盖系数']],
  ])('is a %s that names both, in both languages', (code, term, words) => {
    const problem = problemOf(term, output);
    expect(problem.code).toBe(code);
    for (const text of [problem.en, problem.zh]) {
      expect(text).toContain(term.name);
      expect(text).toContain('Output');
    }
    for (const word of words) expect(`${problem.en} ${problem.zh}`).toContain(word);
  });

  it('holds for yields that are recorded only in part', () => {
    const yields: BasisYields = { finishedYield: 0.7, magnetYield: null, rareEarthContent: null, metalLoss: null, oxidePerMetal: null, prndShare: null, separationYield: null };
    expect(problemOf(tag('Quota', 'reo'), output, { yields, scopes: [] }).code).toBe('basis-mismatch');
  });

  it('is no problem between like masses, or with a recorded scope factor, in both directions', () => {
    const all = tag('All magnets', 'blank', 'all-permanent-magnets');
    const recorded: RecordedConversions = { yields: null, scopes: [{ from: 'all-permanent-magnets', to: 'sintered', factor: 0.92 }] };
    expect(conversionFactor(output, tag('Demand', 'blank'), nothing)).toEqual({ ok: true, value: 1 });
    expect(conversionFactor(all, output, recorded)).toEqual({ ok: true, value: 0.92 });
    const back = conversionFactor(output, all, recorded);
    expectClose(back.ok ? back.value : null, 1 / 0.92);
  });

  it('bridges two recorded coverages', () => {
    const factor = conversionFactor(tag('A', 'blank', 'sintered', 0.8), tag('B', 'blank', 'sintered', 0.4), nothing);
    expectClose(factor.ok ? factor.value : null, 0.5);
  });

  it('leaves the sum missing when a mass is missing', () => {
    expect(addMasses([{ tag: output, tonnes: null }, { tag: output, tonnes: 2 }], output, nothing)).toEqual({ ok: true, value: null });
    expect(addMasses([], output, nothing)).toEqual({ ok: true, value: 0 });
  });
});
