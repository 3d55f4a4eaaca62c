/** The conventions of a grid, each a row of the table below, in one window over one workbook, with the real clipboard. */
import { fileURLToPath } from 'node:url';
import { expect, test, type Locator, type Page } from 'playwright/test';
import { serveBuilt } from '../support/serveBuilt.ts';

const volume = 'sectors/nev/volumeMonthly';
const intensity = 'sectors/nev/intensity';
const months = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'] as const;

/** The window with the words of a test about it. */
type Grid = {
  readonly page: Page;
  cell(row: string, column: string): Locator;
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Opens the months and selects one of the second half of 2026. */
  month(month: string): Promise<void>;
  copied(): Promise<string>;
  /** Puts a text on the clipboard as another program would, and pastes it. */
  paste(text: string, key?: string): Promise<void>;
  /** Presses the mouse on one cell and releases it on another. */
  drag(from: Locator, to: Locator): Promise<void>;
  /** What a screen reader is told. */
  says(text: string | RegExp): Promise<void>;
  shows(...values: readonly string[]): Promise<void>;
};

function gridOf(page: Page): Grid {
  const cell = (row: string, column: string): Locator => page.locator(`.ag-row[row-id="${row}"] .ag-cell[col-id="${column}"]`);
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  return {
    page,
    cell,
    press,
    type: (text) => page.keyboard.type(text),
    async month(month) {
      await page.getByRole('tab', { name: 'Monthly', exact: true }).click();
      await page.locator(`.ag-row[row-id="${volume}"] .ag-cell.column-period`).first().click();
      await press('End');
      await cell(volume, month).click();
    },
    copied: () => page.evaluate(() => navigator.clipboard.readText()),
    async paste(text, key = 'Control+v') {
      await page.evaluate((written) => navigator.clipboard.writeText(written), text);
      await press(key);
    },
    async drag(from, to) {
      const [a, b] = [await from.boundingBox(), await to.boundingBox()];
      if (!a || !b) throw new Error('A cell is not in view.');
      await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
      await page.mouse.down();
      await page.mouse.move(b.x + b.width / 2 - 3, b.y + b.height / 2, { steps: 3 });
      await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2);
      await page.mouse.up();
    },
    says: (text) => expect(page.locator('.grid.in-use [role="status"]')).toHaveText(text),
    async shows(...values) {
      for (const [at, value] of values.entries()) await expect(cell(volume, months[at] ?? '')).toHaveText(value);
    },
  };
}

type Convention = readonly [name: string, check: (grid: Grid) => Promise<void>];

const numbers = (page: Page): Locator => page.locator('.selection-numbers');
const handle = (page: Page): Locator => page.locator('.grid.in-use .fill-handle');

