/** Heads of columns and rows of the grids. */
import { phrase } from './phrase.ts';

export const heads = {
  assumption: phrase('Assumption', '假设'),
  balance: phrase('Balance', '平衡'),
  demand: phrase('Demand', '需求'),
  exports: phrase('Exports', '出口'),
  grade: phrase('Grade', '等级'),
  growth: phrase('Growth', '增速'),
  known: phrase('Known since', '公布日期'),
  locator: phrase('Where in the source', '出处位置'),
  multiplier: phrase('Monthly multiplier', '月度系数'),
  note: phrase('Note', '说明'),
  number: phrase('Number', '数据'),
  sinceJanuary: phrase('Since January', '1月以来累计'),
  output: phrase('Output', '产量'),
  period: phrase('Period', '期间'),
  plausibleFrom: phrase('Range from', '合理下限'),
  plausibleTo: phrase('Range to', '合理上限'),
  price: phrase('Price', '价格'),
  sector: phrase('Sector', '部门'),
  state: phrase('State', '状态'),
  unit: phrase('Unit', '单位'),
  value: phrase('Value', '数值'),
} as const;
