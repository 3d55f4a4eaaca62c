/** What is wrong at one place inside a workbook file; the place and the advice stand in problems.ts. */
import type { FileFault } from '../file/fileFault.ts';
import type { Problem } from '../result.ts';
import { phrase, type Phrase } from './phrase.ts';

/** What a field should hold, by the word the check uses. */
const expectations: Readonly<Record<string, Phrase>> = {
  object: phrase('a group of fields in braces', '以花括号括起的一组字段'),
  record: phrase('a group of fields in braces', '以花括号括起的一组字段'),
  array: phrase('a list in square brackets', '以方括号括起的列表'),
  string: phrase('text in quotation marks', '以引号括起的文本'),
  number: phrase('a number', '数字'),
  'whole-number': phrase('a whole number', '整数'),
  boolean: phrase('true or false', 'true 或 false'),
};

function expected(word: string): Phrase {
  return expectations[word] ?? phrase('something else', '其他内容');
}

const sentences: Readonly<Record<FileFault, (say: (key: string) => string) => Phrase>> = {
  missing: () => phrase('this field is missing.', '缺少该字段。'),
  'wrong-type': (say) => phrase(`${expected(say('expected')).en} is expected here.`, `此处应为${expected(say('expected')).zh}。`),
  'unknown-field': (say) => phrase(`the field "${say('name')}" is not known.`, `无法识别字段“${say('name')}”。`),
  'not-one-of': (say) => phrase(`the value must be one of: ${say('allowed')}.`, `取值必须为以下之一：${say('allowed')}。`),
  'bad-id': (say) =>
    phrase(
      `"${say('name')}" cannot be a name here; years have four digits, other ids begin with a letter or digit and hold only letters, digits, "-" and "_".`,
      `“${say('name')}”不能用作此处的名称；年份为四位数字，其他标识须以字母或数字开头，且只含字母、数字、“-”和“_”。`,
    ),
  'bad-month': () => phrase('a month is expected, written like 2025-04.', '此处应为月份，格式如 2025-04。'),
  'bad-date': () => phrase('a date of the calendar is expected, written like 2025-04-04.', '此处应为有效日期，格式如 2025-04-04。'),
  'out-of-range': (say) => phrase(`the number is beyond the limit of ${say('limit')}.`, `数值超出界限 ${say('limit')}。`),
  'forbidden-name': (say) => phrase(`the name "${say('name')}" is reserved and cannot be used.`, `名称“${say('name')}”为保留名称，不能使用。`),
  'too-deep': (say) => phrase(`fields are nested more than ${say('limit')} levels deep.`, `字段嵌套超过 ${say('limit')} 层。`),
  'not-finite': () => phrase('the number is too large to calculate with.', '数值过大，无法计算。'),

  'unknown-source': (say) => phrase(`the source "${say('source')}" is not in the list of sources.`, `来源列表中没有“${say('source')}”。`),
  'unknown-path': (say) => phrase(`the model has no series "${say('path')}" for the sectors and events of this file.`, `就此文件的领域与事件而言，模型中没有序列“${say('path')}”。`),
  'unknown-parent': (say) => phrase(`the parent scenario "${say('parent')}" does not exist.`, `父情景“${say('parent')}”不存在。`),
  'unknown-vintage': (say) => phrase(`the vintage "${say('vintage')}" does not exist.`, `历史版本“${say('vintage')}”不存在。`),
  'unknown-package': (say) => phrase(`the package "${say('package')}" does not exist, or is named twice.`, `差异包“${say('package')}”不存在，或重复列出。`),
  'root-packages': () => phrase('the scenario without a parent cannot mix in packages: its numbers are the workbook\'s own.', '没有父情景的情景不能引用差异包，因为其数据即工作簿本身的数据。'),
  'no-scenario': () => phrase('the workbook needs at least one scenario.', '工作簿至少需要一个情景。'),
  'scenario-cycle': (say) => phrase(`the scenarios are each other's parents (${say('chain')}).`, `各情景互为父情景（${say('chain')}）。`),
  'horizon-reversed': (say) => phrase(`the horizon ends (${say('end')}) before it starts (${say('start')}).`, `时间范围的结束（${say('end')}）早于开始（${say('start')}）。`),
  'horizon-short': (say) => phrase(`the horizon has ${say('months')} months and needs at least ${say('limit')}.`, `时间范围为 ${say('months')} 个月，至少需要 ${say('limit')} 个月。`),
  'horizon-long': (say) => phrase(`the horizon has ${say('months')} months and may have at most ${say('limit')}.`, `时间范围为 ${say('months')} 个月，最多 ${say('limit')} 个月。`),
  'shown-from-outside': (say) => phrase(`the first month shown must lie within ${say('start')} to ${say('end')}.`, `首个显示月份必须在 ${say('start')} 至 ${say('end')} 之内。`),
  'wrong-kind': (say) => phrase(`this series must be of the kind "${say('allowed')}".`, `该序列的类型必须为“${say('allowed')}”。`),
  'wrong-unit': (say) => phrase(`the unit of this series must be one of: ${say('allowed')}.`, `该序列的单位必须为以下之一：${say('allowed')}。`),
  'wrong-period': (say) => phrase(`the period "${say('period')}" does not fit a series of the kind "${say('kind')}".`, `期间“${say('period')}”与“${say('kind')}”类型的序列不符。`),
  'below-minimum': (say) => phrase(`${say('value')} is below the smallest value allowed, ${say('limit')}.`, `${say('value')} 低于允许的最小值 ${say('limit')}。`),
  'above-maximum': (say) => phrase(`${say('value')} is above the largest value allowed, ${say('limit')}.`, `${say('value')} 高于允许的最大值 ${say('limit')}。`),
  'balancing-not-one': (say) => phrase(`exactly one technology of a stack is the balancing one, whose share is what the others leave; here it is ${say('count')}.`, `技术结构中应恰有一项余项技术（占比为其余技术所余）；此处为 ${say('count')} 项。`),
  'overlay-without-value': () => phrase('a difference without a value must be a counterfactual "set".', '没有数值的差异项必须是标为反事实的“set”。'),
};

function isFileFault(name: string): name is FileFault {
  return Object.hasOwn(sentences, name);
}

/** What is wrong, beginning in the middle of a sentence and ending with a full stop. */
export function fileFaultText(problem: Problem): Phrase {
  const say = (key: string): string => String(problem.values?.[key] ?? '');
  const fault = say('fault');
  return isFileFault(fault) ? sentences[fault](say) : phrase('this part cannot be understood.', '无法理解此部分内容。');
}
