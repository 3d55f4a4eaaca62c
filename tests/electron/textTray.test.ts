import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTextTray } from '../../electron/door/textTray.ts';
import { encodeInTurns, fingerprintInTurns } from '../../electron/files/inTurns.ts';
import { maxFileBytes } from '../../shared/file/parseWorkbook.ts';
import { ok } from '../../shared/result.ts';

describe('texts sent ahead in pieces', () => {
  it('come out whole, each under its ticket, once; a short one needs no ticket', () => {
    const tray = createTextTray();
    for (const piece of ['{', '磁', '}']) {
      expect(tray.lay('one', piece)).toEqual(ok(null));
      tray.lay('two', piece + piece);
    }
    expect(tray.take('short')).toEqual(ok('short'));
    expect(tray.take({ sent: 'one' })).toEqual(ok('{磁}'));
    expect(tray.take({ sent: 'two' })).toEqual(ok('{{磁磁}}'));
    expect(tray.take({ sent: 'one' })).toMatchObject({ ok: false, problem: { code: 'host-refused' } });
  });

  it('are let go where they grow beyond a file, and where a page that was reloaded left them', () => {
    const tray = createTextTray();
    const half = 'x'.repeat(maxFileBytes / 2 + 1);
    tray.lay('large', half);
    expect(tray.lay('large', half)).toMatchObject({ ok: false, problem: { code: 'host-refused' } });
    expect(tray.take({ sent: 'large' }).ok).toBe(false);
    for (const ticket of ['left', 'a', 'b', 'c', 'd']) tray.lay(ticket, ticket);
    expect(tray.take({ sent: 'left' }).ok).toBe(false);
    expect(tray.take({ sent: 'a' })).toEqual(ok('a'));
  });
});

describe('the bytes of a large text', () => {
  it('are those of the whole, no character cut in two, and so is their fingerprint', async () => {
    const text = `a${'𠮷'.repeat(1_200_000)}磁`;
    const bytes = await encodeInTurns(text);
    expect(Buffer.compare(bytes, Buffer.from(text, 'utf8'))).toBe(0);
    expect(await fingerprintInTurns(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(await fingerprintInTurns(new Uint8Array())).toBe(createHash('sha256').digest('hex'));
  });
});
