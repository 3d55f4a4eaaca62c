/**
 * npm run test:package: packs the program for Linux over a stub in place of Electron's own, so that the packing itself is
 * tried without a download: what is in the archive, which languages, which fuses.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closingLine } from './counts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'lodestone-package-'));
const counts = { passed: 0, failed: 0, skipped: 0 };

/** What the real program carries so that its fuses can be found, then version, number of fuses, and each of them off. */
const fuseWire = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('000000000')]);
/** By position: runAsNode, cookie encryption, NODE_OPTIONS, inspector, archive integrity, archive only, snapshot, file privileges. */
const wantedFuses = '00001100';

function stubElectron() {
  const stub = join(folder, 'electron');
  mkdirSync(join(stub, 'locales'), { recursive: true });
  writeFileSync(join(stub, 'electron'), Buffer.concat([Buffer.from('stub '), fuseWire, Buffer.from(' end')]), { mode: 0o755 });
  for (const language of ['en-US', 'zh-CN', 'de', 'fr']) writeFileSync(join(stub, 'locales', `${language}.pak`), '');
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'));
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html', 'chrome_100_percent.pak']) writeFileSync(join(stub, name), name === 'version' ? version : '');
  return stub;
}

/**
 * @param {string} name
 * @param {boolean} holds
 */
function check(name, holds) {
  process.stdout.write(`${holds ? 'ok  ' : 'FAIL'} ${name}\n`);
  counts[holds ? 'passed' : 'failed'] += 1;
}

const words = ['--linux', '--dir', `-c.electronDist=${stubElectron()}`, `-c.directories.output=${join(folder, 'release')}`];
const packed = spawnSync(process.execPath, [join(root, 'build', 'package.mjs'), ...words], { cwd: root, stdio: ['ignore', 2, 2] });
check('the program is packed', packed.status === 0);
const program = join(folder, 'release', 'linux-unpacked');
const archive = join(program, 'resources', 'app.asar');
if (existsSync(archive)) {
  /** @type {string[]} */
  const names = require('@electron/asar').listPackage(archive, { isPack: false });
  const files = names.map((name) => name.replaceAll('\\', '/'));
  for (const name of ['/package.json', '/dist/electron/main.cjs', '/dist/electron/preload.cjs', '/dist/electron/describePdf.cjs', '/dist/renderer/index.html', '/dist/renderer/report.html']) check(`the archive holds ${name}`, files.includes(name));
  check('the archive holds no node_modules, sources, tests or tools', !files.some((name) => /^\/(node_modules|renderer|electron|shared|tests|build)\b/.test(name) || name.startsWith('/dist/cli')));
  check('the languages are English and Chinese', readdirSync(join(program, 'locales')).sort().join() === 'en-US.pak,zh-CN.pak');
  const binary = readFileSync(join(program, 'lodestone'));
  const at = binary.indexOf(fuseWire.subarray(0, 34));
  const fuses = binary.subarray(at + 34, at + 34 + wantedFuses.length).toString();
  check(`the fuses are set (${fuses})`, at > 0 && fuses === wantedFuses);
}
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${closingLine(counts)}\n`);
process.exit(counts.failed === 0 ? 0 : 1);
