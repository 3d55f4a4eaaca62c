/** Saves two texts in turn to the file it is given, for ever, the way the product saves; killed from outside. Says "saved" after the first. */
import { writeAtomically } from '../../electron/files/writeAtomically.ts';
import { saveTexts } from './saveTexts.ts';

const path = process.argv[2] ?? '';
const contents = saveTexts.map((text) => new TextEncoder().encode(text));
for (let turn = 0; ; turn += 1) {
  const saved = await writeAtomically(path, contents[turn % contents.length] ?? new Uint8Array());
  if (!saved.ok) throw new Error(JSON.stringify(saved.problem));
  if (turn === 0) process.stdout.write('saved\n');
}
