/** What a bridge says: its groups, its method, its title. */
import { phrase, type Phrase } from './phrase.ts';

/** What a bridge is broken down by. */
export const bridgeLevels = {
  overlay: phrase('Difference', '差异项'),
  event: phrase('Event', '事件'),
  driver: phrase('Driver', '驱动因素'),
  sector: phrase('Sector', '部门'),
} as const;

/** The parts of the model that are no sector. */
export const areaNames: Readonly<Record<string, Phrase>> = {
  exports: phrase('Exports and events', '出口与事件'),
  supply: phrase('Supply', '供应'),
  material: phrase('Material', '原料'),
  balance: phrase('Stocks', '库存'),
  price: phrase('Price', '价格'),
  basis: phrase('Yields and basis', '成材率与口径'),
};

export const bridgeWords = {
  exportsBesideEvents: phrase('Exports beside events', '出口（事件除外）'),
  others: phrase('All other differences', '其他差异合计'),
  newData: (name: Phrase) => phrase(`${name.en}: new data`, `${name.zh}：新数据`),
  ofVolume: (sector: Phrase, volume: Phrase) => phrase(`${sector.en}: ${volume.en.toLowerCase()}`, `${sector.zh}：${volume.zh}`),
  ofIntensity: (sector: Phrase) => phrase(`${sector.en}: magnets per unit`, `${sector.zh}：单耗`),
  exact: (parts: number, sets: number) =>
    phrase(
      `Exact Shapley attribution over ${parts} ${parts === 1 ? 'part' : 'parts'} (${sets} balances); it does not depend on any order.`,
      `对 ${parts} 个部分的精确 Shapley 分解（${sets} 次平衡计算），结果与顺序无关。`,
    ),
  sampled: (parts: number, orders: number, generator: string, seed: number) =>
    phrase(
      `Shapley attribution over ${parts} parts from ${orders} sampled orders (${generator}, seed ${seed}), with standard errors.`,
      `对 ${parts} 个部分的 Shapley 分解，抽样 ${orders} 个顺序（${generator}，种子 ${seed}），附标准误。`,
    ),
  additive: phrase('The gap is supply and imports less uses and exports, so its parts add up as they are.', '缺口等于供应加进口减各项用途和出口，各部分可直接相加。'),
} as const;
