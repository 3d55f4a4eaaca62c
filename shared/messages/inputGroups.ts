/** Heads of the groups of inputs in the grids, the sentence that stands over a grid, and the small words of its cells. */
import { phrase, type Phrase } from './phrase.ts';

export const inputGroups = {
  plan: phrase('Output', '产量'),
  capacity: phrase('Capacity', '产能'),
  orders: phrase('Response to orders', '订单响应'),
  primary: phrase('Oxide supply', '氧化物供应'),
  chain: phrase('From oxide to blank', '氧化物至毛坯'),
  scrap: phrase('Scrap', '废料'),
  oxideStock: phrase('Oxide stock', '氧化物库存'),
  exports: phrase('Exports', '出口'),
  stockpile: phrase('Stockpiling and backlog', '囤货与积压'),
  stock: phrase('Magnet stock', '磁材库存'),
  ration: phrase('In a shortage', '短缺时'),
  basis: phrase('Basis', '口径'),
  composition: phrase('Composition of a 52UH blank', '52UH 毛坯成分'),
  cost: phrase('Charges and conversion', '加工费与折算'),
  path: phrase('Path of the price (assumed)', '价格路径（假设）'),
} as const;

export const captions = {
  balance: phrase(
    'Exports held back by licences queue and leave later; demand that nobody could supply is lost, never added to later demand.',
    '受许可限制的出口排队后续放行；无法满足的需求视为流失，不计入后续需求。',
  ),
  price: phrase(
    'Assumed: the price follows cost, cover and shortage by judged parameters; it says direction and order of size, and is no forecast to trade on.',
    '假设：价格按判断参数跟随成本、库存天数与短缺；仅反映方向和量级，不可作为交易预测。',
  ),
} as const;

export const cellWords = {
  /** Stands where an optional input was not typed and has no default. */
  none: phrase('–', '–'),
  standard: phrase('default', '默认值'),
  no: phrase('no', '否'),
  yes: phrase('yes', '是'),
} as const;

export function priorityOf(name: Phrase): Phrase {
  return phrase(`Priority: ${name.en}`, `保供优先级：${name.zh}`);
}
