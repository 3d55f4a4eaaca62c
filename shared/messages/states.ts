/** The states of a cell in words. */
import { phrase } from './phrase.ts';

export const stateNames = {
  actual: phrase('actual', '实际'),
  estimate: phrase('estimate', '估计'),
  forecast: phrase('forecast', '预测'),
} as const;

/** Of a number that became known after the day of the view, which the balance of that day does not use. */
export const notYetKnown = phrase('not yet known', '当时未知');
