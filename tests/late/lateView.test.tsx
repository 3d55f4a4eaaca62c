// @vitest-environment happy-dom
/** A view that cannot be loaded or drawn: a sentence, a way on, and everything beside it as it was. */
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lateMessages as say } from '../../shared/messages/late.ts';
import { latePart, presentPart, type LatePart } from '../../renderer/late/latePart.ts';
import { LateView } from '../../renderer/late/LateView.tsx';
import { ViewBoundary } from '../../renderer/late/ViewBoundary.tsx';

type Shown = { readonly text: string };
const Plain = ({ text }: Shown) => <p>{text}</p>;
const Fragile = ({ text }: Shown) => {
  if (text === 'bad') throw new Error('cannot draw this');
  return <p>{text}</p>;
};

/** A part that cannot be loaded the first times. */
function partThatFails(times: number): LatePart<Shown> & { readonly asked: () => number } {
  let asked = 0;
  const part = latePart<Shown>(async () => {
    asked += 1;
    if (asked <= times) throw new TypeError('Failed to fetch dynamically imported module');
    return Plain;
  });
  return { ...part, asked: () => asked };
}

let root: Root;
let told: unknown[];
const show = (view: ReactNode): Promise<void> => act(async () => root.render(<>{view}<footer>beside it</footer></>));
const text = (): string => document.body.textContent ?? '';
const press = (label: string): Promise<void> => act(async () => [...document.querySelectorAll('button')].find((button) => button.textContent === label)?.click());

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const box = document.createElement('div');
  document.body.append(box);
  told = [];
  root = createRoot(box, { onCaughtError: (error) => told.push(error) });
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

describe('a part that came with the window', () => {
  it('is drawn in the turn in which it is asked for', () => {
    act(() => root.render(<LateView part={presentPart(Plain)} language="en" place="over" props={{ text: 'drawn' }} waiting="waiting" />));
    expect(text()).toBe('drawn');
  });
});

describe('a part that is loaded late', () => {
  it('is drawn once it is here, and at once when it was prepared', async () => {
    const part = partThatFails(0);
    let waits = 0;
    const Waiting = () => {
      waits += 1;
      return <i>waiting</i>;
    };
    await part.prepare();
    await show(<LateView part={part} language="en" place="page" props={{ text: 'drawn' }} waiting={<Waiting />} />);
    expect(text()).toBe('drawnbeside it');
    expect([part.asked(), waits]).toEqual([1, 0]);
  });

  it('says in the user’s language that it could not be loaded, and loads when asked again', async () => {
    const part = partThatFails(2);
    await show(<LateView part={part} language="zh" place="page" props={{ text: 'drawn' }} />);
    expect(text()).toContain(say.notLoaded.zh);
    expect(text()).toContain('beside it');
    expect(told).toHaveLength(1);
    await press(say.tryAgain.zh);
    expect(text()).toContain(say.notLoaded.zh);
    await press(say.tryAgain.zh);
    expect(text()).toBe('drawnbeside it');
    expect(part.asked()).toBe(3);
  });

  it('is in every place once it was asked for again in one', async () => {
    const part = partThatFails(1);
    const here = <LateView part={part} language="en" place="box" props={{ text: 'drawn' }} />;
    await show(<section>{[here, here].map((view, at) => <div key={at}>{view}</div>)}</section>);
    expect(document.querySelectorAll('[role="alert"]')).toHaveLength(2);
    await press(say.tryAgain.en);
    expect(text()).toBe('drawndrawnbeside it');
    expect(part.asked()).toBe(2);
  });

  it('tells nothing of a failure ahead of time; the first use tries again', async () => {
    const part = partThatFails(1);
    await part.prepare();
    await show(<LateView part={part} language="en" place="page" props={{ text: 'drawn' }} />);
    expect(text()).toBe('drawnbeside it');
  });

  it('is told of where it came to be wanted while it was loaded ahead of time', async () => {
    let asked = 0;
    let fails = (): void => undefined;
    const part = latePart<Shown>(() => {
      asked += 1;
      return asked > 1 ? Promise.resolve(Plain) : new Promise((_, reject) => (fails = () => reject(new TypeError('gone'))));
    });
    const ahead = part.prepare();
    await show(<LateView part={part} language="en" place="page" props={{ text: 'drawn' }} />);
    await act(async () => {
      fails();
      await ahead;
    });
    expect(text()).toContain(say.notLoaded.en);
    await press(say.tryAgain.en);
    expect(text()).toBe('drawnbeside it');
  });

  it('can be put away where it was opened by hand', async () => {
    let closed = 0;
    await show(<LateView part={partThatFails(1)} language="en" place="over" onClose={() => (closed += 1)} props={{ text: 'drawn' }} />);
    await press('Close');
    expect(closed).toBe(1);
  });
});

describe('a view that throws', () => {
  const part = latePart<Shown>(async () => Fragile);
  const of = (shown: string) => <LateView part={part} language="en" place="box" shows={shown} props={{ text: shown }} />;

  it('leaves what is beside it alone, and comes back with the next thing it shows', async () => {
    await show(of('good'));
    expect(text()).toBe('goodbeside it');
    await show(of('bad'));
    expect(text()).toContain(say.notShown.en);
    expect(text()).toContain('beside it');
    await press(say.tryAgain.en);
    expect(text()).toContain(say.notShown.en);
    await show(of('better'));
    expect(text()).toBe('betterbeside it');
  });

  it('in place of the whole window says where the work is and offers to load again', async () => {
    let loads = 0;
    await show(
      <ViewBoundary language="en" place="window" onLoadAgain={() => (loads += 1)}>
        <Fragile text="bad" />
      </ViewBoundary>,
    );
    expect(text()).toContain(say.notRunning.en);
    await press(say.loadAgain.en);
    expect(loads).toBe(1);
  });
});
