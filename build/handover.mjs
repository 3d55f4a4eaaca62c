/**
 * Hands a workbook to a window of the browser edition: the window cannot read the disk, so a copy waits in the data folder,
 * under a name that nobody can guess, until the window has fetched it. It is served once and removed by the server then,
 * so a second start may end before the window of the running one has read its file.
 */
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

/** @param {string} data the data folder */
export function handoverFolder(data) {
  return join(data, 'handover');
}

/**
 * Copies the workbook.
 * @param {string} folder the handover folder
 * @param {string} file
 * @returns {string} the query by which the window asks for it
 */
export function handOver(folder, file) {
  const key = randomBytes(16).toString('hex');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  copyFileSync(file, join(folder, `${key}.lodestone`));
  return `?open=${key}&name=${encodeURIComponent(basename(file))}`;
}

/**
 * Removes a copy that has been fetched.
 * @param {string} copy
 */
export function removeHandedOver(copy) {
  rmSync(copy, { force: true });
}

/**
 * Removes what windows never fetched. Called by the start that has just taken the port: no other server can be waiting for these.
 * @param {string} folder the handover folder
 */
export function sweepHandover(folder) {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} folder the handover folder
 * @param {string} url the request's path and query
 * @returns {string | null} the copy that the URL names, null for any other URL
 */
export function handedOver(folder, url) {
  const name = /^\/handover\/([0-9a-f]{32}\.lodestone)$/.exec(url)?.[1];
  return name === undefined ? null : join(folder, name);
}
