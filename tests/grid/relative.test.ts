import { describe, expect, it } from 'vitest';
import { parseRelative } from '../../shared/fill/parseRelative.ts';
import { expectClose } from '../support/close.ts';

describe('relative changes', () => {
  it.each([
    ['+5%', 1.05],
    ['−3%', 0.97],
    ['-3 %', 0.97],
    ['＋５％', 1.05],
    ['×1.05', 1.05],
    ['*0.9', 0.9],
    ['x2', 2],
    ['+0%', 1],
  ])('%s', (text, factor) => {
    expectClose(parseRelative(text) ?? Number.NaN, factor);
  });
  it.each(['5', '5%', '+5', '', '×', '+abc%', '1.05'])('"%s" is none', (text) => {
    expect(parseRelative(text)).toBeNull();
  });
});
