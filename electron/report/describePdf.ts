/**
 * Writes into a printed PDF what Chromium leaves out: who publishes it, what made it, and in which language it is. Its tags, its outline
 * and everything on its pages stay as they were printed.
 */
import { PDFDocument } from '@cantoo/pdf-lib';

export type PdfDescription = {
  readonly title: string;
  /** The organisation that publishes the report; empty where it names none, and then the program stands for it. */
  readonly author: string;
  /** The language of the report as the web names it: en, zh-CN. */
  readonly language: string;
};

/** Objects that are read or written before others have their turn; the library's own number makes a report wait far longer than it works. */
const objectsPerTick = 1500;

/** Rejects when the bytes are no PDF that can be read. */
export async function describePdf(pdf: Uint8Array, { title, author, language }: PdfDescription): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: objectsPerTick });
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setAuthor(author === '' ? 'Lodestone' : author);
  document.setCreator('Lodestone');
  document.setLanguage(language);
  // As Chromium wrote them, one object after the other: old readers and search tools look for them so.
  return document.save({ useObjectStreams: false, updateFieldAppearances: false, objectsPerTick });
}
