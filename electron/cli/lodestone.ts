/** `lodestone`: the command line with the real files, streams and browser. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cliMessages } from '../../shared/messages/cli.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import type { CliEffects } from './effects.ts';
import { makeFolder, readTextFile, writeFileAtomically } from './files.ts';
import { printReport, writeReport } from './printReport.ts';
import { runCommandLine } from './runCommandLine.ts';

/** The language that the terminal is set to. */
function terminalLanguage(env: NodeJS.ProcessEnv): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

// The reader of a pipe may have seen enough (`| head`): that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const rendererFolder = fileURLToPath(new URL('../renderer/', import.meta.url));

const effects: CliEffects = {
  language: terminalLanguage(process.env),
  resolvePath: (name) => resolve(name),
  readTextFile,
  writeFile: writeFileAtomically,
  makeFolder,
  printReport: (job) => printReport(job, rendererFolder),
  writeReport: (job, told) => writeReport(job, rendererFolder, told),
  writeOutput: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
};

try {
  // Not process.exit: what is still on its way down a pipe would be cut off.
  process.exitCode = await runCommandLine(process.argv.slice(2), effects);
} catch (error) {
  const detail = error instanceof Error ? error.message : String(error);
  process.stderr.write(`lodestone: ${cliMessages.unexpected(detail)[effects.language]}\n`);
  process.exitCode = 2;
}
