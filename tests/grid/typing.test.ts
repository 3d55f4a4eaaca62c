import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyIntent, type Key } from '../../renderer/grid/gridKeys.ts';
import { parseNumber } from '../../shared/tables/parseNumber.ts';
import { expectClose } from '../support/close.ts';

function value(text: string): number | string {
  const parsed = parseNumber(text);
  return parsed.ok ? parsed.value : parsed.problem.code;
}

describe('numbers as people type them', () => {
  it.each([
    ['3.9', 3.9],
    ['12,345.6', 12345.6],
    ['１２，３４５．６', 12345.6],
    ['−3', -3],
    ['(1,200)', -1200],
    ['5%', 0.05],
    ['１２％', 0.12],
    ['1.2万', 12000],
    ['3亿', 3e8],
    ['4k', 4000],
    ['1e3', 1000],
    ['.5', 0.5],
    ['=4.42*0.95', 4.199],
    ['=(2+3)*-4/2', -10],
    ['=10%*200', 20],
  ])('%s', (text, expected) => {
    expectClose(value(text) as number, expected);
  });
  it.each(['about four', '1,23', '12,34,5', '=1/0', '=2*', '=(1', '--3', '1..2', '1e999', '=alert(1)', '.'])('refuses %s', (text) => {
    expect(value(text)).toBe('number-unreadable');
  });
  it('knows that empty is not zero', () => {
    expect(value('  ')).toBe('number-empty');
  });
  it('reads back every number that it is given in full', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(value(String(number))).toBe(number === 0 ? 0 : number);
      }),
    );
  });
});

describe('keys of a grid', () => {
  const key = (name: string, more: Partial<Key> = {}) =>
    keyIntent({ key: name, shift: false, mod: false, alt: false, composing: false, cell: 'number', ...more });
  it.each([
    ['ArrowDown', {}, { kind: 'move', move: { by: 'step', to: 'down' }, extend: false }],
    ['ArrowLeft', { mod: true }, { kind: 'move', move: { by: 'edge', to: 'left' }, extend: false }],
    ['ArrowRight', { mod: true, shift: true }, { kind: 'move', move: { by: 'edge', to: 'right' }, extend: true }],
    ['Tab', { shift: true }, { kind: 'next', along: 'rows', back: true }],
    ['Enter', {}, { kind: 'next', along: 'columns', back: false }],
    ['Home', {}, { kind: 'move', move: { by: 'rowStart' }, extend: false }],
    ['End', { mod: true }, { kind: 'move', move: { by: 'last' }, extend: false }],
    ['PageDown', { shift: true }, { kind: 'move', move: { by: 'page', to: 'down' }, extend: true }],
    [' ', { shift: true }, { kind: 'lines', lines: 'rows' }],
    [' ', { mod: true }, { kind: 'lines', lines: 'columns' }],
    ['a', { mod: true }, { kind: 'lines', lines: 'all' }],
    ['F2', {}, { kind: 'edit', empty: false }],
    ['Backspace', {}, { kind: 'edit', empty: true }],
    ['Delete', {}, { kind: 'clear' }],
    ['Escape', {}, { kind: 'escape' }],
    ['F10', { shift: true }, { kind: 'menu' }],
    ['F1', { shift: true }, { kind: 'leave' }],
    ['a', {}, { kind: 'leave' }],
    ['c', { mod: true }, { kind: 'leave' }],
    ['z', { mod: true }, { kind: 'leave' }],
    ['Process', {}, { kind: 'leave' }],
    ['Enter', { composing: true }, { kind: 'leave' }],
    ['Enter', { cell: 'choice' }, { kind: 'edit', empty: false }],
    ['Enter', { cell: 'choice', shift: true }, { kind: 'next', along: 'columns', back: true }],
    ['ArrowDown', { cell: 'choice', alt: true }, { kind: 'edit', empty: false }],
    ['ArrowDown', { cell: 'choice' }, { kind: 'move', move: { by: 'step', to: 'down' }, extend: false }],
    [' ', { cell: 'switch' }, { kind: 'toggle' }],
    [' ', { cell: 'choice' }, { kind: 'leave' }],
    [' ', {}, { kind: 'leave' }],
  ] satisfies [string, Partial<Key>, unknown][])('%s %o', (name, more, intent) => {
    expect(key(name, more)).toEqual(intent);
  });
});
