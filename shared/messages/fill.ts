/** Why a fill, a time tool or a spread does not go through, and the sentences about it. */
import type { Phrase } from './phrase.ts';
import { phrase } from './phrase.ts';

export const fillRefusals = {
  noSource: phrase('There is no number to go on from.', '没有可供延续的数值。'),
  growthNeedsPositive: phrase('Growth needs numbers above zero to go on from.', '按增长填充要求起始数值均大于零。'),
  sameSign: phrase('A geometric path needs two numbers of the same sign that are not zero.', '几何插值要求两端数值同号且不为零。'),
  twoCells: phrase('Select the two numbers and the cells between them.', '请选中两端数值及其间的单元格。'),
  noYearBefore: phrase('There is no number a year earlier.', '没有上年同期数值。'),
  noMonthBefore: phrase('There is no number that many columns earlier.', '向前平移处没有数值。'),
  otherChoices: phrase('This cell takes other words.', '此单元格的可选项不同。'),
} as const satisfies Record<string, Phrase>;
