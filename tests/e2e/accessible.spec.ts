/** No violation of WCAG A or AA on any screen, nor in what opens over it: in light, and in dark and Chinese. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import { expect, type Page } from 'playwright/test';
import { actions, type ActionId } from '../../shared/actions.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { cell, test } from './app.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in a part of the window, each with the first element it stands on. */
async function violations(page: Page, rules: Axe.RunOptions['runOnly'], part = 'body'): Promise<readonly string[]> {
  await page.locator(part).last().waitFor();
  const results = await page.evaluate(({ selector, runOnly }): Promise<Axe.AxeResults> => {
    const { axe } = window as unknown as { axe: typeof Axe };
    return axe.run(selector, { resultTypes: ['violations'], ...(runOnly === undefined ? {} : { runOnly }) });
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
const colourful: readonly Panel[] = [
  { id: 'keyboard', part: 'dialog[open]' },
  { id: 'editStructure', part: 'dialog[open]' },
  { id: 'explain', part: '.formula' },
  { id: 'showHistory', part: 'body', leave: 'again' },
];
const panels: readonly Panel[] = [
  ...colourful,
  { id: 'goTo', part: 'dialog[open]' },
  { id: 'chooseUnit', part: 'dialog[open]' },
  { id: 'writeComment', part: '.formula' },
  { id: 'assignSource', part: '.formula' },
  { id: 'find', part: '.find-bar' },
  { id: 'filterRows', part: '.inputs' },
  { id: 'showVersions', part: 'aside' },
];

const looks = [
  { name: 'in light, of levels A and AA', language: 'en', dark: false, rules: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  // Colours and words are all that changes, so what has no colours of its own is looked at once.
  { name: 'in dark and Chinese, in its colours and names', language: 'zh', dark: true, rules: { type: 'rule', values: ['color-contrast', 'button-name', 'label', 'aria-dialog-name'] } },
] satisfies readonly { readonly name: string; readonly language: Language; readonly dark: boolean; readonly rules: Axe.RunOptions['runOnly'] }[];

for (const { name, language, dark, rules } of looks) {
  test(`no screen has a violation ${name}`, async ({ app }) => {
    test.setTimeout(120_000);
    await app.evaluate(source);
    if (dark) await act(app, 'switchTheme', 'en');
    if (language === 'zh') await act(app, 'switchLanguage', 'en');
    const check = async (what: string, part?: string): Promise<void> => expect.soft(await violations(app, rules, part), what).toEqual([]);

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
    for (const { id, part, leave } of dark ? colourful : panels) {
      await act(app, id, language);
      await check(id, part);
      if (leave === 'again') await act(app, id, language);
      else await app.keyboard.press('Escape');
    }
    await app.getByRole('contentinfo').getByRole('button').first().click();
    await check('the findings', '.findings');
    await app.keyboard.press('Escape');

    await app.getByRole('tab').nth(1).click();
    await cell(app, 'sectors/nev/assumptions', 'actualsMode').click();
    await app.keyboard.press('Enter');
    await check('a list of words', '.inputs');
    await app.keyboard.press('Escape');
    for (const at of dark ? [3, 6] : [2, 3, 4, 5, 6]) {
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
