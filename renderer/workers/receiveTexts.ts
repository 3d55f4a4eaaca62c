/** The worker's end: pieces are laid together until their job comes, which is done with the whole texts. */
import { doTextJob } from '../library/textJobs.ts';
import type { LibraryStore } from '../library/libraryStore.ts';
import type { TextReply, TextRequest } from './textMessages.ts';

export function receiveTexts(store: LibraryStore, reply: (answer: TextReply) => void): (request: TextRequest) => void {
  const arriving = new Map<number, string[][]>();
  return (request) => {
    const { id } = request;
    const texts = arriving.get(id) ?? [];
    if ('piece' in request) {
      (texts[request.at] ??= []).push(request.piece);
      arriving.set(id, texts);
      return;
    }
    arriving.delete(id);
    // The window gave each job what belongs to its name; a message cannot say that to the compiler.
    void doTextJob(store, request.name, request.about as never, texts.map((pieces) => pieces.join(''))).then(
      (answer) => reply({ id, answer }),
      (error: unknown) => reply({ id, error }),
    );
  };
}
