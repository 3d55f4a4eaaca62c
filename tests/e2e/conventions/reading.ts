/** Reading: size, units and decimals, groups that fold. */
import { expect, type Locator } from 'playwright/test';
import { handle, intensity, type Convention } from '../gridOf.ts';

/** From now on to the call: how far the handle stood from the corner of its cell in any frame, in px. */
async function farthestApart(target: Locator, corner: Locator): Promise<() => Promise<number>> {
  const square = await corner.elementHandle();
  const seen = await target.evaluateHandle((cell, knob) => {
    const farthest = { px: 0, frames: 0 };
    const look = (): void => {
      const [box, at] = [cell.getBoundingClientRect(), (knob as Element).getBoundingClientRect()];
      farthest.px = Math.max(farthest.px, Math.abs(box.right - at.x - 3.5), Math.abs(box.bottom - at.y - 3.5));
      farthest.frames += 1;
      requestAnimationFrame(look);
    };
    look();
    return farthest;
  }, square);
  return async () => {
    await expect.poll(() => seen.evaluate(({ frames }) => frames)).toBeGreaterThan(3);
    return seen.evaluate(({ px }) => px);
  };
}

export const reading: readonly Convention[] = [
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
    const apart = await farthestApart(target, handle(page));
    await press('Alt+=', 'Alt+=');
    const percent = page.getByRole('contentinfo').getByRole('button', { name: /^Grid at/ });
    await expect(percent).toHaveText('125%');
    await expect.poll(async () => (await target.boundingBox())?.height).toBeGreaterThan(31);
    expect(await apart()).toBeLessThan(3);
    const box = await target.boundingBox();
    if (!box) throw new Error('Nothing is selected.');
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
