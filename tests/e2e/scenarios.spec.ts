import { readFileSync } from 'node:fs';
import { expect, type Page } from 'playwright/test';
import { cell, test } from './app.ts';

const rail = (app: Page) => app.getByRole('navigation').getByRole('button', { name: 'Scenarios' });
const details = (app: Page, name: string) => app.getByRole('region', { name, exact: true });
const bridge = (app: Page) => app.getByRole('region', { name: 'Bridge' });

test('"Prolonged control" is built from Base by hand, compared, explained, and its bridge is printed', async ({ app }) => {
  // What the print dialog would be given: the pages of the frame that asks for it.
  await app.addInitScript(() => {
    window.print = () => {
      const pages = [...document.querySelectorAll('.page')].map((page) => page.textContent);
      Object.assign(window.top ?? window, { printed: pages });
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  await app.setViewportSize({ width: 1440, height: 1400 });
  await rail(app).click();
  await app.getByRole('treeitem', { name: 'Base' }).click();
  await details(app, 'Base').getByRole('button', { name: 'New' }).click();
  const name = app.getByRole('textbox', { name: 'New scenario, English' });
  await name.fill('Control drags on');
  await name.press('Enter');
  await app.getByRole('textbox', { name: 'Control drags on, Chinese' }).fill('管制拖延');
  await app.keyboard.press('Enter');
  await expect(app.getByText('No differences: it equals its parent.')).toBeVisible();

  // The numbers are typed where every number is typed.
  await app.keyboard.press('Alt+1');
  await expect(app.getByRole('radio', { name: 'Control drags on' })).toBeChecked();
  await app.getByRole('tab', { name: 'Exports & events', exact: true }).click();
  for (const [path, value] of [['events/exportControl2025/controlledMidpoint', '5'], ['events/exportControl2025/uncontrolledMidpoint', '2.5'], ['exports/diversionRate', '10']] as const) {
    await cell(app, path, 'all').click();
    await app.keyboard.type(value);
    await app.keyboard.press('Enter');
  }

  await rail(app).click();
  await expect(app.getByRole('heading', { name: '3 differences' })).toBeVisible();
  await expect(app.locator('[data-difference^="exports/diversionRate"]')).toContainText('0.0 % → 10.0 %');
  // Base and the scenario that is looked at are compared without being asked for.
  await expect(app.locator('[data-chart="compare"] svg')).toBeVisible();
  await expect(app.locator('[data-line="exports"]')).toContainText('t');
  await expect(app.locator('[data-input="exports/diversionRate@all"]')).toContainText('10.0 %');
  const byHand = bridge(app).getByRole('heading', { level: 2 }).last();
  await expect(byHand).toContainText('Base to Control drags on: the gap changes by +');

  // The bridge to the scenario that is shipped says the same.
  const said = (await byHand.textContent())?.replace('Control drags on', '');
  await app.getByRole('treeitem', { name: 'Prolonged control' }).click();
  await expect(byHand).toContainText('Base to Prolonged control');
  expect((await byHand.textContent())?.replace('Prolonged control', '')).toBe(said);
  await bridge(app).getByText('The bridge as a table').click();
  const numbers = await bridge(app).locator('[data-step] td:nth-of-type(1)').allTextContents();
  const [from = 0, ...rest] = numbers.map((text) => Number(text.replace('−', '-').replace('+', '')));
  const to = rest.pop() ?? Number.NaN;
  expect(rest.reduce((sum, value) => sum + value, from)).toBeCloseTo(to, 6);

  // Its bridge becomes a page of the report, which is shown and printed with the same numbers.
  await app.getByRole('treeitem', { name: 'Control drags on' }).click();
  await expect(byHand).toContainText('Base to Control drags on');
  await bridge(app).getByRole('button', { name: 'Print this bridge' }).click();
  const page = app.locator('.preview .page[data-kind="bridge"]');
  await expect(page).toBeInViewport();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bridge: Base to Control drags on');
  await expect(page.locator('svg')).toBeVisible();
  await app.keyboard.press('Control+p');
  await app.waitForFunction(() => 'printed' in window);
  const printed = await app.evaluate(() => (window as unknown as { printed: string[] }).printed);
  const sheet = printed.find((text) => text.includes('Bridge: Base to Control drags on')) ?? '';
  for (const number of numbers) expect(sheet).toContain(number);
  await app.keyboard.press('Control+z');
  await expect(page).toHaveCount(0);
});

test('a difference is noted and goes back, packages are put in order, a lock refuses, and removing asks about those beneath', async ({ app }) => {
  await rail(app).click();
  await app.getByRole('treeitem', { name: 'Prolonged control' }).click();
  await app.getByRole('button', { name: 'Note and source of Diversion rate' }).click();
  const note = app.getByRole('textbox', { name: 'Diversion rate, Note' });
  await note.fill('Orders move to Japan.');
  await note.press('Enter');
  await app.getByRole('combobox', { name: 'Diversion rate, Source' }).selectOption({ index: 1 });
  await app.getByRole('button', { name: 'Note and source of Diversion rate' }).click();
  await expect(app.locator('[data-difference^="exports/diversionRate"] .note')).toContainText(/^Orders move to Japan\. · ./);

  // Two packages of its differences, of which the lower one counts; the numbers stay what they are.
  for (const [cell, name] of [['Diversion rate', 'Orders'], ['Export control, April 2025: Midpoint, controlled', 'Licences']] as const) {
    await app.getByRole('checkbox', { name: `Mark ${cell}` }).check();
    await app.getByRole('textbox', { name: 'New package, English' }).fill(name);
    await app.getByRole('button', { name: 'Make a package' }).click();
  }
  const order = app.locator('.resolution li');
  await expect(order).toHaveText(['Base', 'assumptions of 29 May 2025', /package Orders/, /package Licences/, 'Prolonged control: its own differences']);
  await app.getByRole('button', { name: 'Move Orders down' }).click();
  await expect(order).toHaveText(['Base', 'assumptions of 29 May 2025', /package Licences/, /package Orders/, 'Prolonged control: its own differences']);
  for (let step = 0; step < 3; step += 1) await app.keyboard.press('Control+z');
  await expect(order).toHaveCount(0);

  await app.getByRole('button', { name: 'Revert Diversion rate' }).click();
  await expect(app.getByRole('heading', { name: '2 differences' })).toBeVisible();
  await app.keyboard.press('Control+z');
  await expect(app.getByRole('heading', { name: '3 differences' })).toBeVisible();

  await details(app, 'Prolonged control').getByRole('checkbox', { name: 'Locked' }).check();
  await app.getByRole('button', { name: 'Revert all' }).click();
  await expect(app.getByText('The scenario "Prolonged control" is locked. Unlock it before you change it.')).toBeVisible();
  await details(app, 'Prolonged control').getByRole('checkbox', { name: 'Locked' }).uncheck();

  await details(app, 'Prolonged control').getByRole('button', { name: 'Branch' }).click();
  await app.getByRole('treeitem', { name: 'Prolonged control' }).focus();
  await app.keyboard.press('ArrowUp');
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('Delete');
  const asked = app.getByRole('alertdialog', { name: 'Remove' });
  await expect(asked).toContainText('Under Prolonged control: New scenario');
  await asked.getByRole('button', { name: 'Remove with the 1 under it' }).click();
  await expect(app.getByRole('treeitem')).toHaveCount(6);
  await expect(app.getByRole('treeitem', { selected: true })).toContainText('Base');
  await app.keyboard.press('Control+z');
  await expect(app.getByRole('treeitem')).toHaveCount(8);
});

test('two vintages are compared and the bridge between them is one of what became known', async ({ app }) => {
  await rail(app).click();
  // Beside Base stands the first scenario, so that there is something to compare before anything was chosen.
  await expect(app.getByRole('checkbox', { name: 'in the comparison', checked: true })).toHaveCount(2);
  for (const name of ['Base', 'Fast licences', '29 May 2025', '15 December 2025']) await app.getByRole('checkbox', { name: `${name}, in the comparison` }).click();
  await bridge(app).locator('label', { hasText: /^By/ }).locator('select').selectOption('sector');
  await expect(bridge(app).getByRole('heading', { level: 2 }).last()).toContainText('29 May 2025 to 15 December 2025: the gap changes by');
  await bridge(app).getByLabel('Between').selectOption('months');
  await expect(bridge(app).getByRole('heading', { level: 2 }).last()).toContainText('2024 to 2025: the gap changes by');
  await bridge(app).getByLabel('Between').selectOption('subjects');

  // Any day on which something became known, by the keyboard; the bridge leads from it to the last one.
  await app.getByRole('radio', { name: 'As-of days' }).click();
  await expect(app.locator('[data-chart="hedgehog"] svg')).toBeVisible();
  const slider = app.getByRole('slider', { name: 'As seen on' });
  await slider.focus();
  await app.keyboard.press('End');
  for (let step = 0; step < 4; step += 1) await app.keyboard.press('ArrowLeft');
  await expect(app.getByText('Became known on 30 Nov 2025: NEV production')).toBeVisible();
  await expect(slider).toHaveAttribute('aria-valuetext', /^Became known on 30 Nov 2025/);
  await expect(bridge(app).getByRole('heading', { level: 2 }).last()).toContainText('30 Nov 2025 to 20 Dec 2025: the gap changes by');
});

test('a colleague’s file is held against the workbook, and one of its numbers is adopted', async ({ app }) => {
  const theirs = readFileSync(new URL('../../shared/sample/china-ndfeb-magnets.lodestone', import.meta.url), 'utf8').replace('"value": 19300000', '"value": 20500000');
  await app.evaluate((text) => {
    const getFile = (): Promise<File> => Promise.resolve(new File([text], 'colleague.lodestone'));
    Object.assign(window, { showOpenFilePicker: () => Promise.resolve([{ kind: 'file', name: 'colleague.lodestone', getFile }]) });
  }, theirs);
  await rail(app).click();
  await app.getByRole('button', { name: 'Compare with a file…' }).click();
  const input = app.locator('[data-input="sectors/nev/volume@2026"]');
  await expect(input).toContainText('19.30 M vehicles');
  await expect(input).toContainText('20.50 M vehicles');
  await input.getByRole('button', { name: 'Adopt NEV production 20.50 M vehicles into Base' }).click();
  await expect(app.getByText('No input differs.')).toBeVisible();
  await app.keyboard.press('Control+z');
  await expect(input).toContainText('19.30 M vehicles');
});
