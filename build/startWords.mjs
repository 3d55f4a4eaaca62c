/** Reads the words behind npm start. */

/** @typedef {{ edition: 'any' | 'electron' | 'browser', file: string | null }} StartWords */

export const startHelp = `npm start [-- [--electron | --browser] [FILE]]
  FILE        opens this workbook
  --electron  tries the Electron window again, also when it failed today
  --browser   opens the browser edition, without asking for Electron
`;

/**
 * What is to be started, or the sentence that says what is wrong with the words.
 * @param {readonly string[]} words
 * @returns {{ ok: true, value: StartWords | 'help' } | { ok: false, sentence: string }}
 */
export function readStartWords(words) {
  /** @type {StartWords} */
  let read = { edition: 'any', file: null };
  for (const word of words) {
    if (word === '--help' || word === '-h') return { ok: true, value: 'help' };
    if (word === '--electron' || word === '--browser') {
      const edition = word === '--electron' ? 'electron' : 'browser';
      if (read.edition !== 'any' && read.edition !== edition) return { ok: false, sentence: 'Choose one of --electron and --browser.' };
      read = { ...read, edition };
    } else if (word.startsWith('-')) {
      return { ok: false, sentence: `npm start has no option ${word}. It has --electron, --browser and --help, and takes one FILE.` };
    } else if (read.file !== null) {
      return { ok: false, sentence: `npm start opens one workbook, and two were named: ${read.file} and ${word}. Put a name with spaces in quotation marks.` };
    } else {
      read = { ...read, file: word };
    }
  }
  return { ok: true, value: read };
}
