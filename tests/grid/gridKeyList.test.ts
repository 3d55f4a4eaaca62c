import { describe, expect, it } from 'vitest';
import { keyIntent, type Key } from '../../renderer/grid/gridKeys.ts';
import { actionOfKey } from '../../shared/actions.ts';
import { gridKeyList, wordKeyList } from '../../shared/grid/gridKeyList.ts';

function intent(name: string, cell: Key['cell']): string {
  const parts = name.split('+');
  return keyIntent({ key: parts.at(-1) ?? '', shift: parts.includes('Shift'), mod: parts.includes('Mod'), alt: parts.includes('Alt'), composing: false, cell }).kind;
}

describe('the keys that the page of keys lists for a grid', () => {
  it.each(gridKeyList.flatMap(({ keys }) => keys))('%s means something in a grid and no action', (key) => {
    expect(intent(key, 'number')).not.toBe('leave');
    expect(actionOfKey(key)).toBeNull();
  });
  it.each(wordKeyList.flatMap(({ keys }) => keys))('"%s" means something in a cell of words', (key) => {
    expect(['edit', 'toggle']).toContain(intent(key, 'switch'));
  });
});
