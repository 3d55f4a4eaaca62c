/** What the command line writes, read back by other programs: PDFs by poppler-utils, the page that is sent by a browser without a network. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'playwright/test';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import { formatNumber } from '../../shared/format.ts';
import { standardMargins } from '../../shared/model/reportSettings.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { generatedWorkbook } from '../bench/generatedWorkbook.ts';
import { pagesOf, poppler, wordsOutside } from '../support/pdfTools.ts';
import { done } from '../support/results.ts';
import { sheetFaults } from '../support/sheetFaults.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'dist', 'cli', 'lodestone.mjs');
const sample = join(root, 'shared', 'sample', 'china-ndfeb-magnets.lodestone');

function frozenLogo(): string {
  const frozen = readFileSync(join(root, 'tests', 'fixtures', 'formats', 'version-2.lodestone'), 'utf8');
  return /"logo": "([^"]+)"/.exec(frozen)?.[1] ?? '';
}

function report(...words: readonly string[]): { readonly status: number | null; readonly error: string } {
  const run = spawnSync(process.execPath, [program, 'report', ...words], { encoding: 'utf8' });
  return { status: run.status, error: run.stderr };
}

function written(folder: string, name: string, workbook: Workbook): string {
  const file = join(folder, name);
  writeFileSync(file, serializeWorkbook(workbook));
  return file;
}

const tight = (text: string): string => text.replace(/\s+/g, '');

test('a report in two languages, with an organisation and a logo, is tagged, titled and whole; every number of its table is that of the balance', () => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-files-'));
  const opened = done(parseWorkbook(readFileSync(sample, 'utf8')));
  const book = written(folder, 'book.lodestone', { ...opened, report: { organisation: 'Baotou Desk', logo: frozenLogo(), language: 'both', pages: [{ id: 'headline', kind: 'headline' }, { id: 'balance', kind: 'balance' }] } });
  const out = join(folder, 'both.pdf');
  const run = report(book, '--out', out);
  expect(run.status, run.error).toBe(0);
  const pdf = readFileSync(out, 'latin1');
  // The logo is one picture however many sheets it stands on; it may have a mask for what is clear in it.
  expect(pdf.match(/\/Subtype \/Image/g)?.length ?? 0).toBe(1);
  expect(pdf).toContain('/Lang (en)');
  expect(pdf).toContain('/Outlines');
  const info = poppler('pdfinfo', out);
  if (info !== null) for (const line of [/Title:\s+China NdFeB magnets — Base/, /Author:\s+Baotou Desk/, /Creator:\s+Lodestone/, /Tagged:\s+yes/, /JavaScript:\s+no/]) expect(info).toMatch(line);
  const tags = poppler('pdfinfo', '-struct', out);
  const isTagged = (tag: string): boolean => tags === null || new RegExp(`^\\s*${tag}\\b`, 'm').test(tags);
  expect(['H1', 'H3', 'Table', 'TR', 'TH', 'TD', 'Figure', 'L', 'LI'].filter((tag) => !isTagged(tag))).toEqual([]);
  expect(wordsOutside(out, standardMargins) ?? []).toEqual([]);
  const pages = pagesOf(out);
  if (pages !== null) {
    const half = pages.length / 2;
    for (const [at, phrases] of [
      [0, ['The market turns short in July 2025', 'In 2025 supply of 265.0 kt meets domestic demand', 'Key numbers', 'Risks', 'Gap = supply + imports']],
      [half, ['市场于2025年7月转为短缺', '2025年供应265.0千吨，国内需求', '关键数据', '风险', '缺口=供应+进口']],
    ] as const) {
      const text = tight(pages[at] ?? '');
      const places = phrases.map((phrase) => text.indexOf(tight(phrase)));
      expect(places, `page ${at + 1}`).not.toContain(-1);
      expect([...places].sort((a, b) => a - b), `page ${at + 1} in reading order`).toEqual(places);
      expect(text).toContain(tight(at === 0 ? `page 1 of ${pages.length}` : `第${half + 1}页，共${pages.length}页`));
    }
  }
  const lines = poppler('pdftotext', '-layout', out, '-')?.split('\n');
  const balance = JSON.parse(execFileSync(process.execPath, [program, 'balance', book], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as Record<'supply' | 'exports' | 'gap' | 'inventory' | 'coverDays', readonly number[]> & { readonly months: readonly string[]; readonly demand: { readonly sectors: Readonly<Record<string, readonly number[]>> } };
  const sectors = Object.values(balance.demand.sectors);
  for (const [at, month] of balance.months.entries()) {
    if (lines === undefined || month < opened.shownFrom) continue;
    const tonnes = (line: readonly number[] | undefined, signed = false): string => formatNumber(line?.[at] ?? null, { decimals: 0, signed }, 'zh');
    const wanted = [tonnes(balance.supply), ...sectors.map((line) => tonnes(line)), tonnes(balance.exports), tonnes(balance.gap, true), tonnes(balance.inventory), formatNumber(balance.coverDays[at] ?? null, { decimals: 1 }, 'zh')];
    const label = `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
    const rows = lines.filter((line) => line.trim().startsWith(label)).map((line) => line.trim().slice(label.length).replace(/^\s*[ef]/, '').trim().split(/\s+/));
    expect(rows, month).toContainEqual(wanted);
  }
  rmSync(folder, { recursive: true });
});

test('one sector over a year, sixty over two and three over ten, with long Chinese names: nothing leaves its box or its margins', async ({ page }) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-sizes-'));
  const opened = done(parseWorkbook(readFileSync(sample, 'utf8')));
  const long = (name: string, at: number): { readonly en: string; readonly zh: string } => ({ en: `${name} ${at} with an extraordinarily long denomination`, zh: `第${at}类高性能烧结钕铁硼永磁材料下游应用领域（含配套零部件）` });
  const margins = { top: 16, side: 9, bottom: 13 };
  const large = (name: string, sectors: number, months: number): string => {
    const grown = generatedWorkbook(opened, { sectors, months, scenarios: 2 });
    return written(folder, name, {
      ...grown,
      // The shipped claims and vintages speak of sectors that a small workbook has not.
      claims: {},
      vintages: {},
      vintage: null,
      title: { en: grown.title.en, zh: '中国高性能烧结钕铁硼永久磁铁月度供需平衡与情景分析（内部工作版本）' },
      sectors: Object.fromEntries(Object.entries(grown.sectors).map(([id, sector], at) => [id, { ...sector, name: long(sector.name.en, at) }])),
      report: { margins, language: 'zh', pages: [{ id: 'balance', kind: 'balance' }, { id: 'sectors', kind: 'sectors' }] },
    });
  };
  const small = generatedWorkbook(opened, { sectors: 2, months: 12, scenarios: 1 });
  const { otherDomestic: _other, ...only } = small.sectors;
  const short = written(folder, 'short.lodestone', { ...small, sectors: only, series: Object.fromEntries(Object.entries(small.series).filter(([path]) => !path.startsWith('sectors/otherDomestic/'))), claims: {}, vintages: {}, shownFrom: small.horizon.start, asOf: '2024-12-31' as Workbook['asOf'], vintage: null });
  const files = [
    [large('wide.lodestone', 60, 24), 'zh', margins],
    [large('tall.lodestone', 3, 120), 'zh', margins],
    [short, 'en', standardMargins],
  ] as const;
  for (const [file, language, own] of files) {
    const run = report(file, '--out', `${file}.html`, '--lang', language, '--scenario', 'base');
    expect(run.status, run.error).toBe(0);
    await page.goto(pathToFileURL(`${file}.html`).href);
    expect(await page.evaluate(sheetFaults)).toEqual([]);
    // Printed by whoever receives it: the same sheets, none of them blank.
    const out = `${file}.pdf`;
    writeFileSync(out, await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true }));
    expect(wordsOutside(out, own) ?? []).toEqual([]);
    const sheets = await page.locator('.report:not([hidden]) .page').count();
    expect(Number(/(\d+) pages/.exec(run.error)?.[1])).toBe(sheets);
    const info = poppler('pdfinfo', out);
    if (info !== null) expect(info).toMatch(new RegExp(`Pages:\\s+${sheets}\\n`));
  }
  rmSync(folder, { recursive: true });
});

test('the page that is sent asks nothing of a network, switches between scenarios and says what is under the pointer', async ({ page }) => {
  test.setTimeout(90_000);
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-sent-'));
  const out = join(folder, 'page.html');
  const run = report(sample, '--out', out, '--scenario', 'base', '--scenario', 'Prolonged control', '--pages', '1-2,5', '--lang', 'both');
  expect(run.status, run.error).toBe(0);
  const [asked, said]: [string[], string[]] = [[], []];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(pathToFileURL(out).href);
  const shown = page.locator('.report:not([hidden])');
  await expect(shown.locator('h1').first()).toHaveText(/turns short in July 2025/);
  const figure = shown.locator('figure[data-hover]').first();
  await figure.hover({ position: { x: 250, y: 90 } });
  await expect(page.locator('.hover-readout')).toContainText(/20\d\d.*gap.*[−+]?\d\.\d\d.*cumulative/);
  // Every chart answers, the flow diagram too: by its stages and by the bands between them, with the pointer and with the keys.
  expect(await shown.locator('figure').count()).toBe(await shown.locator('figure[data-hover]').count());
  const flow = shown.locator('[data-kind="chain"] figure').first();
  await flow.hover({ position: { x: 120, y: 80 } });
  await expect(page.locator('.hover-readout')).toHaveText(/Quotas, imports, end of life.*83,518.*81\.7%/);
  await flow.hover({ position: { x: 250, y: 225 } });
  await expect(page.locator('.hover-readout')).toContainText('New scrap returned');
  await flow.press('End');
  await expect(page.locator('.hover-readout')).toContainText('New scrap not recovered');
  await page.getByRole('radio', { name: 'Prolonged control' }).click();
  await expect(shown).toHaveCount(1);
  await expect(shown.locator('h1').first()).toHaveText(/turns short in September 2025/);
  await expect(page).toHaveTitle('China NdFeB magnets — Prolonged control · 管制延长');
  // It carries the fonts of its letters and no others, Chinese too: what no font of its own has would be drawn by one of the reader's.
  expect(statSync(out).size).toBeLessThan(1_500_000);
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('DOM.enable');
  await inspector.send('CSS.enable');
  const { root: top } = await inspector.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await inspector.send('DOM.querySelectorAll', { nodeId: top.nodeId, selector: '.report:not([hidden]) :is(h1, header, th, p, li, text), .switch' });
  const drawn = new Map<string, boolean>();
  for (const nodeId of nodeIds) for (const { familyName, isCustomFont } of (await inspector.send('CSS.getPlatformFontsForNode', { nodeId })).fonts) drawn.set(familyName, isCustomFont);
  expect([...drawn.keys()].some((name) => name.includes('Noto Sans SC'))).toBe(true);
  expect([...drawn].filter(([, isOwn]) => !isOwn)).toEqual([]);
  // Its policy holds for whatever might be slipped into it.
  const blocked = await page.evaluate(async () => {
    const violated = new Promise((resolve) => document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => resolve(violatedDirective), { once: true }));
    document.body.append(Object.assign(document.createElement('img'), { src: 'https://example.org/x.png' }));
    return violated;
  });
  expect(blocked).toBe('img-src');
  expect(await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length)).toBeGreaterThan(1);
  expect(asked.filter((url) => !/^(file|data):/.test(url) && !url.includes('example.org'))).toEqual([]);
  expect(said.filter((line) => !line.includes('example.org'))).toEqual([]);
  rmSync(folder, { recursive: true });
});

test('where no browser can be found the command ends with 2 and says how to get one', () => {
  const run = spawnSync(process.execPath, [program, 'report', sample, '--out', join(tmpdir(), 'never.pdf')], { encoding: 'utf8', env: { ...process.env, LODESTONE_CHROMIUM: '/nowhere/chromium' } });
  expect(run.status).toBe(2);
  expect(run.stderr).toContain('npx playwright install chromium');
});
