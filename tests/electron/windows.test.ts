import { describe, expect, it } from 'vitest';
import { createCloseQuestion, type CloseAnswer } from '../../electron/windows/closeQuestion.ts';
import { fitOnScreen, type Rectangle } from '../../electron/windows/windowBounds.ts';

function setUp(...answers: CloseAnswer[]) {
  const calls: string[] = [];
  const question = createCloseQuestion({
    ask() {
      calls.push('ask');
      const answer = answers.shift();
      return answer === undefined ? new Promise<never>(() => undefined) : Promise.resolve(answer);
    },
    requestSave: () => void calls.push('save'),
    close: () => void calls.push(question.mayClose() ? 'closed' : 'held'),
    stay: () => void calls.push('stay'),
  });
  return { calls, question };
}
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

describe('closing a window', () => {
  it('asks nothing when all is saved', () => {
    const { calls, question } = setUp();
    expect(question.mayClose()).toBe(true);
    question.setUnsaved(true);
    question.setUnsaved(false);
    expect(question.mayClose()).toBe(true);
    expect(calls).toEqual([]);
  });

  it('asks once, however often the window is closed meanwhile', async () => {
    const { calls, question } = setUp();
    question.setUnsaved(true);
    expect([question.mayClose(), question.mayClose(), question.mayClose()]).toEqual([false, false, false]);
    await settled();
    expect(calls).toEqual(['ask']);
  });

  it('Don’t save closes', async () => {
    const { calls, question } = setUp('discard');
    question.setUnsaved(true);
    question.mayClose();
    await settled();
    expect(calls).toEqual(['ask', 'closed']);
  });

  it('Cancel stays, gives up the quit, and asks again next time', async () => {
    const { calls, question } = setUp('cancel', 'discard');
    question.setUnsaved(true);
    question.mayClose();
    await settled();
    expect(calls).toEqual(['ask', 'stay']);
    question.mayClose();
    await settled();
    expect(calls).toEqual(['ask', 'stay', 'ask', 'closed']);
  });

  it('Save closes only what was saved', async () => {
    const { calls, question } = setUp('save', 'save');
    question.setUnsaved(true);
    question.mayClose();
    await settled();
    question.finished(false);
    expect(calls).toEqual(['ask', 'save', 'stay']);
    question.mayClose();
    await settled();
    question.finished(true);
    expect(calls).toEqual(['ask', 'save', 'stay', 'ask', 'save', 'closed']);
  });

  it('a save that never comes back does not keep the door shut', async () => {
    const { calls, question } = setUp('save', 'discard');
    question.setUnsaved(true);
    question.mayClose();
    await settled();
    question.mayClose();
    await settled();
    expect(calls).toEqual(['ask', 'save', 'ask', 'closed']);
  });

  it('a page that says "saved" unasked closes nothing', () => {
    const { calls, question } = setUp();
    question.setUnsaved(true);
    question.finished(true);
    expect(calls).toEqual([]);
  });
});

describe('the place of a window', () => {
  const main: Rectangle = { x: 0, y: 25, width: 1920, height: 1055 };
  const left: Rectangle = { x: -2560, y: 0, width: 2560, height: 1440 };
  it('is in the middle of the main screen at first, no larger than it', () => {
    expect(fitOnScreen(null, [main, left])).toEqual({ x: 240, y: 103, width: 1440, height: 900 });
    expect(fitOnScreen(null, [{ x: 0, y: 0, width: 1280, height: 700 }])).toEqual({ x: 0, y: 0, width: 1280, height: 700 });
  });
  it('is kept as it was left, on any screen', () => {
    for (const bounds of [{ x: 100, y: 100, width: 1200, height: 800 }, { x: -2000, y: 300, width: 1200, height: 800 }]) expect(fitOnScreen(bounds, [main, left])).toEqual(bounds);
  });
  it('comes back to the main screen when its own is gone', () => {
    expect(fitOnScreen({ x: -2000, y: 300, width: 1200, height: 800 }, [main])).toEqual({ x: 360, y: 153, width: 1200, height: 800 });
    expect(fitOnScreen({ x: 300, y: -900, width: 1200, height: 800 }, [main])).toEqual({ x: 360, y: 153, width: 1200, height: 800 });
  });
  it('is made smaller with its screen and stays within reach of the pointer', () => {
    expect(fitOnScreen({ x: 0, y: 25, width: 2560, height: 1400 }, [main])).toEqual({ x: 0, y: 25, width: 1920, height: 1055 });
    const far = fitOnScreen({ x: 1790, y: 1030, width: 1200, height: 800 }, [main]);
    expect(far).toEqual({ x: 1790, y: 1030, width: 1200, height: 800 });
    expect(fitOnScreen({ x: 10, y: 10, width: 1200, height: 800 }, [])).toEqual({ x: 10, y: 10, width: 1200, height: 800 });
  });
});
