import { fileURLToPath } from 'node:url';
import { expect, test } from 'playwright/test';
import { chromium } from 'playwright';
import { killBrowsers } from '../endurance/killedBrowser.ts';

const folder = fileURLToPath(new URL('../../dist/renderer', import.meta.url));

test('a browser killed during edits comes back with all but the last second of them', async () => {
  test.skip(process.platform !== 'linux', 'its processes are found in /proc');
  const { faults, edits, mostLostMs } = await killBrowsers(process.env.LODESTONE_CHROMIUM ?? chromium.executablePath(), folder, 1, 7);
  expect(faults).toEqual([]);
  expect(edits).toBeGreaterThanOrEqual(1);
  expect(mostLostMs).toBeLessThanOrEqual(1000);
});
