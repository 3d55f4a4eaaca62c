/** The sentence over a bridge: the change that every other table says, and the step that made most of it. */
import { describe, expect, it } from 'vitest';
import { closedBridge } from '../../shared/analysis/bridge.ts';
import { bridgeSheet } from '../../shared/tables/bridgeSheet.ts';

const ends = { from: { en: 'Base', zh: '基准' }, to: { en: 'Long control', zh: '管制延长' } };
const step = (id: string, contribution: number) => ({ id, name: { en: id, zh: id }, contribution });

describe('the sentence over a bridge', () => {
  it('rounds the change by itself, while the printed steps add up from the printed ends', () => {
    const sheet = bridgeSheet(closedBridge(-9673, 2473, [step('midpoint', 8246), step('diversion', 3900)], { kind: 'additive' }), ends);
    expect(sheet.title.en).toContain('the gap changes by +12.1 kt, most of it midpoint');
    const printed = sheet.rows.map((row) => row.printed);
    expect([printed[0], printed.at(-1)]).toEqual([-9.7, 2.5]);
    expect(printed.slice(0, -1).reduce((sum, value) => sum + value, 0)).toBeCloseTo(2.5, 9);
  });
  it('names a step that goes the way of the whole, not a larger one that pulls against it', () => {
    const sheet = bridgeSheet(closedBridge(0, 3000, [step('against', -9000), step('first', 7000), step('second', 5000)], { kind: 'additive' }), ends);
    expect(sheet.title.en).toContain('most of it first (+7.0)');
    expect(sheet.title.zh).toContain('first');
  });
  it('has two decimals where the gaps are small', () => {
    expect(bridgeSheet(closedBridge(100, 250, [step('a', 150)], { kind: 'additive' }), ends).title.en).toContain('+0.15 kt');
  });
});