const conventions: readonly Convention[] = [
  ['Ctrl with an arrow stops at the end of a filled block', async ({ cell, press, says }) => {
    await cell('sectors/nev/volume', '2025').click();
    await press('Control+ArrowDown');
    await says('NEV, Demand, 2025, 75,000 t, forecast, computed');
    await press('Control+ArrowDown', 'Control+ArrowUp');
    await says('NEV, Demand, 2025, 75,000 t, forecast, computed');
  }],
  ['Shift extends, Ctrl and Shift to the edge of the data', async ({ cell, press, says }) => {
    await cell('sectors/nev/volume', '2025').click();
    await press('Shift+ArrowRight', 'Control+Shift+ArrowDown');
    await says('3 by 2 cells selected');
    await press('ArrowLeft');
    await says('NEV, Production, 2024, 12.888 M vehicles, actual');
  }],
  ['Shift and Ctrl with Space select the row and the column, Ctrl+A all', async ({ cell, press, says }) => {
    await cell(intensity, '2025').click();
    await press('Shift+Space');
    await says(/^1 by \d+ cells selected$/);
    await press('ArrowUp', 'Control+Space');
    await says(/^\d\d by 1 cells selected$/);
    await press('Control+a');
    await says(/^\d\d by \d+ cells selected$/);
  }],
  ['a click on a label, a head and the corner selects lines', async ({ cell, says, page }) => {
    await cell(intensity, 'label').click();
    await says(/^1 by \d+ cells selected$/);
    await page.locator('.ag-header-cell[col-id="2024"]').click();
    await says(/^\d\d by 1 cells selected$/);
    await page.locator('.ag-header-cell[col-id="label"]').click();
    await says(/^\d\d by \d+ cells selected$/);
  }],
  ['dragging selects a range, Shift and a click extend it, Ctrl adds another one', async ({ cell, drag, says, page }) => {
    await drag(cell('sectors/nev/volume', '2024'), cell(intensity, '2025'));
    await says('2 by 2 cells selected');
    await cell('sectors/nev/demand', '2025').click({ modifiers: ['Shift'] });
    await says('3 by 2 cells selected');
    await cell('sectors/wind/volume', '2025').click({ modifiers: ['Control'] });
    await expect(page.locator('.grid.in-use .selection')).toHaveCount(2);
    await expect(numbers(page)).toContainText('Count 7');
  }],
  ['the status bar adds up, with the unit; units that differ are named and not added', async ({ cell, press, page }) => {
    await cell('sectors/nev/demand', '2024').click();
    await cell('sectors/nev/demand', '2025').click({ modifiers: ['Control'] });
    await expect(numbers(page)).toHaveText('Sum 132,000 tAverage 66,000 tMin 57,000 tMax 75,000 tCount 2');
    await press('Shift+ArrowUp');
    await expect(numbers(page)).toContainText('Units differ');
  }],
  ['Tab, Tab, Enter comes back to the first column; inside a selection both walk', async ({ cell, press, says }) => {
    await cell('sectors/nev/volume', '2024').click();
    await press('Tab', 'Tab', 'Enter');
    await says('NEV, Intensity, 2024, 4.4227 kg/vehicle, actual, computed');
    await press('Shift+ArrowRight', 'Shift+ArrowDown', 'Enter', 'Enter');
    await press('Shift+Tab', 'Shift+Tab', 'Shift+Tab');
    await says('2 by 2 cells selected');
    await press('Home');
    await says('NEV, Demand, Value');
  }],
  ['copy puts full precision on the clipboard, with headers on request', async ({ cell, press, copied }) => {
    await cell(intensity, '2025').click();
    await press('Control+c');
    expect(await copied()).toBe('4.19228619340414');
    await press('Shift+ArrowDown', 'Control+Shift+C');
    expect(await copied()).toBe('\t\t2025\r\nIntensity\tkg/vehicle\t4.19228619340414\r\nDemand\tt\t75000');
  }],
  ['copied cells are outlined until Esc', async ({ cell, press, page }) => {
    await cell(intensity, '2025').click();
    await press('Control+c');
    await expect(page.locator('.selection-copied')).toHaveCount(1);
    await press('Escape');
    await expect(page.locator('.selection-copied')).toHaveCount(0);
  }],
  ['paste enters a block in one step and selects it', async ({ month, paste, shows, says, press }) => {
    await month('2026-07');
    await paste('1.5\t1.6\t1.7\n');
    await shows('1.500', '1.600', '1.700');
    await says('1 by 3 cells selected');
    await press('Control+z');
    await shows('1.550', '1.752', '1.955');
  }],
  ['after a paste the source is asked for once, and the next edit or Esc takes the question away', async ({ month, paste, press, page }) => {
    await month('2026-07');
    await paste('1.5\t1.6\n');
    const chip = page.getByRole('group', { name: 'Source of these 2 cells?' });
    await chip.getByRole('combobox').selectOption({ index: 1 });
    await expect(chip).toHaveCount(0);
    await paste('1.4\t1.3\n');
    await expect(chip.getByRole('button')).toHaveCount(3);
    await press('Escape');
    await expect(chip).toHaveCount(0);
    await press('Control+z', 'Control+z', 'Control+z');
  }],
  ['what is read otherwise or refused is shown first, and nothing is changed until it is confirmed', async ({ month, paste, shows, press, cell, page }) => {
    await month('2026-07');
    await paste('150万辆\tabc\t１，７００，０００辆\n');
    const preview = page.getByRole('dialog');
    await expect(preview.getByRole('row')).toHaveCount(4);
    await expect(preview).toContainText('This is not a number.');
    await press('Escape');
    await shows('1.550', '1.752', '1.955');
    await press('Control+v');
    await preview.getByRole('button', { name: 'Enter 2 cells' }).click();
    await shows('1.500');
    await expect(cell(volume, '2026-09')).toHaveText('1.700');
    await press('Control+z');
  }],
  ['a paste over published figures and computed cells names them', async ({ cell, paste, press, page }) => {
    await cell('sectors/nev/volume', '2024').click();
    await paste('13\t18\t40%\n');
    const preview = page.getByRole('dialog');
    await expect(preview).toContainText('replaces the published 12.888');
    await press('Escape');
    await expect(preview).toHaveCount(0);
    await expect(cell('sectors/nev/volume', '2024')).toHaveText('12.888');
  }],
  ['Ctrl+Shift+V pastes rows as columns', async ({ month, paste, shows, press }) => {
    await month('2026-07');
    await paste('1.5\n1.6\n1.7\n', 'Control+Shift+V');
    await shows('1.500', '1.600', '1.700');
    await press('Control+z');
  }],
  ['one value fills the selected range', async ({ month, paste, shows, press }) => {
    await month('2026-07');
    await press('Shift+ArrowRight', 'Shift+ArrowRight');
    await paste('1.25');
    await shows('1.250', '1.250', '1.250');
    await press('Control+z');
  }],
  ['cut cells move in one step', async ({ month, type, shows, press, cell }) => {
    await month('2026-07');
    await type('1.25');
    await press('Enter');
    await cell(volume, '2026-07').click();
    await press('Control+x', 'ArrowRight', 'ArrowRight', 'Control+v');
    await expect(cell(volume, '2026-09')).toHaveText('1.250');
    await expect(cell(volume, '2026-07')).not.toHaveText('1.250');
    await press('Control+z');
    await shows('1.250');
    await press('Control+z');
  }],
  ['Ctrl+R fills to the right', async ({ month, type, shows, press }) => {
    await month('2026-07');
    await type('1.25');
    await press('Enter', 'ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+r');
    await shows('1.250', '1.250', '1.250');
    await press('Control+z', 'Control+z');
  }],
  ['Ctrl+D fills down, a single cell from the one above', async ({ cell, press, page }) => {
    await page.getByRole('tab', { name: 'Monthly', exact: true }).click();
    const lead = (sector: string): Locator => cell(`sectors/${sector}/assumptions`, 'leadMonths');
    await lead('airConditioners').click();
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    await expect(lead('elevators')).toHaveText('1.0');
    await press('ArrowUp', 'ArrowDown', 'Control+d');
    await expect(lead('airConditioners')).toHaveText('0.5');
    await press('Control+z', 'Control+z');
    await expect(lead('elevators')).toHaveText('0.0');
  }],
  ['Ctrl+Enter fills the selection with what is typed, Delete clears it in one step', async ({ month, type, shows, press }) => {
    await month('2026-07');
    await press('Shift+ArrowRight', 'Shift+ArrowRight');
    await type('1.4');
    await press('Control+Enter');
    await shows('1.400', '1.400', '1.400');
    await press('Delete');
    await shows('1.550', '1.752', '1.955');
    await press('Control+z');
    await shows('1.400', '1.400', '1.400');
    await press('Control+z');
  }],
  ['the handle continues two numbers as a series; copy and growth are one click away', async ({ month, paste, drag, cell, shows, press, page }) => {
    await month('2026-07');
    await paste('1\t1.1\n');
    await shows('1.000', '1.100');
    await drag(handle(page), cell(volume, '2026-10'));
    await shows('1.000', '1.100', '1.200', '1.300');
    await page.locator('.fill-modes button', { hasText: 'Copy' }).click();
    await shows('1.000', '1.100', '1.000', '1.100');
    await page.locator('.fill-modes button', { hasText: 'Growth' }).click();
    await shows('1.000', '1.100', '1.210', '1.331');
    await press('Control+z', 'Control+z');
    await shows('1.550', '1.752', '1.955');
  }],
  ['a double-click on the handle fills to the end of the data', async ({ month, type, cell, press, page }) => {
    await month('2026-09');
    await type('1.5');
    await press('Enter', 'ArrowUp');
    await handle(page).dblclick();
    await expect(cell(volume, '2026-12')).toHaveText('1.500');
    await press('Control+z', 'Control+z');
  }],
  ['typing over a cell, arrows take the number and move; F2 gives them to the text', async ({ cell, type, press, page }) => {
    await cell(intensity, '2025').click();
    await type('4.1');
    await press('ArrowRight');
    await expect(cell(intensity, '2025')).toHaveText('4.1000');
    await press('ArrowLeft');
    await type('4.35');
    await press('F2', 'ArrowLeft', 'ArrowLeft', 'Backspace');
    await expect(page.locator('.grid.in-use textarea')).toHaveValue('435');
    await press('Escape');
    await expect(cell(intensity, '2025')).toHaveText('4.1000');
    await press('F2', 'Backspace', '3', 'Enter');
    await expect(cell(intensity, '2025')).toHaveText('4.3000');
    await press('Control+z', 'Control+z');
  }],
  ['arithmetic behind an equals sign', async ({ cell, type, press }) => {
    await cell(intensity, '2025').click();
    await type('=4*1.05');
    await press('Enter');
    await expect(cell(intensity, '2025')).toHaveText('4.2000');
    await press('Control+z');
  }],
  ['composition keeps its first key, and goes on while its row is computed again', async ({ cell, press, page }) => {
    await cell(intensity, '2025').click();
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: '４', selectionStart: 1, selectionEnd: 1 });
    await expect(page.locator('.grid.in-use textarea')).toHaveValue('４');
    await page.getByRole('button', { name: '中文' }).dispatchEvent('click');
    await input.send('Input.imeSetComposition', { text: '４．', selectionStart: 2, selectionEnd: 2 });
    await expect(page.locator('.grid.in-use textarea')).toHaveValue('４．');
    await input.send('Input.insertText', { text: '４．２' });
    await press('Enter');
    await expect(cell(intensity, '2025')).toHaveText('4.2000');
    await press('Control+z');
    await page.getByRole('button', { name: 'English' }).click();
  }],
  ['a computed cell refuses with the reason and leads to the input that drives it', async ({ cell, type, says, page }) => {
    await cell('sectors/otherDomestic/demand', '2025').click();
    await type('1');
    await page.getByRole('alert').getByRole('button', { name: 'Go to its input' }).click();
    await says(/^Growth, 2025, /);
  }],
  ['the menu opens by mouse and by keyboard, and its tools work on the selected cells', async ({ month, press, type, shows, page, paste }) => {
    await month('2026-07');
    await paste('1\t2\t2\n');
    await press('Shift+F10');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.getByRole('menuitem', { name: 'Grow by…' }).click();
    await type('10%');
    await press('Enter');
    await shows('1.000', '1.100', '1.210');
    await page.locator('.grid.in-use .ag-cell', { hasText: /^1.210$/ }).first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Interpolate', exact: true }).hover();
    await press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await press('Control+z', 'Control+z');
    await shows('1.550', '1.752', '1.955');
  }],
  ['a relative change says so itself: +5% over the selection', async ({ cell, type, press, page }) => {
    await cell(intensity, '2025').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Change by…' }).click();
    await type('5');
    await press('Enter');
    await expect(page.getByRole('alert')).toHaveText('Write +5%, −3% or ×1.05.');
    await press('Control+a');
    await type('+5%');
    await press('Enter');
    await expect(cell(intensity, '2025')).toHaveText('4.4019');
    await press('Control+z');
  }],
  ['a total is spread over months; typed ones are kept unless they are let go', async ({ month, paste, press, type, shows, page }) => {
    await month('2026-07');
    await paste('1\t2\t3\n');
    await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+F10');
    await page.getByRole('menuitem', { name: 'Spread a total…' }).click();
    const question = page.getByRole('dialog', { name: 'Spread a total…' });
    await expect(question.getByRole('button', { name: '2026', pressed: true })).toHaveCount(3);
    await question.getByRole('button', { name: 'Sep 2026' }).click();
    await question.getByRole('combobox').selectOption({ label: 'evenly' });
    await question.getByRole('textbox').fill('13');
    await press('Enter');
    await shows('1.000', '2.000');
    await expect(numbers(page)).toContainText('Sum 13.000 M vehicles');
    await press('Control+z', 'Control+z');
    await shows('1.550', '1.752', '1.955');
  }],
  ['interpolation goes in a line or by growth', async ({ month, paste, press, shows, page }) => {
    await month('2026-07');
    await paste('1\t1\t4\n');
    for (const [name, between] of [['Interpolate', '2.500'], ['Interpolate as growth', '2.000']] as const) {
      await press('Shift+F10');
      await page.getByRole('menuitem', { name, exact: true }).click();
      await shows('1.000', between, '4.000');
    }
    await press('Control+z', 'Control+z', 'Control+z');
    await shows('1.550', '1.752', '1.955');
  }],
  ['the menu holds the unit and the decimals of the row', async ({ cell, page }) => {
    const target = cell(intensity, '2025');
    for (const [name, text] of [['More decimals', '4.19229'], ['Fewer decimals', '4.1923']] as const) {
      await target.click({ button: 'right' });
      await page.getByRole('menuitem', { name }).click();
      await expect(target).toHaveText(text);
    }
    const demand = cell('sectors/nev/demand', '2025');
    for (const [unit, text] of [['kt', '75.000'], ['t', '75,000']] as const) {
      await demand.click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Unit of the row…' }).click();
      await page.getByRole('option', { name: unit, exact: true }).or(page.getByRole('option', { name: new RegExp(`^${unit} `) })).first().click();
      await expect(demand).toHaveText(text);
    }
  }],
  ['the grid is made larger by key, wheel and status bar, and the handle and the editor go along', async ({ cell, press, type, page }) => {
    const target = cell(intensity, '2025');
    await target.click();
    await press('Alt+=', 'Alt+=');
    const percent = page.getByRole('contentinfo').getByRole('button', { name: /^Grid at/ });
    await expect(percent).toHaveText('125%');
    await expect.poll(async () => (await target.boundingBox())?.height).toBeGreaterThan(31);
    const [box, corner] = [await target.boundingBox(), await handle(page).boundingBox()];
    if (!box || !corner) throw new Error('Nothing is selected.');
    expect(Math.abs(corner.x + 3.5 - (box.x + box.width))).toBeLessThan(3);
    expect(Math.abs(corner.y + 3.5 - (box.y + box.height))).toBeLessThan(3);
    await type('4');
    const editor = await page.locator('.grid.in-use textarea').boundingBox();
    expect(Math.abs((editor?.x ?? 0) - box.x) + Math.abs((editor?.y ?? 0) - box.y)).toBeLessThan(3);
    expect(Math.abs((editor?.height ?? 0) - box.height)).toBeLessThan(3);
    await press('Escape');
    await page.mouse.move(box.x, box.y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, 120);
    await page.keyboard.up('Control');
    await expect(percent).toHaveText('110%');
    await page.getByRole('button', { name: 'Smaller grid' }).click();
    await expect(percent).toHaveText('100%');
  }],
  ['after a dialog that was opened by mouse the keyboard goes on in the grid', async ({ cell, type, press, page }) => {
    await cell(intensity, '2025').click();
    await page.getByRole('button', { name: 'Rows…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await type('4.1');
    await press('Enter');
    await expect(cell(intensity, '2025')).toHaveText('4.1000');
    await press('Control+z');
  }],
  ['a press on the head of a group folds it, says so, and leaves the keys where they were', async ({ cell, press, says, page }) => {
    await cell('sectors/wind/volume', '2025').click();
    const head = page.getByRole('button', { name: 'NEV', exact: true });
    await head.click();
    await expect(head).toHaveAttribute('aria-expanded', 'false');
    await expect(cell(intensity, '2025')).toHaveCount(0);
    await press('ArrowRight');
    await says(/^Wind power, New installations, YoY/);
    await head.click();
    await expect(head).toHaveAttribute('aria-expanded', 'true');
  }],
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
