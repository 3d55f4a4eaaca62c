/** Heads of the groups of inputs in the grids, the sentence that stands over a grid, and the small words of its cells. */
import { phrase, type Phrase } from './phrase.ts';

export const inputGroups = {
  newYear: phrase('Chinese New Year', '春节窗口'),
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

/** Heads of the columns beside a choice of mode. */
export const monthlyHeads = {
  actualsMode: phrase('Remaining', '剩余月份'),
  splitMethod: phrase('Split', '月度分解'),
  leadMonths: phrase('Lead, months', '提前期（月）'),
  holidayFactor: phrase('Holiday', '春节系数'),
  subsidyPayback: phrase('Paid back, %', '透支（%）'),
  priceElasticity: phrase('Elasticity', '价格弹性'),
  holdAnnual: phrase('hold: YoY', '保持：同比'),
  runRate: phrase('run: YoY', '外推：同比'),
  blend: phrase('blend: YoY', '加权：同比'),
} as const;

/** What decided a month's supply. */
export const bindingNames = {
  actual: phrase('actual', '实际'),
  plan: phrase('plan', '计划'),
  target: phrase('orders', '订单'),
  capacity: phrase('capacity', '产能'),
  material: phrase('material', '原料'),
  response: phrase('response', '响应'),
} as const;

export const resultWords = {
  binding: phrase('What decides', '约束因素'),
  capacityLimit: phrase('Capacity limit', '产能上限'),
  materialLimit: phrase('Material limit', '原料上限'),
  published: phrase('As published', '公布值'),
  nameplate: phrase('Nameplate capacity', '名义产能'),
  orderDemand: phrase('Demand that orders follow', '订单参考需求'),
  orderTarget: phrase('Target of orders', '订单目标'),
  oxidePrimary: phrase('Oxide from quota and imports', '指标与进口氧化物'),
  oxideScrap: phrase('Oxide from new scrap', '边角料回收氧化物'),
  oxideInflow: phrase('Oxide inflow', '氧化物流入'),
  oxideUsed: phrase('Oxide used', '氧化物消耗'),
  oxideStock: phrase('Oxide stock', '氧化物库存'),
  reported: phrase('Gap, reported balance', '供需缺口（报告口径）'),
  adjusted: phrase('Gap, adjusted balance', '供需缺口（调整口径）'),
  consumption: phrase('Consumption', '消费量'),
  consumptionExports: phrase('Exports received', '出口实际交付'),
  unmetExports: phrase('Exports unmet', '出口未满足'),
  pipeline: phrase('Stock not refilled', '未补足库存'),
  cumulativeUnmet: phrase('Unmet, cumulative', '累计未满足需求'),
  buildUp: phrase('Cost build-up of a 52UH blank', '52UH 毛坯成本构成'),
  part: {
    PrNd: phrase('PrNd metal', '镨钕金属'),
    Dy: phrase('Dysprosium metal', '金属镝'),
    Tb: phrase('Terbium metal', '金属铽'),
    other: phrase('Iron, boron, cobalt, energy', '铁硼钴与能源等'),
  },
  cost: phrase('Cost of a 52UH blank', '52UH 毛坯成本'),
  longRunMargin: phrase('Margin at this cover', '当前库存下的利润'),
  longRun: phrase('Price it tends to', '长期价格'),
  margin: phrase('Margin over cost', '价格高于成本'),
  elasticity: phrase('Elasticities of the long-run price', '长期价格弹性'),
  toCost: phrase('To the cost', '对成本'),
  toPrnd: phrase('To PrNd metal', '对镨钕金属'),
  toCover: phrase('To cover', '对库存天数'),
  halfLife: phrase('Half-life of a distance', '偏离半衰期'),
  price: phrase('52UH price (assumed)', '52UH 价格（假设）'),
  residualBlank: phrase('Other use if sectors are blank', '其他用途（部门为毛坯口径）'),
  residualFinished: phrase('Other use if sectors are finished', '其他用途（部门为成品口径）'),
} as const;

export function unmetOf(name: Phrase): Phrase {
  return phrase(`Unmet: ${name.en}`, `未满足：${name.zh}`);
}

/** Stand in the unit column for numbers that have no unit of measure. */
export const countNames = {
  rank: phrase('rank', '位次'),
  motors: phrase('motors', '台'),
  times: phrase('×', '倍'),
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

export function inYear(name: Phrase, year: number): Phrase {
  return phrase(`${name.en}, ${year}`, `${name.zh}，${year} 年`);
}
