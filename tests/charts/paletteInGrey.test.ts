/** What stands beside each other in print differs in lightness: a report is read from grey printers and copies too. */
import { expect, test } from 'vitest';
import { lightPalette as palette } from '../../shared/charts/palette.ts';

/** CIE L* of a colour, 0 black to 100 white. */
function lightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 0.008856 ? 116 * Math.cbrt(luminance) - 16 : 903.3 * luminance;
}

/** A step that is seen between two greys that touch, or are parted by a hairline of paper. */
const seen = 10;

test('neighbours in the stack of uses, from the first sector up to exports, and from the last colour round to the first', () => {
  const stack = [...palette.series, palette.otherDomestic, palette.exports];
  const steps = stack.slice(1).map((color, at) => Math.abs(lightness(color) - lightness(stack[at] ?? color)));
  expect(steps.filter((step) => step < seen)).toEqual([]);
  expect(Math.abs(lightness(palette.series.at(-1) ?? '') - lightness(palette.series[0] ?? ''))).toBeGreaterThan(seen);
  // A workbook of fewer sectors puts other use on any of them.
  for (const color of palette.series.slice(4)) expect(Math.abs(lightness(color) - lightness(palette.otherDomestic))).toBeGreaterThan(5);
});

test('surplus and shortage, and every fill against the paper', () => {
  expect(Math.abs(lightness(palette.surplus) - lightness(palette.shortage))).toBeGreaterThan(seen);
  for (const color of [...palette.series, palette.otherDomestic, palette.exports, palette.surplus, palette.shortage]) expect(100 - lightness(color)).toBeGreaterThan(seen);
});
