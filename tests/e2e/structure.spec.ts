import { expect, type Page } from 'playwright/test';
import { cell, test } from './app.ts';

const opener = (app: Page) => app.getByRole('button', { name: 'Rows…' });
const dialog = (app: Page) => app.getByRole('dialog', { name: 'Rows and settings' });

test('a sector is added, and has its row and its demand', async ({ app }) => {
  // Tall enough for every row of the grid, which draws only those that can be seen.
  await app.setViewportSize({ width: 1440, height: 1400 });
  await opener(app).click();
  const rows = dialog(app);
  await rows.getByRole('textbox', { name: 'New sector, English' }).fill('Magnetic cooling');
  await rows.getByRole('textbox', { name: 'New sector, Chinese' }).fill('磁制冷');
  await rows.getByRole('button', { name: 'Add sector' }).click();
  await expect(rows.getByRole('status')).toHaveText('Undo: Add sector Magnetic cooling');
  await expect(rows.getByRole('textbox', { name: 'New sector, English' })).toHaveValue('');
  await app.keyboard.press('Escape');
  await expect(rows).toBeHidden();
  const path = 'sectors/magneticCooling';
  // Tall enough for the last sector's rows to be drawn.
  await app.setViewportSize({ width: 1440, height: 1600 });
  await cell(app, `${path}/volume`, '2025').click();
  await app.keyboard.type('13');
  await app.keyboard.press('Enter');
  await cell(app, `${path}/intensity`, '2025').click();
  await app.keyboard.type('3.5');
  await app.keyboard.press('Enter');
  await expect(cell(app, `${path}/demand`, '2025')).toHaveText('46');
  for (let step = 0; step < 3; step += 1) await app.keyboard.press('Control+z');
  await expect(cell(app, path, 'label')).toHaveCount(0);
  await expect(app).toHaveTitle('China NdFeB magnets — Lodestone');
});

test('a sector is renamed in Chinese, moved and removed by the keyboard, and all of it undone', async ({ app }) => {
  await opener(app).click();
  const rows = dialog(app);
  await rows.getByRole('textbox', { name: 'Elevators, Chinese' }).fill('电梯与扶梯');
  await app.keyboard.press('Enter');
  const order = (): Promise<(string | null)[]> => rows.locator('[data-sector]').evaluateAll((all) => all.map((one) => one.getAttribute('data-sector')));
  const before = await order();
  const up = rows.getByRole('button', { name: 'Move Elevators up' });
  await up.focus();
  await app.keyboard.press('Enter');
  await expect.poll(async () => (await order()).indexOf('elevators')).toBe(before.indexOf('elevators') - 1);
  await expect(up).toBeFocused();
  await rows.getByRole('button', { name: 'Remove Elevators' }).press('Enter');
  await expect(rows.locator('[data-sector="elevators"]')).toHaveCount(0);
  await app.keyboard.press('Control+z');
  await expect(rows.getByRole('textbox', { name: 'Elevators, Chinese' })).toHaveValue('电梯与扶梯');
  await app.keyboard.press('Control+z');
  await app.keyboard.press('Control+z');
  await expect(rows.getByRole('textbox', { name: 'Elevators, Chinese' })).toHaveValue('电梯');
  expect(await order()).toEqual(before);
  await expect(app).toHaveTitle('China NdFeB magnets — Lodestone');
});

test('refusals are said in the dialog; a field that is being typed in keeps Escape and undo to itself', async ({ app }) => {
  await opener(app).click();
  const rows = dialog(app);
  await rows.getByRole('button', { name: 'Add sector' }).click();
  await expect(rows.getByRole('alert')).toContainText('A name is needed');
  const name = rows.getByRole('textbox', { name: 'NEV, English' });
  await name.fill('Electric cars');
  await app.keyboard.press('Escape');
  await expect(name).toHaveValue('NEV');
  await expect(rows).toBeVisible();
  await rows.getByRole('tab', { name: 'Events' }).click();
  await rows.getByRole('textbox', { name: 'New event, English' }).fill('Controls suspended');
  await rows.getByLabel('New event, Date').fill('2025-11-10');
  await rows.getByLabel('New event, Kind').selectOption('ease');
  await rows.getByRole('button', { name: 'Add event' }).click();
  await expect(rows.getByRole('textbox', { name: 'Controls suspended, English' })).toHaveValue('Controls suspended');
  await rows.getByLabel('Export control, April 2025, Suspended, From').fill('2025-11-10');
  await rows.getByLabel('Export control, April 2025, Suspended, To').fill('2025-11-09');
  await rows.locator('[data-event="exportControl2025"]').getByRole('button', { name: 'Add suspension' }).click();
  await expect(rows.getByRole('alert')).toContainText('no later than it starts');
  await rows.getByRole('tab', { name: 'Events' }).focus();
  await app.keyboard.press('ArrowRight');
  await expect(rows.getByRole('tab', { name: 'Expansions' })).toBeFocused();
  await rows.getByRole('textbox', { name: 'New expansion, Chinese' }).fill('包头');
  await rows.getByLabel('New expansion, t/month').fill('500');
  await rows.getByRole('button', { name: 'Add expansion' }).click();
  await expect(rows.getByRole('textbox', { name: '包头, English' })).toHaveValue('包头');
});

