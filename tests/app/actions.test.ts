import { describe, expect, it } from 'vitest';
import { actionIds, actionOfKey, isAvailable, specOf, type Situation } from '../../shared/actions.ts';
import { keptKeys, keyName, keyText } from '../../shared/keys.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}, code = '') => ({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });
const now: Situation = { view: 'workbench', undoSteps: 0, redoSteps: 0, readOnly: false, finding: false };

describe('the actions', () => {
  it('share no key, in the order in which keys are named', () => {
    const keys = actionIds.flatMap((id) => specOf(id).keys ?? []);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    for (const key of keys) expect(key).toMatch(/^(Mod\+)?(Alt\+)?(Shift\+)?([A-Z0-9]|[^\sA-Za-z0-9+]|F\d+|[A-Z][A-Za-z]+)$/);
  });

  it('have no key that the browser keeps, and none that needs Ctrl+Alt, which writes letters on many keyboards', () => {
    const keys = actionIds.flatMap((id) => specOf(id).keys ?? []);
    expect(keys.filter((key) => keptKeys.has(key) || key.startsWith('Mod+Alt+'))).toEqual([]);
  });

  it('have words in both languages that tell them apart', () => {
    for (const language of ['en', 'zh'] as const) {
      const labels = actionIds.map((id) => specOf(id).label[language]);
      expect(new Set(labels).size).toBe(labels.length);
      expect(labels.every((label) => label.trim() !== '')).toBe(true);
    }
  });

  it('are found by their keys', () => {
    expect(actionOfKey('Mod+S')).toBe('save');
    expect(actionOfKey('Mod+Shift+Z')).toBe('redo');
    expect(actionOfKey('Mod+J')).toBeNull();
  });

  it('are offered where they make sense', () => {
    expect(isAvailable('undo', now)).toBe(false);
    expect(isAvailable('undo', { ...now, undoSteps: 1 })).toBe(true);
    expect(isAvailable('undo', { ...now, undoSteps: 1, readOnly: true })).toBe(false);
    expect(isAvailable('explain', now)).toBe(true);
    expect(isAvailable('explain', { ...now, view: 'library' })).toBe(false);
    expect(isAvailable('save', { ...now, view: 'library' })).toBe(true);
  });
});

describe('names of keys', () => {
  it('Mod is Ctrl, and Cmd on macOS; the other one names no action', () => {
    expect(keyName(press('z', { ctrlKey: true }), 'other')).toBe('Mod+Z');
    expect(keyName(press('z', { metaKey: true }), 'mac')).toBe('Mod+Z');
    expect(keyName(press('z', { metaKey: true }), 'other')).toBe('Other+Z');
    expect(keyName(press('Z', { ctrlKey: true, shiftKey: true }), 'other')).toBe('Mod+Shift+Z');
    expect(keyName(press('F1', { shiftKey: true }), 'other')).toBe('Shift+F1');
  });

  it('Alt on macOS and keyboards without Latin letters go by the place of the key', () => {
    expect(keyName(press('µ', { altKey: true }, 'KeyM'), 'mac')).toBe('Alt+M');
    expect(keyName(press('≥', { altKey: true }, 'Period'), 'mac')).toBe('Alt+.');
    expect(keyName(press('я', { ctrlKey: true }, 'KeyZ'), 'other')).toBe('Mod+Z');
    expect(keyName(press('1', { altKey: true }, 'Digit1'), 'other')).toBe('Alt+1');
  });

  it('are shown as each system writes them', () => {
    expect(keyText('Mod+Shift+P', 'other')).toBe('Ctrl+Shift+P');
    expect(keyText('Mod+Shift+P', 'mac')).toBe('⇧⌘P');
    expect(keyText('Alt+ArrowUp', 'other')).toBe('Alt+↑');
  });
});
