import { expect } from 'playwright/test';
import type { Page } from 'playwright/test';
import { test } from './app.ts';

type Box = { readonly what: string; readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Everything with a fixed place in the window, and every word of each chart. */
async function measure(page: Page): Promise<{ fixed: Box[]; panes: Box[]; words: Record<string, Box[]>; pageWidth: number }> {
  return page.evaluate(() => {
    const boxOf = (element: Element, what: string): Box => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { what, left, top, right, bottom };
    };
    const fixed = [...document.querySelectorAll('.topbar button, .rail button, .tab:not(.spare), .segments button, .rows-button, .brand, .title, .statusbar span')].filter((element) => element.getBoundingClientRect().width > 0);
    const panes = [...document.querySelectorAll('.formula, .grid, .caption, .chart')].map((element) => boxOf(element, element.className));
    const words: Record<string, Box[]> = {};
    for (const chart of document.querySelectorAll('[data-chart]')) {
      words[chart.getAttribute('data-chart') ?? ''] = [...chart.querySelectorAll('svg text, .period-names i')].filter((text) => text.textContent !== '').map((text) => boxOf(text, text.textContent ?? ''));
    }
    return { fixed: fixed.map((element) => boxOf(element, element.textContent || element.getAttribute('aria-label') || element.className)), panes, words, pageWidth: document.documentElement.scrollWidth };
  });
}

/** Pairs of boxes that cover each other by more than a hair. */
function overlaps(boxes: readonly Box[]): string[] {
  const found: string[] = [];
  boxes.forEach((a, at) => {
    for (const b of boxes.slice(at + 1)) {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 1.5 && high > 3.5) found.push(`${a.what} / ${b.what}`);
    }
  });
  return found;
}

/** The heads of groups that cannot be read: covered, beyond the grid, or cut before its edge. */
async function unreadHeads(page: Page): Promise<readonly string[]> {
  return page.locator('.row-group .group-label').evaluateAll((labels) =>
    labels.flatMap((label) => {
      const [box, grid] = [label.getBoundingClientRect(), label.closest('.grid')?.getBoundingClientRect()];
      if (grid === undefined || box.bottom > grid.bottom) return [];
      const isOnTop = label.contains(document.elementFromPoint(box.right - 3, box.top + box.height / 2));
      const isWhole = label.scrollWidth <= label.clientWidth + 1 || box.right > grid.right - 45;
      return isOnTop && isWhole && box.right <= grid.right ? [] : [label.textContent ?? ''];
    }),
  );
}

/** The words and fields of a view that stand for themselves. */
async function partsOf(page: Page, view: string): Promise<readonly Box[]> {
  return page.locator(`${view} *`).evaluateAll((all) =>
    all.flatMap((part) => {
      const { left, top, right, bottom } = part.getBoundingClientRect();
      const text = part.textContent?.trim() ?? '';
      const isPart = part.childElementCount === 0 ? text !== '' || part.matches('input, select, textarea') : text === '' && part.matches('button');
      const isShown = part.closest('svg') === null && right - left > 0 && part.checkVisibility() && getComputedStyle(part).position !== 'absolute';
      return isPart && isShown ? [{ what: text || (part.getAttribute('aria-label') ?? part.tagName), left, top, right, bottom }] : [];
    }),
  );
}

/** What of a dialog lies beside it, and the hints of empty fields that are too long for them. */
async function cutInDialog(page: Page): Promise<readonly string[]> {
  return page.getByRole('dialog').evaluate((dialog) => {
    const { left, right } = dialog.getBoundingClientRect();
    const measure = document.createElement('canvas').getContext('2d');
    const parts = [...dialog.querySelectorAll('button, input, select, textarea, summary, [role="tab"], h2, p, dt, kbd')].filter((part) => part.getBoundingClientRect().width > 0);
    const beside = parts.filter((part) => part.getBoundingClientRect().left < left - 0.5 || part.getBoundingClientRect().right > right + 0.5);
    const long = parts.filter((part) => {
      if (!(part instanceof HTMLInputElement) || part.placeholder === '' || measure === null) return false;
      const { font, paddingLeft, paddingRight } = getComputedStyle(part);
      measure.font = font;
      return measure.measureText(part.placeholder).width > part.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) + 0.5;
    });
    return [...beside, ...long].map((part) => part.getAttribute('aria-label') ?? part.textContent ?? part.tagName);
  });
}

/** 720 x 430 is what a window of 1440 x 860 has at 200 % zoom, 512 x 430 one of 1024. */
for (const [width, height] of [[1024, 640], [1440, 860], [2560, 1440], [720, 430], [512, 430]] as const) {
  for (const language of ['en', 'zh'] as const) {
    test(`nothing is cut off or overlaps at ${width} x ${height} (${language})`, async ({ app }) => {
      if (language === 'zh') await app.getByRole('button', { name: '中文' }).click();
      await app.setViewportSize({ width, height });
      await app.waitForFunction((wanted) => [...document.querySelectorAll('[data-chart] svg')].every((svg) => Number(svg.getAttribute('width')) < wanted), width);
      // A chart takes its new height a frame after its new width.
      await expect.poll(async () => Object.values((await measure(app)).words).flatMap(overlaps)).toEqual([]);
      const { fixed, panes, pageWidth } = await measure(app);
      expect(pageWidth).toBeLessThanOrEqual(width);
      for (const box of fixed) {
        expect(box.left, box.what).toBeGreaterThanOrEqual(0);
        expect(box.right, box.what).toBeLessThanOrEqual(width + 0.5);
      }
      expect(overlaps(fixed)).toEqual([]);
      // What has no place among the tabs is in the menu behind them: every tab can be reached.
      const inRow = await app.getByRole('tab').count();
      if (inRow < 7) {
        await app.locator('.tab.more').click();
        await expect(app.getByRole('menuitem')).toHaveCount(7 - inRow);
        await app.getByRole('menuitem').last().click();
        await expect(app.getByRole('tab').last()).toHaveAttribute('aria-selected', 'true');
      } else await app.getByRole('tab').last().click();
      // The sources are named in the heads of groups; the first group, folded, makes room for them.
      await app.locator('.row-group .group-label').first().click();
      await expect(app.locator('.row-group .group-label').nth(2)).toBeVisible();
      expect(await unreadHeads(app)).toEqual([]);
      await app.locator('.rows-button').click();
      const sections = app.getByRole('dialog').getByRole('tab');
      for (let at = 0; at < 5; at += 1) {
        await sections.nth(at).click();
        await app.getByRole('dialog').evaluate((dialog) => dialog.querySelectorAll('details').forEach((one) => (one.open = true)));
        expect(await cutInDialog(app), `section ${at}`).toEqual([]);
      }
      await app.keyboard.press('Escape');
      await app.keyboard.press('F1');
      await expect(app.getByRole('dialog').locator('kbd').last()).toBeVisible();
      expect(await cutInDialog(app), 'keys').toEqual([]);
      await app.keyboard.press('Escape');
      const views = app.locator('.rail button');
      for (const [at, view, filled] of [[1, '.compare', '.bridge .sentence, .compared h2'], [3, '.library', '.shelf-row']] as const) {
        await views.nth(at).click();
        await expect(app.locator(`${view} :is(${filled})`).first()).toBeVisible();
        await expect.poll(async () => overlaps(await partsOf(app, view)), view).toEqual([]);
      }
      expect(await app.locator('.library').evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
      expect(overlaps(panes)).toEqual([]);
    });
  }
}
