/** Does beside the window what takes long with a large text: base texts for the library, packing, fingerprints. */
import { openLibraryStore } from '../library/libraryStore.ts';
import { receiveTexts } from './receiveTexts.ts';
import type { TextRequest } from './textMessages.ts';

const receive = receiveTexts(openLibraryStore(), (reply) => self.postMessage(reply));

self.addEventListener('message', ({ data }: MessageEvent<TextRequest>) => receive(data));