test('the horizon ends in 2027, both residuals stand beside the switch, and the as-of date changes in the bar', async ({ app }) => {
  await opener(app).click();
  const rows = dialog(app);
  await rows.getByRole('tab', { name: 'Workbook' }).click();
  await expect(rows).toContainText('2024 output left unexplained: 54,224 t if blanks, 9,711 t if finished magnets');
  await rows.getByLabel('Last month').fill('2027-12');
  await app.keyboard.press('Enter');
  await rows.getByLabel('Last month').fill('2023-12');
  await app.keyboard.press('Enter');
  await expect(rows.getByRole('alert')).toContainText('before it starts');
  await expect(rows.getByLabel('Last month')).toHaveValue('2027-12');
  await app.keyboard.press('Escape');
  await expect(app.getByRole('columnheader', { name: '2027', exact: true })).toBeVisible();
  await app.getByRole('button', { name: 'as of 29 May 2025' }).click();
  await expect(app.getByLabel('As-of date').last()).toBeFocused();
  await app.getByLabel('As-of date').last().fill('2025-10-31');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('button', { name: 'as of 31 Oct 2025' })).toBeVisible();
  await expect(app.getByLabel('As-of date').last()).toBeHidden();
});

test('a new empty workbook is empty everywhere and takes its first figure', async ({ app }) => {
  await app.getByRole('button', { name: 'Library' }).click();
  await app.getByRole('button', { name: 'New, empty' }).click();
  for (const name of ['Monthly', 'Exports & events', 'Balance']) {
    await app.getByRole('tab', { name }).click();
    await expect(app.locator('.ag-header').first()).toBeVisible();
    await expect(app.locator('body')).not.toContainText(/NaN|undefined|Infinity/);
  }
  await app.getByRole('button', { name: 'Report' }).click();
  await expect(app.locator('body')).not.toContainText(/NaN|undefined|Infinity/);
  await app.getByRole('button', { name: 'Workbench' }).click();
  await app.getByRole('tab', { name: 'Supply' }).click();
  await cell(app, 'supply/output', String(new Date().getFullYear())).click();
  await app.keyboard.type('240000');
  await app.keyboard.press('Enter');
  await expect(cell(app, 'supply/output', String(new Date().getFullYear()))).toHaveText('240,000');
});

test('an event’s text and source are edited by the keyboard alone, each one undo step', async ({ app }) => {
  await opener(app).click();
  const rows = dialog(app);
  await rows.getByRole('tab', { name: 'Sectors' }).focus();
  await app.keyboard.press('ArrowRight');
  await expect(rows.getByRole('tab', { name: 'Events' })).toBeFocused();
  const control = rows.locator('li[data-event]').filter({ has: app.getByRole('textbox', { name: 'Export control, April 2025, English', exact: true }) });
  await control.locator('summary', { hasText: 'Text and source' }).focus();
  await app.keyboard.press('Enter');
  const chinese = control.getByRole('textbox', { name: 'Export control, April 2025, What happened, Chinese' });
  const before = await chinese.inputValue();
  await app.keyboard.press('Tab');
  await expect(control.getByRole('textbox', { name: 'Export control, April 2025, What happened, English' })).toBeFocused();
  await app.keyboard.press('Tab');
  await expect(chinese).toBeFocused();
  await app.keyboard.press('Control+a');
  await app.keyboard.insertText('对七类中重稀土实施出口许可。');
  await app.keyboard.press('Enter');
  await expect(chinese).toHaveValue('对七类中重稀土实施出口许可。');
  const source = control.getByRole('combobox', { name: 'Export control, April 2025, Source' });
  const sourceBefore = await source.inputValue();
  await source.selectOption('SEED');
  await expect(source).toHaveValue('SEED');
  await rows.getByRole('button', { name: /^Undo/ }).press('Enter');
  await expect(source).toHaveValue(sourceBefore);
  await rows.getByRole('button', { name: /^Undo/ }).press('Enter');
  await expect(chinese).toHaveValue(before);

  // The curve follows the letters of a parameter, and goes back with them.
  await control.locator('summary', { hasText: 'Parameters in Base' }).press('Enter');
  const curve = (): Promise<readonly (string | null)[]> => control.locator('[data-chart^="approval"] svg path').evaluateAll((paths) => paths.map((path) => path.getAttribute('d')));
  await control.locator('[data-chart^="approval"] svg path').first().waitFor({ state: 'attached' });
  const drawn = await curve();
  await control.getByRole('textbox', { name: 'Export control, April 2025, Midpoint, controlled' }).fill('6');
  await expect.poll(curve).not.toEqual(drawn);
  await app.keyboard.press('Escape');
  await expect.poll(curve).toEqual(drawn);
  await expect(control.getByRole('textbox', { name: 'Export control, April 2025, Backlog release rate' })).toHaveValue('5.0');
  await rows.getByRole('button', { name: 'Remove First quota batch of 2024' }).press('Enter');
  await expect(rows.getByRole('button', { name: 'Remove Second quota batch of 2024' })).toBeFocused();
});
