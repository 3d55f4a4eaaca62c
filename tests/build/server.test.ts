import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closingLine, countPlaywright, countVitest, sumCounts } from '../../build/counts.mjs';
import { findBrowser } from '../../build/findBrowser.mjs';
import { createStaticServer, safePath } from '../../build/server.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lodestone-server-'));
const site = join(folder, 'site');
const server = createStaticServer({ folder: site, host: 'workbench.test' });
let port = 0;

type Answer = { status: number; headers: Record<string, unknown>; body: string };

function ask(path: string, method = 'GET', host = 'workbench.test'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path, method, headers: { host } }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    call.on('error', reject);
    call.end();
  });
}

beforeAll(async () => {
  mkdirSync(site);
  writeFileSync(join(site, 'index.html'), '<p>workbench</p>');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('the local server', () => {
  it('serves built files with a policy that has no network', async () => {
    const answer = await ask('/');
    expect(answer.status).toBe(200);
    expect(answer.body).toBe('<p>workbench</p>');
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(String(answer.headers['content-security-policy'])).toContain("default-src 'none'");
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });
  it('answers HEAD without a body and refuses every other method', async () => {
    expect(await ask('/', 'HEAD')).toMatchObject({ status: 200, body: '' });
    const refused = await ask('/', 'POST');
    expect(refused.status).toBe(405);
    expect(refused.headers.allow).toBe('GET, HEAD');
  });
  it('answers only its own name', async () => {
    for (const name of ['evil.test', 'localhost', 'workbench.test:80', '']) expect(await ask('/', 'GET', name)).toMatchObject({ status: 421, body: expect.not.stringContaining('workbench</p>') });
  });
  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/a/..%2f..%2fsecret.txt', '/%00', '/%zz', '/nothing.js'])('refuses %s', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });
  it('never leaves its folder', () => {
    expect(safePath('/site', '/..%2fsecret')).toBeNull();
    expect(safePath('/site', '/assets/x.js')).toBe(join('/site', 'assets', 'x.js'));
  });
});

describe('finding a browser', () => {
  it('takes the first that is installed, and none where none is', () => {
    const env = { PATH: '/opt/bin:/usr/bin' };
    expect(findBrowser({ platform: 'linux', env, exists: (path) => path === '/opt/bin/google-chrome' })).toBe('/opt/bin/google-chrome');
    expect(findBrowser({ platform: 'linux', env, exists: () => false })).toBeNull();
    const edge = 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe';
    const windows = { platform: 'win32', env: { PROGRAMFILES: 'C:\\Program Files' } };
    expect(findBrowser({ ...windows, exists: (path) => path === edge })).toBe(edge);
    expect(findBrowser({ ...windows, exists: (path) => path === edge, edge: false })).toBeNull();
    expect(findBrowser({ ...windows, exists: () => true })).toContain('chrome.exe');
  });
});

describe('the closing line', () => {
  it('adds up and mentions skipped tests only where there are some', () => {
    const unit = countVitest({ numPassedTests: 3, numFailedTests: 1, numPendingTests: 0, testResults: [{ status: 'failed', assertionResults: [] }] });
    const browser = countPlaywright({ stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 1 }, errors: [] });
    expect(unit).toEqual({ passed: 3, failed: 2, skipped: 0 });
    expect(closingLine(sumCounts([unit, browser]))).toBe('5 passed, 2 failed, 1 skipped');
    expect(closingLine({ passed: 1, failed: 0, skipped: 0 })).toBe('1 passed, 0 failed');
    expect(countPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: ['crash'] }).failed).toBe(1);
  });
});
