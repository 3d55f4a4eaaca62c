/**
 * The conventions of a grid. Those of one grid are rows of the tables in conventions/, each a test, in one window over one
 * workbook and with the real clipboard. Those that concern the whole window, or are better asked without one, are named below
 * with the test that holds them.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from 'playwright/test';
import { serveBuilt } from '../support/serveBuilt.ts';
import { clipboard } from './conventions/clipboard.ts';
import { filling } from './conventions/filling.ts';
import { reading } from './conventions/reading.ts';
import { selecting } from './conventions/selecting.ts';
import { totals } from './conventions/totals.ts';
import { typing } from './conventions/typing.ts';
import { gridOf } from './gridOf.ts';

const conventions = [...selecting, ...clipboard, ...filling, ...typing, ...reading, ...totals];

const heldElsewhere: readonly (readonly [convention: string, file: string, words: string])[] = [
  ['Delete on a number of the scenario itself brings the parent’s back', 'e2e/workbench.spec.ts', 'a scenario keeps its own number'],
  ['typing into the yielding member: the volume stays, the other yields', 'e2e/workbench.spec.ts', 'typing into the yielding member'],
  ['an input method does not lose its first key', 'e2e/workbench.spec.ts', 'an input method does not lose its first key'],
  ['cells of words: list, first letters, Space', 'e2e/inputs.spec.ts', 'run rate is chosen by keyboard'],
  ['monthly grids and charts by quarters and years; an edit there is spread', 'e2e/periods.spec.ts', 'every monthly grid reads by quarters and years'],
  ['comments and sources by cell', 'e2e/periods.spec.ts', 'a comment and a source are written from the keyboard'],
  ['unit and decimals by row', 'e2e/rows.spec.ts', 'a row is read in another unit'],
  ['rows are filtered, groups fold and stay folded', 'e2e/rows.spec.ts', 'the filter keeps matching rows'],
  ['column widths are remembered', 'e2e/charts.spec.ts', 'a column keeps the width it was given'],
  ['find, go on, and Ctrl+R never costs work', 'e2e/palette.spec.ts', 'Ctrl+F counts what every tab holds'],
  ['go to a row and a period; the page of keys', 'e2e/palette.spec.ts', 'Ctrl+G leads to a row and a period'],
  ['the palette runs every action', 'e2e/palette.spec.ts', 'the palette runs actions'],
  ['undo over tabs and scenarios, and a history that jumps', 'e2e/palette.spec.ts', 'the history lists every step'],
  ['at least 500 steps are kept', 'app/history.test.ts', 'historyLimit'],
  ['the trace sentence leads to what stands behind a cell', 'e2e/explain.spec.ts', 'a gap says why in one sentence'],
  ['no violation of WCAG A or AA on any screen', 'e2e/accessible.spec.ts', 'no screen has a violation'],
  ['no action has a key that the browser keeps', 'app/actions.test.ts', 'have no key that the browser keeps'],
  ['every key of a grid is on the page of keys and means something', 'grid/gridKeyList.test.ts', 'means something in a grid'],
  ['what LibreOffice and Excel put on the clipboard', 'clipboard/captures.test.ts', 'LibreOffice'],
  ['numbers of every locale, full-width, 万 and k, months and serials', 'clipboard/readCell.test.ts', 'serial numbers'],
  ['a pasted block: repeated, transposed, times 1,000, by its months', 'clipboard/paste.test.ts', 'multiplies by a thousand'],
  ['paste(copy(x)) = x for any block and language', 'clipboard/paste.test.ts', 'pastes any block back onto itself'],
  ['parse(format(x)) = x for every display unit and language', 'clipboard/readCell.test.ts', 'in every display unit of a row'],
  ['fill and undo is the identity', 'fill/fill.test.ts', 'is undone to the very workbook before'],
  ['grow, interpolate, spread, shift, hold', 'fill/fill.test.ts', 'time tools'],
];

const folder = fileURLToPath(new URL('../../dist/renderer', import.meta.url));
let page: Page;
let stop: () => void;
const problems: string[] = [];

test.describe.configure({ mode: 'default' });

test.beforeAll(async ({ browser }) => {
  const served = await serveBuilt(folder);
  const context = await browser.newContext({ viewport: { width: 2000, height: 1500 }, permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(served.url);
  await page.locator('.ag-row').first().waitFor();
  stop = served.close;
});

test.beforeEach(async () => {
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Drivers', exact: true }).click();
  await page.locator('.ag-row').first().waitFor();
});

test.afterEach(() => {
  expect(problems.splice(0)).toEqual([]);
});

test.afterAll(async () => {
  await page.context().close();
  stop();
});

for (const [name, check] of conventions) test(name, () => check(gridOf(page)));

test('what is held elsewhere is held there', () => {
  const missing = heldElsewhere.filter(([, file, words]) => !readFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), 'utf8').includes(words));
  expect(missing).toEqual([]);
});
