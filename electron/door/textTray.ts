/** Texts that a window sends ahead in pieces, until the operation that names their ticket takes them. */
import type { DoorText } from '../../shared/desktopBridge.ts';
import { maxFileBytes } from '../../shared/file/parseWorkbook.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

export type TextTray = {
  /** Problem: host-refused where a text grows beyond what a file may have; all of it is let go. */
  lay(ticket: string, piece: string): Result<null>;
  /** The whole text, which leaves the tray. Problem: host-refused where nothing lies under the ticket. */
  take(text: DoorText): Result<string>;
};

/** A save and a safety copy may be on their way at once; what a page that was reloaded left behind makes room for later ones. */
const most = 4;

export function createTextTray(): TextTray {
  const texts = new Map<string, { readonly pieces: string[]; characters: number }>();
  return {
    lay(ticket, piece) {
      const text = texts.get(ticket) ?? { pieces: [], characters: 0 };
      texts.set(ticket, text);
      text.pieces.push(piece);
      text.characters += piece.length;
      const [oldest] = texts.keys();
      if (texts.size > most && oldest !== undefined) texts.delete(oldest);
      if (text.characters <= maxFileBytes) return ok(null);
      texts.delete(ticket);
      return fail('host-refused', { values: { cause: 'the text is too large' } });
    },
    take(text) {
      if (typeof text === 'string') return ok(text);
      const found = texts.get(text.sent);
      texts.delete(text.sent);
      return found === undefined ? fail('host-refused', { values: { cause: 'the text did not arrive' } }) : ok(found.pieces.join(''));
    },
  };
}
