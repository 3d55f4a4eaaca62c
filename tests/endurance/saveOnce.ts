/** Saves the second of the two texts once to the file it is given, the way the product saves, and prints the outcome as JSON. */
import { writeAtomically } from '../../electron/files/writeAtomically.ts';
import { saveTexts } from './saveTexts.ts';

const saved = await writeAtomically(process.argv[2] ?? '', new TextEncoder().encode(saveTexts[1]));
process.stdout.write(JSON.stringify(saved));
