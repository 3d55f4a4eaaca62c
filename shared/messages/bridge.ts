/** What a bridge says: its groups, its method, its title. */
import type { BridgeMethod } from '../analysis/bridge.ts';
import { inSentence } from './names.ts';
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
  ofVolume: (sector: Phrase, volume: Phrase) => phrase(`${sector.en}: ${inSentence(volume.en)}`, `${sector.zh}：${volume.zh}`),
  ofIntensity: (sector: Phrase) => phrase(`${sector.en}: magnets per unit`, `${sector.zh}：单耗`),
  exact: (parts: number, sets: number, gathered = 0) =>
    phrase(
      `Exact Shapley attribution over ${parts} ${parts === 1 ? 'part' : 'parts'} (${sets} balances); it does not depend on any order.${gathered === 0 ? '' : ` The ${gathered} smallest differences are together in one part.`}`,
      `对 ${parts} 个部分的精确 Shapley 分解（${sets} 次平衡计算），结果与顺序无关。${gathered === 0 ? '' : `其中影响最小的 ${gathered} 项差异合并为一个部分。`}`,
    ),
  sampled: (parts: number, orders: number, generator: string, seed: number) =>
    phrase(
      `Shapley attribution over ${parts} parts from ${orders} sampled orders (${generator}, seed ${seed}), with standard errors.`,
      `对 ${parts} 个部分的 Shapley 分解，抽样 ${orders} 个顺序（${generator}，种子 ${seed}），附标准误。`,
    ),
  additive: phrase('The gap is supply and imports less uses and exports, so its parts add up as they are.', '缺口等于供应加进口减各项用途和出口，各部分可直接相加。'),
} as const;

/** How a bridge was worked out. */
export function bridgeMethodText(method: BridgeMethod): Phrase {
  if (method.kind === 'exact') return bridgeWords.exact(method.parts, method.outcomes, method.gathered);
  return method.kind === 'additive' ? bridgeWords.additive : bridgeWords.sampled(method.parts, method.orders, method.generator, method.seed);
}

/** Under the title of a printed bridge: over which months, in which scenario where that is not said by the ends, and how to read it. */
export function bridgeSubtitle(months: Phrase | null, scenario: Phrase | null): Phrase {
  const parts = [months, scenario].filter((one) => one !== null);
  const [en, zh] = [parts.map((one) => `${one.en} · `).join(''), parts.map((one) => `${one.zh} · `).join('')];
  return phrase(`${en}gap, kt blank-equivalent · bars to the left deepen the shortage`, `${zh}缺口，千吨（折毛坯）· 向左表示短缺加深`);
}

/** The title of the report's page of a bridge. */
export function bridgePageTitle(from: Phrase, to: Phrase): Phrase {
  return phrase(`Bridge: ${from.en} to ${to.en}`, `缺口分解：${from.zh}至${to.zh}`);
}

/** What the history says of a bridge that was put into the report. */
export function printedBridge(from: Phrase, to: Phrase): Phrase {
  return phrase(`Bridge from ${from.en} to ${to.en} in the report`, `将 ${from.zh}至${to.zh} 的缺口分解列入报告`);
}
