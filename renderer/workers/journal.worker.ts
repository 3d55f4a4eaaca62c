/** Writes the base texts of the journal beside the window: a large text takes the database a while. */
import { openLibraryStore } from '../library/libraryStore.ts';
import { writeCheckpoint } from '../library/writeCheckpoint.ts';
import type { JournalReply, JournalRequest } from './journalMessages.ts';

const store = openLibraryStore();

self.addEventListener('message', ({ data: { id, checkpoint } }: MessageEvent<JournalRequest>) => {
  void writeCheckpoint(store, checkpoint).then((result) => {
    const reply: JournalReply = { id, result };
    self.postMessage(reply);
  });
});
