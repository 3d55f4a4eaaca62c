/** No violation of WCAG A or AA on any screen, nor in what opens over it: in light, and in dark and Chinese. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import { expect, type Page } from 'playwright/test';
import { actions, type ActionId } from '../../shared/actions.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { cell, test } from './app.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds in a part of the window, each with the first element it stands on. */
async function violations(page: Page, part = 'body'): Promise<readonly string[]> {
  await page.locator(part).last().waitFor();
  const results = await page.evaluate(({ selector, runOnly }): Promise<Axe.AxeResults> => {
    const { axe } = window as unknown as { axe: typeof Axe };
    return axe.run(selector, { resultTypes: ['violations'], runOnly });
  }, { selector: part, runOnly: rules });
  return results.violations.map(({ id, nodes }) => `${id}: ${String(nodes[0]?.html).slice(0, 160)} (${nodes.length})`);
}

/** By the palette, so that every action is reached, and the palette too. */
async function act(page: Page, id: ActionId, language: Language): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('dialog[open] input').waitFor();
  await page.keyboard.insertText(actions[id].label[language]);
  await page.keyboard.press('Enter');
}

/** Everything that opens over a screen, as the part of the window in which it stands, and how it is left. */
type Panel = { readonly id: ActionId; readonly part: string; readonly leave?: 'again' };
const panels: readonly Panel[] = [
  { id: 'keyboard', part: 'dialog[open]' },
  { id: 'editStructure', part: 'dialog[open]' },
  { id: 'explain', part: '.formula' },
  { id: 'showHistory', part: 'body', leave: 'again' },
  { id: 'goTo', part: 'dialog[open]' },
  { id: 'chooseUnit', part: 'dialog[open]' },
  { id: 'writeComment', part: '.formula' },
  { id: 'assignSource', part: '.formula' },
  { id: 'find', part: '.find-bar' },
  { id: 'filterRows', part: '.inputs' },
  { id: 'showVersions', part: 'aside' },
];

const looks = [
  { name: 'in light and English', language: 'en', dark: false },
  { name: 'in dark and Chinese', language: 'zh', dark: true },
] satisfies readonly { readonly name: string; readonly language: Language; readonly dark: boolean }[];

/** Pastes a text as another program would have put it on the clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((written) => navigator.clipboard.writeText(written), text);
  await page.keyboard.press('Control+v');
}

for (const { name, language, dark } of looks) {
  test(`no screen has a violation ${name}`, async ({ app }) => {
    test.setTimeout(120_000);
    await app.evaluate(source);
    if (dark) await act(app, 'switchTheme', 'en');
    if (language === 'zh') await act(app, 'switchLanguage', 'en');
    const check = async (what: string, part?: string): Promise<void> => expect.soft(await violations(app, part), what).toEqual([]);

    await cell(app, 'sectors/nev/intensity', '2025').click();
    await app.keyboard.press('Control+Shift+ArrowUp');
    await app.keyboard.press('Shift+F10');
    await check('the workbench, a range and the menu');
    await app.getByRole('menuitem', { name: actions.growBy.label[language] }).click();
    await check('a question', '.tool-prompt');
    await app.keyboard.press('Escape');
    await app.keyboard.press('Control+k');
    await check('the palette', 'dialog[open]');
    await app.keyboard.press('Escape');
    for (const { id, part, leave } of panels) {
      await act(app, id, language);
      await check(id, part);
      if (leave === 'again') await act(app, id, language);
      else await app.keyboard.press('Escape');
    }
    await app.getByRole('contentinfo').getByRole('button').first().click();
    await check('the findings', '.findings');
    await app.keyboard.press('Escape');
    await app.locator('button.as-of').click();
    await check('the as-of day', '#as-of');
    await app.keyboard.press('Escape');

    await app.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await cell(app, 'sectors/nev/volume', '2026').click();
    await paste(app, '1800万辆\t40%\tabc');
    await check('what a paste would do', 'dialog[open]');
    await app.keyboard.press('Escape');
    await paste(app, '17.5');
    await app.locator('.source-chip').waitFor();
    await check('the source of a paste', '.inputs');
    await app.keyboard.press('Escape');
    await app.setViewportSize({ width: 512, height: 640 });
    await app.locator('.tab.more').click();
    await check('the tabs that have no place', '#more-tabs');
    await app.keyboard.press('Escape');
    await app.setViewportSize({ width: 1440, height: 860 });

    await app.getByRole('tab').nth(1).click();
    await cell(app, 'sectors/nev/assumptions', 'actualsMode').click();
    await app.keyboard.press('Enter');
    await check('a list of words', '.inputs');
    await app.keyboard.press('Escape');
    for (const at of [2, 3, 4, 5, 6]) {
      await app.getByRole('tab').nth(at).click();
      await check(`tab ${at + 1}`, '.inputs');
    }

    await app.getByRole('radio').nth(2).click();
    await act(app, 'showCompare', language);
    await app.locator('[data-chart="compare"] svg').waitFor();
    await check('scenarios');
    await app.locator('.compared .choice').getByRole('radio').nth(1).click();
    await app.locator('[data-chart="hedgehog"] svg').waitFor();
    await check('days', '.compared');
    await act(app, 'showReport', language);
    await app.locator('.page').first().waitFor();
    await check('report');
    await act(app, 'showLibrary', language);
    await check('library');
  });
}
