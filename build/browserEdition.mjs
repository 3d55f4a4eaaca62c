/**
 * The browser edition. Its address and its browser profile never change, because the library belongs to both: where the port
 * is taken by a foreign program, that is said and no other port is taken.
 */
import { handOver, handoverFolder, sweepHandover } from './handover.mjs';
import { portOwner, whoAnswers } from './portOwner.mjs';
import { createStaticServer } from './server.mjs';

export const editionPort = 47310;

/**
 * Opens a window, a `further` one when a workbench runs already. closed: it was open and is closed now, or the running one has it;
 * elsewhere: its end cannot be seen; none: there is no window.
 * @typedef {(url: string, further: boolean) => Promise<'closed' | 'elsewhere' | 'none'>} OpenWindow
 */

/**
 * Serves and opens a window, or opens a window on the running one.
 * @param {{
 *   folder: string, data: string, file: string | null, openWindow: OpenWindow, stop: AbortSignal,
 *   say: (line: string) => void, complain: (line: string) => void, port?: number, owner?: (port: number) => string | null,
 * }} options `folder` holds the built pages; `stop` ends the serving
 * @returns {Promise<number>} the exit status
 */
export async function runBrowserEdition({ folder, data, file, openWindow, stop, say, complain, port = editionPort, owner = portOwner }) {
  const host = `127.0.0.1:${port}`;
  const handover = handoverFolder(data);
  /** @returns {string | null} the address for the window; null after a sentence when the workbook cannot be copied */
  const address = () => {
    try {
      return `http://${host}/${file === null ? '' : handOver(handover, file)}`;
    } catch (error) {
      complain(`The workbook ${file} could not be handed to the window: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  };
  let answer = await whoAnswers(port);
  const server = createStaticServer({ folder, host, handover });
  if (answer.kind === 'free') {
    const problem = await listen(server, port);
    if (problem === 'EADDRINUSE') {
      // Another start may have been faster by a moment.
      const again = await whoAnswers(port);
      answer = again.kind === 'free' ? { kind: 'foreign', server: null } : again;
    } else if (problem !== null) {
      complain(`Port ${port} could not be opened (${problem}): the system keeps it for itself. Lodestone takes no other port, because the library belongs to this address.`);
      return 2;
    }
  }
  if (answer.kind === 'foreign') {
    const name = owner(port) ?? answer.server ?? 'a program that does not give its name';
    complain(`Port ${port} is taken by another program: ${name}. Close it and start again; Lodestone takes no other port, because the library belongs to this address.`);
    return 2;
  }
  if (answer.kind === 'free') sweepHandover(handover);
  const url = address();
  if (url === null) {
    server.close();
    return 2;
  }
  if (answer.kind === 'ours') {
    say(`Lodestone is running already at http://${host}/`);
    const end = await openWindow(url, true);
    if (end === 'none') say(`No window can be opened from here. Open ${url} in a browser.`);
    return 0;
  }
  say(`Lodestone is ready at http://${host}/`);
  const end = await openWindow(url, false);
  if (end !== 'closed' && !stop.aborted) {
    say(end === 'elsewhere' ? 'It is open in your default browser. Ctrl-C ends Lodestone.' : `Open ${url} in a browser. Ctrl-C ends Lodestone.`);
    await new Promise((ended) => stop.addEventListener('abort', ended, { once: true }));
  }
  server.close();
  server.closeAllConnections();
  sweepHandover(handover);
  return 0;
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<string | null>} null when it listens, else the system's code for why not
 */
function listen(server, port) {
  return new Promise((resolve) => {
    /** @param {NodeJS.ErrnoException} error */
    const refused = (error) => resolve(error.code ?? error.message);
    server.once('error', refused);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', refused);
      resolve(null);
    });
  });
}
