import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyEntries, historyLimit, jumpTo, recordStep, redoStep, startHistory, undoStep, type History } from '../../shared/history.ts';
import { phrase } from '../../shared/messages/phrase.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const shipped = shippedWorkbook();
const titled = (text: string): Workbook => ({ ...shipped, title: phrase(text, text) });

function withSteps(count: number): History {
  let history = startHistory(titled('0'));
  for (let at = 1; at <= count; at += 1) history = recordStep(history, titled(String(at)), phrase(`step ${at}`, `第 ${at} 步`));
  return history;
}

describe('jumping in the history', () => {
  it('is the same as so many single steps, back and forth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), (count, from, to) => {
        const all = withSteps(count);
        let walked = all;
        for (let at = count; at > Math.min(from, count); at -= 1) walked = undoStep(walked);
        let further = walked;
        const target = Math.min(to, count);
        while (further.past.length > target) further = undoStep(further);
        while (further.past.length < target) further = redoStep(further);
        const jumped = jumpTo(walked, target);
        expect(jumped.present).toBe(further.present);
        expect(jumped.past).toEqual(further.past);
        expect(jumped.future).toEqual(further.future);
      }),
    );
  });

  it('goes nowhere for a place that is not in the list', () => {
    const history = withSteps(3);
    for (const at of [-1, 4, 1.5, NaN, 3]) expect(jumpTo(history, at)).toBe(history);
  });

  it('lists every state with what led to it, at least 500 of them', () => {
    expect(historyLimit).toBeGreaterThanOrEqual(500);
    const history = jumpTo(withSteps(600), 200);
    const entries = historyEntries(history);
    expect(entries).toHaveLength(601);
    expect(entries[0]).toEqual({ at: 0, label: null, when: 'past' });
    expect(entries[200]).toMatchObject({ label: { en: 'step 200' }, when: 'present' });
    expect(entries[600]).toMatchObject({ label: { en: 'step 600' }, when: 'future' });
    expect(jumpTo(history, 600).present.title.en).toBe('600');
  });

  it('a new step after a jump leaves what was undone behind', () => {
    const history = recordStep(jumpTo(withSteps(5), 2), titled('x'), phrase('x', 'x'));
    expect(history.past.map(({ label }) => label.en)).toEqual(['step 1', 'step 2', 'x']);
    expect(history.future).toEqual([]);
  });
});
