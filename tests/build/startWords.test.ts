import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../build/dataFolder.mjs';
import { hasDisplay } from '../../build/display.mjs';
import { readStartWords } from '../../build/startWords.mjs';

describe('the words behind npm start', () => {
  it.each([
    [[], { edition: 'any', file: null }],
    [['book.lodestone'], { edition: 'any', file: 'book.lodestone' }],
    [['--browser'], { edition: 'browser', file: null }],
    [['--electron', 'book.lodestone'], { edition: 'electron', file: 'book.lodestone' }],
    [['book.lodestone', '--browser', '--browser'], { edition: 'browser', file: 'book.lodestone' }],
    [['--browser', '--help'], 'help'],
  ])('reads %j', (words, value) => {
    expect(readStartWords(words)).toEqual({ ok: true, value });
  });
  it.each([
    [['--port=1'], '--port=1'],
    [['-x', 'book.lodestone'], '-x'],
    [['a.lodestone', 'b.lodestone'], 'b.lodestone'],
    [['--browser', '--electron'], '--electron and --browser'],
  ])('says what is wrong with %j', (words, named) => {
    const read = readStartWords(words);
    expect(read.ok ? '' : read.sentence).toContain(named);
  });
});

describe('where a start keeps things and opens windows', () => {
  it('uses the folder that each system gives to programs', () => {
    expect(dataFolder({ platform: 'linux', env: {}, home: '/home/a' })).toBe(join('/home/a', '.local', 'share', 'lodestone'));
    expect(dataFolder({ platform: 'linux', env: { XDG_DATA_HOME: '/data' }, home: '/home/a' })).toBe(join('/data', 'lodestone'));
    expect(dataFolder({ platform: 'win32', env: { LOCALAPPDATA: 'L' }, home: 'H' })).toBe(join('L', 'Lodestone'));
    expect(dataFolder({ platform: 'darwin', env: {}, home: '/Users/a' })).toBe(join('/Users/a', 'Library', 'Application Support', 'Lodestone'));
  });
  it('knows a display by what the system names', () => {
    expect(hasDisplay({ platform: 'linux', env: {} })).toBe(false);
    expect(hasDisplay({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true);
    expect(hasDisplay({ platform: 'win32', env: {} })).toBe(true);
  });
});
