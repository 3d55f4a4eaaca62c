/** Checks that need nothing of one another, as many at once as the machine has processors; each one's words are printed whole, when it ends. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {readonly string[]} words the script and its arguments, as Node takes them
 */

/**
 * Runs one check in a Node of its own.
 * @param {string} root folder in which it runs
 * @param {Check} check
 * @param {(text: string | Uint8Array) => void} print
 * @returns {Promise<boolean>} whether it passed
 */
function runCheck(root, check, print) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...check.words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {Buffer[]} */
    const said = [];
    child.stdout.on('data', (chunk) => said.push(chunk));
    child.stderr.on('data', (chunk) => said.push(chunk));
    /** @param {boolean} passed */
    const end = (passed) => {
      print(Buffer.concat(said));
      print(`${passed ? 'ok  ' : 'FAIL'} ${check.name} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`);
      resolve(passed);
    };
    child.once('error', (error) => {
      said.push(Buffer.from(`${error.message}\n`));
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });
}

/**
 * Runs all checks; those named first begin first.
 * @param {string} root
 * @param {readonly Check[]} checks
 * @param {(text: string | Uint8Array) => void} [print] where their words go
 * @returns {Promise<readonly boolean[]>} whether each passed, in the order given
 */
export async function runChecks(root, checks, print = (text) => void process.stdout.write(text)) {
  /** @type {boolean[]} */
  const passed = [];
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < checks.length; at = next++) {
      const check = checks[at];
      if (check !== undefined) passed[at] = await runCheck(root, check, print);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(availableParallelism(), checks.length)) }, lane));
  return passed;
}
