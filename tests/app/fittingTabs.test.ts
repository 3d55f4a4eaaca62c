import { describe, expect, it } from 'vitest';
import { fittingTabs } from '../../renderer/views/fittingTabs.ts';

const widths = [60, 60, 100, 50, 60];

describe('fittingTabs', () => {
  it('shows all tabs where they fit, without room for the button', () => {
    expect(fittingTabs(widths, 330, 30, 0)).toEqual([0, 1, 2, 3, 4]);
  });
  it('shows as many as fit beside the button', () => {
    expect(fittingTabs(widths, 329, 30, 0)).toEqual([0, 1, 2, 3]);
    expect(fittingTabs(widths, 299, 30, 0)).toEqual([0, 1, 2]);
  });
  it('shows the open tab in any case, in place of those that leave it no room', () => {
    expect(fittingTabs(widths, 299, 30, 4)).toEqual([0, 1, 4]);
    expect(fittingTabs(widths, 20, 30, 3)).toEqual([3]);
  });
});
