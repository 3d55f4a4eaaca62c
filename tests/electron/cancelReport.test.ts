/** Reports that are ended while they are made: nothing of them is left on the disk, and what was whole before stays. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAtomically } from '../../electron/files/writeAtomically.ts';
import { createHandlers, type HandlerParts } from '../../electron/host/createHandlers.ts';
import { createReportPrinter, type ReportWindow } from '../../electron/report/reportPrinter.ts';
import type { ReportReady, SentJob } from '../../shared/report/reportJob.ts';
import { ok } from '../../shared/result.ts';

const ready: ReportReady = { pages: 3, title: 'Base', author: '', language: 'en', paper: 'A4', findings: [] };
const job: SentJob = { workbookText: '{}', scenarios: ['base', 'long', 'short'], language: 'en', paper: 'A4' };
const names = ['base.pdf', 'long.pdf', 'short.pdf'];
const never = new Promise<never>(() => undefined);

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'lodestone-cancel-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The main process's answers over a real folder; `window` says what the page that is never shown does. */
function setUp(window: Partial<ReportWindow>, writeFile: HandlerParts['writeFile'] = (path, content) => writeAtomically(path, content)) {
  const progress: string[] = [];
  let destroyed = 0;
  const printer = createReportPrinter({
    openWindow: async () => ({ run: async () => ready, printToPdf: async () => new Uint8Array([1, 2, 3]), print: async () => true, destroy: () => void (destroyed += 1), ...window }),
    describe: async (pdf) => pdf,
  });
  const port: Partial<HandlerParts['window']> = { askSave: async () => join(folder, 'chosen'), askFolder: async () => folder, tellProgress: (done, all) => void progress.push(`${done}/${all}`) };
  const parts: Partial<HandlerParts> = {
    window: port as HandlerParts['window'],
    printer,
    folder: { load: async () => null, store: async () => undefined } as unknown as HandlerParts['folder'],
    usualFolder: folder,
    exists: async (path) => readdirSync(folder).includes(basename(path)),
    writeFile,
  };
  return { handlers: createHandlers(parts as HandlerParts), progress, left: () => readdirSync(folder).sort(), destroyed: () => destroyed };
}

/** Lets what was asked for get to where it waits. */
const settled = (): Promise<void> => new Promise((resume) => setTimeout(resume, 20));

describe('a report that is cancelled while it is made', () => {
  it.each([
    ['laid out', { run: () => never }],
    ['printed', { printToPdf: () => never }],
  ] as const)('while it is %s, leaves no file and no window', async (_what, window) => {
    const { handlers, left, destroyed } = setUp(window);
    const made = handlers.exportPdf({ ...job, scenario: 'base' }, 'report.pdf');
    await settled();
    await handlers.stopReport();
    expect(await made).toEqual(ok(null));
    expect(left()).toEqual([]);
    expect(destroyed()).toBe(1);
  });

  it('leaves the file that it was to replace as it was', async () => {
    writeFileSync(join(folder, 'chosen.html'), 'the report of yesterday');
    const { handlers, left } = setUp({ run: (script) => (script.includes('done()') ? Promise.resolve(1) : never) });
    const made = handlers.exportPage(job, 'page.html');
    await settled();
    await handlers.stopReport();
    expect(await made).toEqual(ok(null));
    expect(left()).toEqual(['chosen.html']);
    expect(readFileSync(join(folder, 'chosen.html'), 'utf8')).toBe('the report of yesterday');
  });

  it('is no failure where it was to go to the system’s dialog', async () => {
    const { handlers, progress } = setUp({ print: () => never });
    const printed = handlers.printReport({ ...job, scenario: 'base' });
    await settled();
    await handlers.stopReport();
    expect(await printed).toEqual(ok(null));
    expect(progress).toEqual(['0/1']);
  });
});

describe('a batch that is cancelled', () => {
  it('while its second report is printed, keeps the first one whole and says how many there are', async () => {
    let prints = 0;
    const { handlers, left, progress } = setUp({ printToPdf: () => (prints++ === 0 ? Promise.resolve(new Uint8Array([1, 2, 3])) : never) });
    const made = handlers.exportPdfs(job, names);
    await expect.poll(() => progress).toEqual(['0/3', '1/3']);
    await settled();
    await handlers.stopReport();
    expect(await made).toEqual(ok(1));
    expect(left()).toEqual(['base.pdf']);
    expect([...readFileSync(join(folder, 'base.pdf'))]).toEqual([1, 2, 3]);
  });

  it('while a report is written, ends after it: the file is whole, and no other begins', async () => {
    const { handlers, left, progress } = setUp({}, async (path, content) => {
      await handlers.stopReport();
      return writeAtomically(path, content);
    });
    expect(await handlers.exportPdfs(job, names)).toEqual(ok(1));
    expect(left()).toEqual(['base.pdf']);
    expect(progress).toEqual(['0/3']);
  });

  it('before its first report is there, says nothing; and the next batch runs', async () => {
    let isFirst = true;
    const { handlers, left } = setUp({ run: () => (isFirst ? never : Promise.resolve(ready)) });
    const made = handlers.exportPdfs(job, names);
    await settled();
    await handlers.stopReport();
    expect(await made).toEqual(ok(null));
    expect(left()).toEqual([]);
    isFirst = false;
    expect(await handlers.exportPdfs(job, names)).toEqual(ok(3));
    expect(left()).toEqual([...names].sort());
  });
});
