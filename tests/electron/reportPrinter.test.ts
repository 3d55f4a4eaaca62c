import { describe, expect, it } from 'vitest';
import { createReportPrinter, type ReportWindow } from '../../electron/report/reportPrinter.ts';
import type { ReportJob, ReportReady } from '../../shared/report/reportJob.ts';

const job: ReportJob = { workbookText: '{"a":"</script>\u2028`${1}`"}', scenario: 'base', language: 'en', paper: 'A4' };

const ready: ReportReady = { pages: 3, title: 'China NdFeB magnets — Base', author: 'Baotou Desk', language: 'en', paper: 'A4', findings: [] };

function setUp(parts: Partial<ReportWindow> = {}, timeoutMs = 200) {
  const calls: string[] = [];
  const scripts: string[] = [];
  const window: ReportWindow = {
    run(script) {
      scripts.push(script);
      return Promise.resolve(ready);
    },
    async printToPdf() {
      calls.push('pdf');
      return new Uint8Array([1]);
    },
    async print() {
      calls.push('print');
      return true;
    },
    destroy: () => void calls.push('destroyed'),
    ...parts,
  };
  return { calls, scripts, printer: createReportPrinter({
      openWindow: async () => window,
      describe: async (pdf, { title, author, language }) => {
        calls.push(`${title}, ${author}, ${language}`);
        return new Uint8Array([...pdf, 2]);
      },
      timeoutMs,
    }),
  };
}

describe('printing the report', () => {
  it('lays out, prints and destroys the window', async () => {
    const { calls, printer } = setUp();
    expect(await printer.pdf(job)).toEqual({ ok: true, value: new Uint8Array([1, 2]) });
    expect(await printer.print(job)).toEqual({ ok: true, value: null });
    expect(calls).toEqual(['pdf', 'China NdFeB magnets — Base, Baotou Desk, en', 'destroyed', 'print', 'destroyed']);
  });

  it('hands the job over as data, whatever it contains', async () => {
    const { scripts, printer } = setUp();
    await printer.pdf(job);
    const given: unknown[] = [];
    const window = { lodestoneReport: { render: (value: unknown) => given.push(value) } };
    await (new Function('window', `return ${scripts[0] ?? ''}`) as (window: object) => Promise<unknown>)(window);
    expect(given).toEqual([job]);
  });

  it.each([
    ['the page refuses', { run: () => Promise.reject(new Error('The workbook is damaged.\n  at render')) }, 'The workbook is damaged.'],
    ['the page is not the report', { run: () => Promise.resolve(undefined) }, 'the report page did not say how many pages it has'],
    ['the page never answers', { run: () => new Promise<never>(() => undefined) }, 'the report page did not answer'],
    ['printing fails', { printToPdf: () => Promise.reject(new Error('no printer')) }, 'no printer'],
  ] as const)('says why when %s, and destroys the window', async (_what, parts, cause) => {
    const { calls, printer } = setUp(parts);
    expect(await printer.pdf(job)).toEqual({ ok: false, problem: { code: 'print-failed', values: { cause } } });
    expect(calls).toEqual(['destroyed']);
  });

  it('takes a cancelled print dialog for no failure', async () => {
    const { printer } = setUp({ print: () => Promise.resolve(false) });
    expect(await printer.print(job)).toEqual({ ok: true, value: null });
  });

  it('writes a page for several scenarios, and hands over the text as UTF-8', async () => {
    const sent = { html: '<p>缺口</p>', pages: 2, findings: [] };
    const scripts: string[] = [];
    const { calls, printer } = setUp({
      run(script) {
        scripts.push(script);
        return Promise.resolve(sent);
      },
    });
    const page = await printer.page({ workbookText: '{}', scenarios: ['base', 'other'], language: 'zh', paper: 'A4' }, () => undefined);
    expect(page.ok && new TextDecoder().decode(page.value)).toBe('<p>缺口</p>');
    expect(scripts[0]).toContain('lodestoneReport.write(');
    expect(calls).toEqual(['destroyed']);
  });

  it('tells how many of the scenarios of a page are done, each number once', async () => {
    const sent = { html: '<p></p>', pages: 2, findings: [] };
    let asked = 0;
    const { printer } = setUp({ run: (script) => (script.includes('.write(') ? new Promise((resolve) => setTimeout(() => resolve(sent), 1200)) : Promise.resolve([0, 1, 1, 2][asked++] ?? 2)) }, 5000);
    const told: number[] = [];
    expect((await printer.page({ workbookText: '{}', scenarios: ['a', 'b', 'c'], language: 'en', paper: 'A4' }, (done) => told.push(done))).ok).toBe(true);
    expect(told).toEqual([1, 2]);
  });

  it('ends what is under way when it is told to, and goes on with what comes after', async () => {
    const { calls, printer } = setUp({ printToPdf: () => new Promise<never>(() => undefined) });
    const printing = printer.pdf(job);
    await new Promise((resume) => setTimeout(resume, 20));
    printer.stop();
    expect(await printing).toEqual({ ok: false, problem: { code: 'report-stopped' } });
    expect(calls).toEqual(['destroyed']);
    expect(await printer.print(job)).toEqual({ ok: true, value: null });
  });
});
