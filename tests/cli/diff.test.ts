import { describe, expect, it } from 'vitest';
import type { CliEffects } from '../../electron/cli/effects.ts';
import { runCommandLine } from '../../electron/cli/runCommandLine.ts';
import { commands } from '../../shared/commands/registry.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { shippedText, shippedWorkbook } from '../support/shippedWorkbook.ts';

const sample = shippedWorkbook();

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const drive = (workbook: Workbook, scenario: string, value: number): Workbook => done(commands.setDriver.run(workbook, { scenario, sector: 'nev', year: 2025, member: 'intensity', value }));

async function run(words: readonly string[], files: Readonly<Record<string, string>>, language: Language = 'en') {
  let [output, error] = ['', ''];
  const effects: CliEffects = {
    language,
    resolvePath: (name) => name,
    readTextFile: async (path) => (files[path] === undefined ? fail('file-not-found') : ok(files[path])),
    writeFile: async () => fail('file-not-writable'),
    makeFolder: async () => fail('file-not-writable'),
    printReport: () => Promise.reject(new Error('nothing is printed here')),
    writeReport: () => Promise.reject(new Error('nothing is written here')),
    writeOutput: (text) => void (output += text),
    writeError: (text) => void (error += text),
  };
  const status = await runCommandLine(words, effects);
  return { status, output, error };
}

describe('lodestone diff', () => {
  it('says that nothing differs, also with --strict', async () => {
    const files = { a: shippedText, b: shippedText.replaceAll('\n', '\r\n') };
    expect(await run(['diff', 'a', 'b', '--strict'], files)).toEqual({ status: 0, output: 'Nothing differs.\n', error: '' });
  });

  it('lists an input once, where it is made, and the lines of every scenario that follow from it', async () => {
    const files = { a: shippedText, b: serializeWorkbook(drive(sample, 'base', 3.9)) };
    const { status, output } = await run(['diff', 'a', 'b'], files);
    expect(status).toBe(0);
    const [inputs = '', outputs = ''] = output.split('\n\n');
    expect(inputs).toContain('1 input differs');
    expect(inputs.match(/-> 3\.9 /g)).toHaveLength(1);
    expect(inputs).toMatch(/\[base\] NEV intensity 2025: 4\.1922861934 -> 3\.9 kg\/vehicle/);
    expect(outputs).toContain('Lines of the balance that differ:');
    // The use is 75,000 - 69,771 t less, and the gap is better by as much; a stock is a level and has no sum.
    expect(outputs).toMatch(/^\[base\] NEV: \d+ months differ, -5229 t in all, most in 2025-\d\d: -\d[\d.]* t$/m);
    expect(outputs).toMatch(/^\[base\] Gap: \d+ months differ, \+5229 t in all/m);
    expect(outputs).toMatch(/^\[base\] Closing stock: \d+ months differ, most in 20\d\d-\d\d: \+\d[\d.]* t$/m);
    expect(outputs).toMatch(/^\[fastLicences\] Gap: /m);
    expect(await run(['diff', 'a', 'b', '--strict'], files)).toMatchObject({ status: 1 });
  });

  it('of one scenario says only what that scenario makes', async () => {
    const files = { a: shippedText, b: serializeWorkbook(drive(sample, 'fastLicences', 3.9)) };
    const base = await run(['diff', 'a', 'b', '--scenario', 'base', '--strict'], files);
    expect(base).toMatchObject({ status: 0, output: 'Nothing differs.\n' });
    const fast = await run(['diff', 'a', 'b', '--scenario', 'Fast licences', '--strict'], files);
    expect(fast.status).toBe(1);
    expect(fast.output).toContain('[fastLicences] NEV intensity 2025');
    expect(fast.output).not.toContain('[base]');
  });

  it('tells of what is no number, and of scenarios that one of them has not', async () => {
    const renamed = done(commands.renameWorkbook.run(sample, { title: { en: 'Other', zh: '另一' } }));
    const b = serializeWorkbook(done(commands.addScenario.run(renamed, { name: { en: 'Mild winter', zh: '暖冬' }, parent: 'base' })));
    const there = await run(['diff', 'a', 'b', '--strict'], { a: shippedText, b });
    expect(there).toMatchObject({ status: 1, output: 'no input differs; new: Mild winter; also: title\n' });
    const back = await run(['diff', 'b', 'a'], { a: shippedText, b }, 'zh');
    expect(back.output).toBe('输入均无差异；已删情景：暖冬；另有变动：标题\n');
  });

  it('needs two files that can be read', async () => {
    expect(await run(['diff', 'a'], { a: shippedText })).toMatchObject({ status: 2, output: '' });
    const { status, error } = await run(['diff', 'a', 'b'], { a: shippedText, b: '{' });
    expect(status).toBe(2);
    expect(error).toMatch(/^lodestone: b: /);
    expect((await run(['diff', 'a', 'b', '--scenario', 'none'], { a: shippedText, b: shippedText })).status).toBe(2);
    expect((await run(['--help'], {})).output).toContain('lodestone diff A B');
    expect((await run(['--help'], {}, 'zh')).output).toContain('lodestone diff A B');
  });
});
