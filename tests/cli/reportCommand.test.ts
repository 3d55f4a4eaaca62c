/** `lodestone report`: which files it writes for which scenarios and pages, and what it refuses. */
import { describe, expect, it } from 'vitest';
import type { CliEffects } from '../../electron/cli/effects.ts';
import { readPages } from '../../electron/cli/parseArguments.ts';
import { runCommandLine } from '../../electron/cli/runCommandLine.ts';
import type { ReportJob, SentJob } from '../../shared/report/reportJob.ts';
import { ok } from '../../shared/result.ts';
import { shippedText } from '../support/shippedWorkbook.ts';

function setUp() {
  const jobs: ReportJob[] = [];
  const sent: SentJob[] = [];
  const files: string[] = [];
  const folders: string[] = [];
  const errors: string[] = [];
  const effects: CliEffects = {
    language: 'en',
    resolvePath: (name) => `/here/${name}`,
    readTextFile: () => Promise.resolve(ok(shippedText)),
    writeFile(path) {
      files.push(path);
      return Promise.resolve(ok(null));
    },
    makeFolder(path) {
      folders.push(path);
      return Promise.resolve(ok(null));
    },
    printReport(job) {
      jobs.push(job);
      return Promise.resolve({ ok: true, value: { content: new Uint8Array([1]), pages: 4, findings: [] } });
    },
    writeReport(job, told) {
      sent.push(job);
      told(1);
      return Promise.resolve({ ok: true, value: { content: new Uint8Array([2]), pages: 9, findings: [{ en: 'Comment: {gap.2031}.', zh: '评论' }] } });
    },
    writeOutput: () => undefined,
    writeError: (text) => void errors.push(text),
  };
  return { jobs, sent, files, folders, errors, run: (...words: string[]) => runCommandLine(['report', 'book.lodestone', ...words], effects) };
}

describe('the report command', () => {
  it('writes one file for a name that ends in .pdf', async () => {
    const { jobs, files, folders, run } = setUp();
    expect(await run('--out', 'r.pdf', '--pages', '1-3,5', '--paper', 'a3', '--lang', 'zh')).toBe(0);
    expect(files).toEqual(['/here/r.pdf']);
    expect(folders).toEqual([]);
    expect(jobs.map(({ scenario, pages, paper, language }) => ({ scenario, pages, paper, language }))).toEqual([{ scenario: 'base', pages: [1, 2, 3, 5], paper: 'A3', language: 'zh' }]);
  });

  it('writes a file for each scenario into a folder, and says how far it is', async () => {
    const { jobs, files, folders, errors, run } = setUp();
    expect(await run('--out', 'out/', '--scenario', 'base', '--scenario', 'Prolonged control', '--scenario', 'base')).toBe(0);
    expect(folders).toEqual(['/here/out/']);
    expect(files).toEqual(['/here/out/China NdFeB magnets - Base.pdf', '/here/out/China NdFeB magnets - Prolonged control.pdf']);
    expect(jobs.map(({ scenario }) => scenario)).toEqual(['base', 'prolongedControl']);
    expect(jobs[0]?.pages).toBeUndefined();
    expect(errors[0]).toMatch(/^1\/2 /);
  });

  it('writes a file for each workbook, and never two of one name', async () => {
    const { files, run } = setUp();
    expect(await run('other.lodestone', '--out', 'out')).toBe(0);
    expect(files).toEqual(['/here/out/China NdFeB magnets - Base.pdf', '/here/out/China NdFeB magnets - Base (2).pdf']);
  });

  it('writes one page of HTML with every scenario, or with those that are named, and says what is wrong with it', async () => {
    const { sent, files, errors, run } = setUp();
    expect(await run('--out', 'page.html', '--lang', 'both')).toBe(0);
    expect(await run('--out', 'two.html', '--scenario', 'Prolonged control', '--scenario', 'base')).toBe(0);
    expect(files).toEqual(['/here/page.html', '/here/two.html']);
    expect(sent[0]?.scenarios.length).toBeGreaterThan(2);
    expect(sent.map(({ language }) => language)).toEqual(['both', 'en']);
    expect(sent[1]?.scenarios).toEqual(['prolongedControl', 'base']);
    expect(errors).toContain('Comment: {gap.2031}.\n');
    expect(errors.filter((line) => /^\d\/2 /.test(line))).toEqual(['1/2 Prolonged control\n', '2/2 Base\n']);
  });

  it.each([
    [['other.lodestone', '--out', 'r.pdf'], 'several workbooks'],
    [['--out', 'r.pdf', '--scenario', 'base', '--scenario', 'prolongedControl'], 'is one file'],
    [['--out', 'r.pdf', '--pages', '3-1'], 'cannot be read'],
    [['--out', 'r.pdf', '--pages', '40'], 'none of them'],
    [['--out', 'r.pdf', '--paper', 'B5'], 'A4, Letter, A3'],
    [['--out', 'r.pdf', '--scenario', 'nobody'], 'nobody'],
  ])('refuses %j with one sentence', async (words, sentence) => {
    const { files, errors, run } = setUp();
    expect(await run(...words)).toBe(2);
    expect(files).toEqual([]);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(sentence);
  });
});

it('reads lists of pages', () => {
  expect(readPages('1-3, 5')).toEqual([1, 2, 3, 5]);
  for (const text of ['', '0', '2-', 'a', '3-2', '1,,2', '1-9999']) expect(readPages(text)).toBeNull();
});
