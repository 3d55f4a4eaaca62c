import { expect, test } from 'vitest';
import { reachedModules } from '../../build/reachedModules.ts';

const imports: Readonly<Record<string, readonly string[]>> = {
  'window.html': ['window.ts'],
  'window.ts': ['model.ts', 'grid.ts'],
  'grid.ts': ['model.ts', 'window.ts'],
  'model.ts': [],
  'print.html': ['print.ts'],
  'print.ts': ['model.ts'],
};
const importsOf = (id: string): readonly string[] => imports[id] ?? [];

test('a page reaches what its script imports, however far and in circles', () => {
  expect([...reachedModules('window.html', importsOf)].sort()).toEqual(['grid.ts', 'model.ts', 'window.html', 'window.ts']);
  expect([...reachedModules('print.html', importsOf)].sort()).toEqual(['model.ts', 'print.html', 'print.ts']);
});

test('a page is walked once, however many modules are asked about', () => {
  reachedModules('window.html', importsOf);
  const again = reachedModules('window.html', () => {
    throw new Error('The page was walked again.');
  });
  expect(again.has('grid.ts')).toBe(true);
});
