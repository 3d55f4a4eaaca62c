import { describe, expect, it, vi } from 'vitest';
import { createDesktopHost } from '../../renderer/host/desktopHost.ts';
import { followDrops } from '../../renderer/host/followDrops.ts';
import type { DesktopBridge } from '../../shared/desktopBridge.ts';
import type { FileToken } from '../../shared/host.ts';
import { fail, ok } from '../../shared/result.ts';

function dragEvent(type: string, files: readonly File[], types: readonly string[]): Event {
  return Object.assign(new Event(type, { cancelable: true }), { dataTransfer: { files, types } });
}

describe('dropping a file on the window', () => {
  it('opens it, says why it cannot, and leaves dragged text alone', async () => {
    const done: string[] = [];
    const bridge = {
      openDropped: async (file: File) => (file.name.endsWith('.lodestone') ? ok({ token: 't' as FileToken, name: file.name, text: '{}', fingerprint: 'f' }) : fail('host-refused')),
    } as unknown as DesktopBridge;
    const target = new EventTarget();
    const end = followDrops(target, createDesktopHost(bridge), { openGiven: async ({ name }) => void done.push(name), tell: ({ code }) => void done.push(code) });
    const over = dragEvent('dragover', [], ['Files']);
    target.dispatchEvent(over);
    expect(over.defaultPrevented).toBe(true);
    const drop = dragEvent('drop', [new File(['{}'], 'a.lodestone')], ['Files']);
    target.dispatchEvent(drop);
    expect(drop.defaultPrevented).toBe(true);
    await vi.waitFor(() => expect(done).toEqual(['a.lodestone']));
    target.dispatchEvent(dragEvent('drop', [new File(['x'], 'notes.txt')], ['Files']));
    await vi.waitFor(() => expect(done).toEqual(['a.lodestone', 'host-refused']));
    const text = dragEvent('drop', [], ['text/plain']);
    target.dispatchEvent(text);
    expect(text.defaultPrevented).toBe(false);
    end();
    target.dispatchEvent(dragEvent('drop', [new File(['{}'], 'b.lodestone')], ['Files']));
    expect(done).toHaveLength(2);
  });
});
