/** Copying, cutting and pasting, with the real clipboard. */
import { expect } from 'playwright/test';
import { intensity, volume, type Convention } from '../gridOf.ts';

export const clipboard: readonly Convention[] = [
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
  ['numbers that come with their months go to those months', async ({ month, paste, cell, press }) => {
    await month('2026-07');
    await paste('2026年8月\tSep-26\n1.6\t1.7\n');
    await expect(cell(volume, '2026-08')).toHaveText('1.600');
    await expect(cell(volume, '2026-09')).toHaveText('1.700');
    await press('Control+z');
  }],
  ['a paste into a locked scenario names it and changes nothing', async ({ month, paste, shows, press, page }) => {
    await month('2026-07');
    const lock = async (locked: boolean): Promise<void> => {
      await press('Alt+4');
      await page.getByRole('region', { name: 'Base', exact: true }).getByRole('checkbox', { name: 'Locked' }).setChecked(locked);
      await press('Alt+1');
    };
    await lock(true);
    await page.locator(`.ag-row[row-id="${volume}"] .ag-cell[col-id="2026-07"]`).click();
    await paste('9\t9\n');
    await expect(page.getByRole('alert')).toContainText('The scenario "Base" is locked.');
    await shows('1.550', '1.752');
    await lock(false);
  }],
];
