import { describe, expect, it } from 'vitest';
import { maxFileBytes, parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { shippedText } from '../support/shippedWorkbook.ts';

const startOfSeries = '"series": {';
const withSeries = (series: string): string => shippedText.replace(startOfSeries, `${startOfSeries}\n${series},`);
const cellsOf = (count: number, text: (at: number) => string): string => Array.from({ length: count }, (_, at) => text(at)).join(',');

/** Refused, within a second, with a sentence that has a place or says why there is none. */
function refusal(text: string): { readonly code: string; readonly place: string; readonly fault: unknown } {
  const started = performance.now();
  const parsed = parseWorkbook(text);
  expect(performance.now() - started).toBeLessThan(5000);
  if (parsed.ok) throw new Error('It was opened.');
  const { en, zh } = problemText(parsed.problem);
  expect(`${en}${zh}`).not.toMatch(/undefined|\[object|NaN/);
  return { code: parsed.problem.code, place: parsed.problem.place ?? '', fault: parsed.problem.values?.['fault'] };
}

describe('a file that wants too much', () => {
  it('with a million cells is larger than any workbook, and is not read', () => {
    const text = withSeries(`"x": {"kind":"annual","unit":"t","cells":{${'"2024":{"value":1,"state":"actual"},'.repeat(1_000_000)}}}`);
    expect(text.length).toBeGreaterThan(maxFileBytes);
    expect(refusal(text)).toMatchObject({ code: 'file-too-large' });
  });

  it('with a hundred thousand cells is read to its first fault', () => {
    const text = withSeries(`"exports/monthly/99": {"kind":"annual","unit":"t","cells":{${cellsOf(100_000, (at) => `"${at}":{"value":1,"state":"actual"}`)}}}`);
    expect(refusal(text)).toMatchObject({ code: 'file-inconsistent', fault: 'unknown-path', place: 'workbook.series["exports/monthly/99"]' });
  });

  it('nested a million times deep, or nested in the shape of a workbook, overflows nothing', () => {
    expect(refusal('['.repeat(1_000_000)).code).toMatch(/^file-not/);
    const nested = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`;
    const refused = refusal(shippedText.replace('"asOf":', `"deep": ${nested},\n    "asOf":`));
    expect(['too-deep', undefined]).toContain(refused.fault);
    expect(refused.code).toMatch(/^file-(invalid|not-json)$/);
  });

  it('with numbers beyond all measure is refused at the number, or computes with what is finite', () => {
    expect(refusal(shippedText.replace(/"value": [\d.]+/, '"value": 1e400'))).toMatchObject({ code: 'file-invalid', fault: 'not-finite' });
    const long = parseWorkbook(shippedText.replace(/("value": )[\d.]+/, `$1${'9'.repeat(300)}`));
    expect(long.ok || long.problem.place !== undefined).toBe(true);
  });
});

describe('a file that wants to be something else', () => {
  it.each([
    ['a name of the prototype', '"__proto__": {"polluted": true}'],
    ['the constructor', '"constructor": {"prototype": {"polluted": true}}'],
  ])('%s is refused, and no object has gained anything', (_name, field) => {
    expect(refusal(shippedText.replace('"asOf":', `${field},\n    "asOf":`))).toMatchObject({ code: 'file-invalid', fault: 'forbidden-name' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('markup in a name is text', () => {
    const markup = '<img src=x onerror=alert(1)>';
    const parsed = parseWorkbook(shippedText.replace('"en": "China NdFeB magnets"', `"en": "${markup}"`));
    expect(parsed.ok && parsed.value.title.en).toBe(markup);
  });

  it('with the byte order mark and the line ends of another system is the same workbook', () => {
    expect(parseWorkbook(`\uFEFF${shippedText.replaceAll('\n', '\r\n')}`)).toEqual(parseWorkbook(shippedText));
  });
});
