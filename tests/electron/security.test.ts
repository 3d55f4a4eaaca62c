import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isInside } from '../../electron/security/guardSession.ts';
import { pagePath, servePages } from '../../electron/security/servePages.ts';

const folder = mkdtempSync(join(tmpdir(), 'lodestone-pages-'));
const site = join(folder, 'site');
const serve = servePages(site);
const ask = (url: string, method = 'GET'): Promise<Response> => serve(new Request(url, { method }));

beforeAll(() => {
  mkdirSync(join(site, 'assets'), { recursive: true });
  writeFileSync(join(site, 'index.html'), '<p>workbench</p>');
  writeFileSync(join(site, 'assets', 'x.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the pages of the program', () => {
  it('come with their type and a policy that has no network', async () => {
    const page = await ask('app://lodestone/');
    expect(page.status).toBe(200);
    expect(await page.text()).toBe('<p>workbench</p>');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('http');
    expect(policy).not.toContain('unsafe-eval');
    const script = await ask('app://lodestone/assets/x.js?v=1');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('content-security-policy')).toBe(policy);
    expect((await ask('app://lodestone/', 'HEAD')).status).toBe(200);
    expect((await ask('app://lodestone/', 'POST')).status).toBe(405);
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/..%5csecret.txt', '/%00', '/%zz', '/assets', '/nothing.js'])('never leave their folder: %s', async (path) => {
    const answer = await ask(`app://lodestone${path}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('secret');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('belong to one host only', () => {
    expect(pagePath('/site', 'app://other/index.html')).toBeNull();
    expect(pagePath('/site', 'app://lodestone/..%2fsecret')).toBeNull();
    expect(pagePath('/site', 'app://lodestone/assets/x.js')).toBe(join('/site', 'assets', 'x.js'));
  });
});

describe('requests', () => {
  it.each(['app://lodestone/assets/x.js', 'blob:app://lodestone/1', 'data:image/png;base64,AA==', 'devtools://devtools/bundled/x.html'])('inside the program go on: %s', (url) => expect(isInside(url)).toBe(true));
  it.each(['https://example.org/', 'http://127.0.0.1:47310/', 'file:///etc/passwd', 'ws://example.org/', 'app://other/x', 'ftp://a', '', 'nonsense'])('to anywhere else are cancelled: %s', (url) => expect(isInside(url)).toBe(false));
});
