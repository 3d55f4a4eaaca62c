/** The local server of the browser edition: the built files, read-only, for its own host name only. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, relative, isAbsolute } from 'node:path';
import { handedOver, removeHandedOver } from './handover.mjs';

/** What every page is served with, the same here as in the desktop window. */
const served = /** @type {{ policy: string[], types: Record<string, string> }} */ (JSON.parse(readFileSync(new URL('../shared/servedPages.json', import.meta.url), 'utf8')));
const policy = served.policy.join('; ');
const types = /** @type {Readonly<Record<string, string>>} */ (served.types);

/** The header by which a second start knows a running Lodestone. */
export const markHeader = 'x-lodestone';

/**
 * A server over a folder; it is not yet listening. `host` is the one Host header it answers, name and port: a page of
 * another name that resolves here (DNS rebinding) gets nothing. `handover` is the folder of workbooks handed over by a
 * start with a FILE: each is served once, to whoever knows its name, and is gone then.
 * @param {{ folder: string, host: string, handover?: string | null }} options
 */
export function createStaticServer({ folder, host, handover = null }) {
  return createServer((request, response) => {
    /**
     * @param {number} status
     * @param {Record<string, string>} headers
     * @param {Uint8Array | string} body
     */
    const answer = (status, headers, body) => {
      response.writeHead(status, {
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        [markHeader]: '1',
        ...headers,
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    if (request.headers.host !== host) return answer(421, {}, `This server answers only http://${host}/\n`);
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, { allow: 'GET, HEAD' }, 'Only GET and HEAD.\n');
    const copy = handover === null ? null : handedOver(handover, request.url ?? '/');
    if (copy !== null && request.method === 'GET') response.once('finish', () => removeHandedOver(copy));
    const path = copy ?? safePath(folder, request.url ?? '/');
    if (path === null) return answer(404, {}, 'There is no such file.\n');
    readFile(path).then(
      (body) => answer(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'cache-control': path.includes('assets') ? 'max-age=31536000, immutable' : 'no-cache' }, body),
      () => answer(404, {}, 'There is no such file.\n'),
    );
  });
}

/**
 * The file below the folder that a URL names, or null when it leaves the folder or cannot be read as a URL.
 * @param {string} folder
 * @param {string} url
 * @returns {string | null}
 */
export function safePath(folder, url) {
  let name;
  try {
    name = decodeURIComponent(new URL(url, 'http://local').pathname);
  } catch {
    return null;
  }
  if (name.includes('\0')) return null;
  const path = join(folder, name.endsWith('/') ? `${name}index.html` : name);
  const inside = relative(folder, path);
  return inside.startsWith('..') || isAbsolute(inside) ? null : path;
}
