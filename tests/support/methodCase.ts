/** The worked cases of the method, by id: inputs, expected values and tolerances. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const schema = z.object({
  cases: z.array(z.object({ id: z.string(), inputs: z.unknown(), expected: z.unknown() })),
});

const all = schema.parse(JSON.parse(readFileSync(new URL('../fixtures/methodCases.json', import.meta.url), 'utf8'))).cases;

/** One worked case; a wrong id fails the test that asked for it. */
export function methodCase<Inputs, Expected>(id: string): { readonly inputs: Inputs; readonly expected: Expected } {
  const found = all.find((entry) => entry.id === id);
  if (!found) throw new Error(`There is no worked case ${id}.`);
  return { inputs: found.inputs as Inputs, expected: found.expected as Expected };
}
