/** A program of the tests as one file that Node runs alone, where a process of another user may read it too. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** Bundles `tests/endurance/NAME.ts` into a folder and gives the path of what came out. */
export async function bundleProgram(name: string, folder: string): Promise<string> {
  const out = join(folder, 'program');
  await build({
    configFile: false,
    logLevel: 'error',
    root: process.cwd(),
    build: { ssr: join(process.cwd(), 'tests', 'endurance', `${name}.ts`), outDir: out, emptyOutDir: true, target: 'node20' },
    ssr: { noExternal: true },
  });
  writeFileSync(join(out, 'package.json'), '{"type":"module"}');
  for (const path of [folder, out]) chmodSync(path, 0o755);
  return join(out, `${name}.js`);
}
