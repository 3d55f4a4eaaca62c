import { expect, test } from 'vitest';
import { settleParts, shareClips, type DrawnPart } from '../../renderer/charts/steadySvg.ts';

const part = (tag: string, key: string, attrs: DrawnPart['attrs'] = {}, children?: readonly DrawnPart[]): DrawnPart => ({ tag, key, attrs, ...(children ? { children } : {}) });
const keys = (drawing: DrawnPart): readonly string[] => (drawing.children ?? []).map(({ key }) => key);

test('the same drawing made of new objects has the same names', () => {
  const drawing = (from: number): DrawnPart =>
    part('svg', 'svg', {}, [part('path', `${from}`, { fill: '#000' }), part('text', `${from + 1}`), part('path', `${from + 2}`, { fill: '#000' })]);
  const first = drawing(10);
  const second = drawing(90);
  settleParts(first);
  settleParts(second);
  expect(keys(first)).toEqual(keys(second));
  expect(new Set(keys(first)).size).toBe(3);
});

test('a word that is only moved stands at its place, a turned one keeps its transform', () => {
  const drawing = part('svg', 'svg', {}, [
    part('text', '1', { x: 1, y: 6.5, transform: 'translate(48.9808 -304)' }),
    part('text', '2', { transform: 'translate(5 6)' }),
    part('text', '3', { x: 1, transform: 'matrix(0,1,-1,0,5,6)' }),
  ]);
  settleParts(drawing);
  expect(drawing.children?.map(({ attrs }) => attrs)).toEqual([{ x: 49.9808, y: -297.5 }, { x: 5, y: 6 }, { x: 1, transform: 'matrix(0,1,-1,0,5,6)' }]);
});

test('a path without fill and stroke is left out, a line is not', () => {
  const drawing = part('svg', 'svg', {}, [part('path', '1', { fill: 'none' }), part('path', '2', { fill: 'none', stroke: '#000' }), part('rect', '3', { fill: 'none' })]);
  settleParts(drawing);
  expect(drawing.children?.map(({ tag, attrs }) => [tag, attrs.stroke])).toEqual([
    ['path', '#000'],
    ['rect', undefined],
  ]);
});

const clip = (id: string, d: string): DrawnPart => part('clipPath', id, { id }, [part('path', id, { d })]);
const cut = (id: string, ...inside: readonly string[]): DrawnPart =>
  part('g', id, { 'clip-path': `url(#${id})` }, inside.map((key) => part('path', key, { stroke: '#000' })));

test('lines cut to one shape share it, and those in a row stand in one group', () => {
  const main = part('g', 'main', {}, [cut('a', '1', '2'), cut('b', '3'), part('text', '4'), cut('b', '5'), cut('c', '6')]);
  const drawing = part('svg', 'svg', {}, [main, part('defs', 'defs', {}, [clip('a', 'M0 0'), clip('b', 'M0 0'), clip('c', 'M9 9')])]);
  shareClips(drawing);
  expect(main.children?.map(({ tag, attrs }) => [tag, attrs['clip-path']])).toEqual([
    ['g', 'url(#a)'],
    ['text', undefined],
    ['g', 'url(#a)'],
    ['g', 'url(#c)'],
  ]);
  expect(main.children?.map(keys)).toEqual([['1', '2', '3'], [], ['5'], ['6']]);
  expect(drawing.children?.[1]?.children?.map(({ attrs }) => attrs.id)).toEqual(['a', 'c']);
});
