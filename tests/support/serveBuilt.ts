/** The built window served as `npm start` serves it, on a port of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createStaticServer } from '../../build/server.mjs';

export type Served = { readonly url: string; close(): void };

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

export async function serveBuilt(folder: string): Promise<Served> {
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  const server = createStaticServer({ folder, host });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    url: `http://${host}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
