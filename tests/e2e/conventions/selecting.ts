/** Selecting by keys and mouse, and what the status bar says of it. */
import { expect } from 'playwright/test';
import { intensity, numbers, type Convention } from '../gridOf.ts';

export const selecting: readonly Convention[] = [
  ['Ctrl with an arrow stops at the end of a filled block', async ({ cell, press, says }) => {
    await cell('sectors/nev/volume', '2025').click();
    await press('Control+ArrowDown');
    await says('NEV, Demand, 2025, 75,000 t, forecast, computed');
    await press('Control+ArrowDown', 'Control+ArrowUp');
    await says('NEV, Demand, 2025, 75,000 t, forecast, computed');
  }],
  ['Home and End go to the ends of the row, with Ctrl to the corners; a page goes as far as the grid is high', async ({ cell, press, says, page }) => {
    await cell('sectors/wind/volume', '2025').click();
    await press('Home');
    await says('Wind power, New installations, Value');
    await press('Control+Home');
    await says(/^NEV, Production, Value/);
    await press('PageDown');
    const down = await page.locator('.grid.in-use [role="status"]').textContent();
    expect(down).not.toContain('NEV');
    await press('Control+End', 'Control+Home', 'End');
    await says(/^NEV, Production, /);
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
];
