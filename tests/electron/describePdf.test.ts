/** What is written into a printed PDF, and what stays as it was. */
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { describePdf } from '../../electron/report/describePdf.ts';

async function printed(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]);
  document.setCreationDate(new Date('2025-05-29T00:00:00Z'));
  document.catalog.set(PDFName.of('MarkInfo'), document.context.obj({ Marked: true }));
  document.catalog.set(PDFName.of('Outlines'), document.context.register(document.context.obj({ Type: 'Outlines', Count: 0 })));
  return document.save({ useObjectStreams: false });
}

test('title, author and language, in Chinese too; tags and outline stay', async () => {
  const pdf = await describePdf(await printed(), { title: '中国钕铁硼磁材 — 基准', author: '包头', language: 'zh-CN' });
  const read = await PDFDocument.load(pdf, { updateMetadata: false });
  expect([read.getTitle(), read.getAuthor(), read.getCreator()]).toEqual(['中国钕铁硼磁材 — 基准', '包头', 'Lodestone']);
  expect(String(read.catalog.get(PDFName.of('Lang')))).toBe('(zh-CN)');
  expect(read.catalog.has(PDFName.of('MarkInfo')) && read.catalog.has(PDFName.of('Outlines'))).toBe(true);
  expect(read.getCreationDate()).toEqual(new Date('2025-05-29T00:00:00Z'));
});

test('a report that nobody publishes is the program’s, and what is no PDF is refused', async () => {
  const read = await PDFDocument.load(await describePdf(await printed(), { title: 'x', author: '', language: 'en' }), { updateMetadata: false });
  expect(read.getAuthor()).toBe('Lodestone');
  await expect(describePdf(new Uint8Array([1, 2, 3]), { title: 'x', author: '', language: 'en' })).rejects.toThrow();
});
