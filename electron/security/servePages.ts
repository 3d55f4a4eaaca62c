/** The built pages under app://lodestone: read-only, never out of their folder, always with the policy that has no network. */
import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import { pageHost } from '../../shared/desktopBridge.ts';
import served from '../../shared/servedPages.json';

const headers = {
  'content-security-policy': served.policy.join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const types: Readonly<Record<string, string>> = served.types;

/** Answers requests for the files below a folder; everything else is 404, other methods 405. */
export function servePages(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response('Only GET and HEAD.\n', { status: 405, headers: { ...headers, allow: 'GET, HEAD' } });
    const path = pagePath(folder, request.url);
    if (path === null) return notFound();
    try {
      const body = new Uint8Array(await readFile(path));
      return new Response(request.method === 'HEAD' ? null : body, { headers: { ...headers, 'content-type': types[extname(path)] ?? 'application/octet-stream' } });
    } catch {
      // Missing, a folder, unreadable: to a page all of them are the same.
      return notFound();
    }
  };
}

function notFound(): Response {
  return new Response('There is no such file.\n', { status: 404, headers });
}

/** The file that a URL names; null when it is of another host, leaves the folder or cannot be read as a URL. */
export function pagePath(folder: string, url: string): string | null {
  let name: string;
  try {
    const { host, pathname } = new URL(url);
    if (host !== pageHost) return null;
    name = decodeURIComponent(pathname);
  } catch {
    // Bad escapes are no name of a file.
    return null;
  }
  if (name.includes('\0') || name.includes('\\')) return null;
  // Joined first and compared after: resolving a name that begins with a slash would leave the folder at once.
  const path = join(folder, name.endsWith('/') ? `${name}index.html` : name);
  const inside = relative(folder, path);
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? null : path;
}
