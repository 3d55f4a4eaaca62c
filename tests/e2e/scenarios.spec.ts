import { expect, type Page } from 'playwright/test';
import { cell, test } from './app.ts';

const rail = (app: Page) => app.getByRole('navigation').getByRole('button', { name: 'Scenarios' });
const details = (app: Page, name: string) => app.getByRole('region', { name, exact: true });
const bridge = (app: Page) => app.getByRole('region', { name: 'Bridge' });

test('"Prolonged control" is built from Base by hand, compared and explained', async ({ app }) => {
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
});

test('a difference goes back, a lock refuses, and removing asks about those beneath', async ({ app }) => {
  await rail(app).click();
  await app.getByRole('treeitem', { name: 'Prolonged control' }).click();
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
  for (const name of ['Base', '29 May 2025', '15 December 2025']) await app.getByRole('checkbox', { name: `${name}, in the comparison` }).click();
  await expect(app.locator('[data-chart="hedgehog"] svg')).toBeVisible();
  await bridge(app).locator('label', { hasText: /^By/ }).locator('select').selectOption('sector');
  await expect(bridge(app).getByRole('heading', { level: 2 }).last()).toContainText('29 May 2025 to 15 December 2025: the gap changes by');
  await bridge(app).getByLabel('Between').selectOption('months');
  await expect(bridge(app).getByRole('heading', { level: 2 }).last()).toContainText('Jan 2024 – Dec 2024 to Jan 2025 – Dec 2025');
});
