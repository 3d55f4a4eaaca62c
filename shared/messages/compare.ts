/** What the Compare view says: what is chosen, its charts and its tables, and the bridge. */
import { phrase, type Phrase } from './phrase.ts';

export const compareMessages = {
  title: phrase('Compare', '对比'),
  subjects: phrase('Scenarios and vintages', '情景与历史版本'),
  scenarios: phrase('Scenarios', '情景'),
  vintages: phrase('Vintages', '历史版本'),
  choose: phrase('Choose two or more; the first one is what the others are held against.', '请选择两个或更多；其余各项均与首项对照。'),
  first: phrase('held against', '对照项'),
  makeFirst: (name: Phrase) => phrase(`Hold against ${name.en}`, `以 ${name.zh} 为对照项`),
  gapTitle: phrase('Monthly gap', '月度缺口'),
  chartSubtitle: (first: Phrase) =>
    phrase(`kt blank-equivalent · supply − demand, negative is a shortage · below: less ${first.en}`, `千吨（折毛坯）· 供应减需求，负值为短缺 · 下图：减去${first.zh}`),
  lessFirst: (name: Phrase) => phrase(`${name.en}, difference`, `${name.zh}，差值`),
  lines: phrase('Lines of the balance', '平衡表各行'),
  line: phrase('Line', '项目'),
  difference: phrase('Difference', '差值'),
  largest: phrase('Largest month', '最大月份'),
  share: phrase('Relative', '相对差'),
  months: phrase('Months that differ', '有差异的月份'),
  nothing: phrase('No line of the balance differs.', '平衡表各行均无差异。'),
  tolerance: phrase('Same within', '容差'),
  inputs: phrase('Inputs that differ', '有差异的输入'),
  noInputs: phrase('No input differs.', '输入均无差异。'),
  input: phrase('Input', '输入项'),
  period: phrase('Period', '期间'),
  adopt: phrase('Adopt', '采用'),
  adoptInto: (cell: Phrase, number: string, name: Phrase) => phrase(`Adopt ${cell.en} ${number} into ${name.en}`, `将 ${cell.zh} ${number} 采用到 ${name.zh}`),
  goTo: (cell: Phrase) => phrase(`Go to ${cell.en}`, `转到 ${cell.zh}`),
  otherFile: phrase('Compare with a file…', '与文件对比…'),
  dropFile: (name: string) => phrase(`Put ${name} away`, `移除 ${name}`),
  unknown: phrase('n.a.', '暂缺'),
} as const;

export const bridgeMessages = {
  title: phrase('Bridge', '缺口分解'),
  from: phrase('From', '自'),
  to: phrase('To', '至'),
  by: phrase('By', '按'),
  over: phrase('Months', '月份'),
  kind: phrase('Between', '对象'),
  kinds: { subjects: phrase('scenarios or vintages', '情景或历史版本'), months: phrase('months', '月份') },
  firstRange: phrase('First months', '前一期'),
  secondRange: phrase('Then', '后一期'),
  working: phrase('Working out the bridge…', '正在分解…'),
  cancel: phrase('Cancel', '取消'),
  cancelled: phrase('The bridge was not worked out.', '未完成分解。'),
  table: phrase('The bridge as a table', '分解表'),
  step: phrase('Step', '项目'),
  contribution: phrase('kt', '千吨'),
  error: phrase('± standard error', '± 标准误'),
  running: phrase('Running', '累计'),
  residual: phrase('Residual', '残差'),
  how: phrase('Worked out', '算法'),
  exactly: phrase('exactly, small ones together', '精确，小项合并'),
  bySamples: phrase('every part, by sampled orders', '逐项，抽样顺序'),
  orders: phrase('Orders', '顺序数'),
  seed: phrase('Seed', '种子'),
  seedWrong: phrase('A seed is a whole number from 0 to 999,999,999.', '种子须为 0 至 999,999,999 的整数。'),
  print: phrase('Print this bridge', '打印此分解'),
  mixedKinds: phrase('A bridge leads between two scenarios of this workbook, or between two vintages or as-of days.', '分解须在本工作簿的两个情景之间，或两个历史版本（截止日）之间进行。'),
} as const;

/** The sentence over a bridge. `change` is formatted with its sign, in kt; `largest` is the name of the step that does most. */
export function bridgeTitle(from: Phrase, to: Phrase, change: string, largest: { readonly name: Phrase; readonly printed: string } | null): Phrase {
  const most = largest === null ? phrase('', '') : phrase(`, most of it ${largest.name.en} (${largest.printed})`, `，其中${largest.name.zh}影响最大（${largest.printed}）`);
  return phrase(`${from.en} to ${to.en}: the gap changes by ${change} kt${most.en}`, `${from.zh}至${to.zh}：缺口变动 ${change} 千吨${most.zh}`);
}
