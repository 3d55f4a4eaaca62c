import { expect, test } from 'vitest';
import { changedOption } from '../../renderer/charts/changedOption.ts';

const name = (): string => 'x';
const option = (gap: readonly (number | null)[], more: object = {}) => ({
  grid: { left: 40 },
  yAxis: { type: 'value', axisLabel: { formatter: name } },
  series: [
    { id: 'gap', type: 'bar', data: gap.map((value) => ({ value, itemStyle: { color: '#000' } })) },
    { id: 'sum', type: 'line', data: [1, 2], lineStyle: { width: 1 }, ...more },
  ],
});

test('an edit tells the series that changed, and of it only what changed', () => {
  expect(changedOption(option([1, null]), option([1, 3]))).toEqual({
    series: [{ id: 'gap', type: 'bar', data: [{ value: 1, itemStyle: { color: '#000' } }, { value: 3, itemStyle: { color: '#000' } }] }],
  });
});

test('an option that says the same has nothing to tell', () => {
  expect(changedOption(option([1]), option([1]))).toEqual({});
});

test('a missing month is not a zero', () => {
  expect(changedOption(option([null]), option([0]))).toHaveProperty('series');
});

test('an axis with another way to name its values is told whole', () => {
  const other = { ...option([1]), yAxis: { type: 'value', axisLabel: { formatter: () => 'y' } } };
  expect(changedOption(option([1]), other)).toEqual({ yAxis: other.yAxis });
});

test('where a series or one of its fields comes or goes, the whole is told', () => {
  expect(changedOption(option([1]), option([1], { markArea: {} }))).toBeNull();
  expect(changedOption(option([1], { markArea: {} }), option([1]))).toBeNull();
  expect(changedOption(option([1]), { ...option([1]), series: option([1]).series.slice(0, 1) })).toBeNull();
  expect(changedOption(option([1]), { ...option([1]), series: [...option([1]).series].reverse() })).toBeNull();
});
