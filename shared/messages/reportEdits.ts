/** What the panel beside the report says, what the history says of its edits, and what is wrong with a reference in a text. */
import type { Unbound, UnboundReason } from '../report/boundText.ts';
import { phrase, type Phrase } from './phrase.ts';

export const reportEdits = {
  edited: (page: Phrase) => phrase(`Edit report page ${page.en}`, `修改报告页“${page.zh}”`),
  hid: (page: Phrase) => phrase(`Hide report page ${page.en}`, `隐藏报告页“${page.zh}”`),
  showed: (page: Phrase) => phrase(`Show report page ${page.en}`, `显示报告页“${page.zh}”`),
  moved: (page: Phrase, by: number) => (by < 0 ? phrase(`Move report page ${page.en} up`, `上移报告页“${page.zh}”`) : phrase(`Move report page ${page.en} down`, `下移报告页“${page.zh}”`)),
  added: (page: Phrase) => phrase(`Add report page ${page.en}`, `新增报告页“${page.zh}”`),
  removed: (page: Phrase) => phrase(`Remove report page ${page.en}`, `删除报告页“${page.zh}”`),
  organisation: (name: string) => (name === '' ? phrase('No organisation on the report', '报告不显示机构') : phrase(`Organisation ${name}`, `机构：${name}`)),
  reset: phrase('Report as it comes', '恢复默认报告'),
} as const;

export const reportPanel = {
  title: phrase('Pages of the report', '报告页面'),
  show: (page: Phrase) => phrase(`Show ${page.en}`, `显示“${page.zh}”`),
  titleOf: (page: Phrase) => phrase(`Title of ${page.en}`, `“${page.zh}”的标题`),
  textOf: (page: Phrase) => phrase(`Text of ${page.en}`, `“${page.zh}”的文字`),
  lying: phrase('Landscape', '横向'),
  lyingOf: (page: Phrase) => phrase(`Lay ${page.en} on its side`, `“${page.zh}”横向`),
  add: phrase('Add a text page', '新增文字页'),
  newPage: phrase('Comment', '评论'),
  reset: phrase('Standard pages', '恢复默认'),
  organisation: phrase('Organisation', '机构'),
  help: phrase(
    'Blank lines part paragraphs, # a heading, - an item, [chart gap] a chart. Numbers follow the model: {gap.2025Q3}, {demand.nev.2025|kt}, {yoy.exports.2025-04}, {price.2025-04}. Shift+Enter begins a line, Enter or leaving the field commits.',
    '空行分段，# 为标题，- 为列表，[chart gap] 插入图表。数字随模型更新：{gap.2025Q3}、{demand.nev.2025|kt}、{yoy.exports.2025-04}、{price.2025-04}。Shift+Enter 换行，Enter 或离开输入框即提交。',
  ),
  sheets: (count: number) => phrase(`${count} ${count === 1 ? 'page' : 'pages'}`, `共 ${count} 页`),
} as const;

const reasons: Readonly<Record<UnboundReason, Phrase>> = {
  'unknown-line': phrase('there is no such line', '没有该项目'),
  'unknown-sector': phrase('there is no such sector', '没有该行业'),
  'unknown-scenario': phrase('there is no such scenario', '没有该情景'),
  'unknown-unit': phrase('this unit does not fit', '单位不适用'),
  'unknown-chart': phrase('there is no such chart', '没有该图表'),
  'unknown-bridge': phrase('this is no bridge: choose one under Scenarios and press Print this bridge', '无法识别该缺口分解：请在“情景”页选好后点击“打印此分解”'),
  'period-unreadable': phrase('this is no period: write 2025, 2025H1, 2025Q3 or 2025-04', '期间格式有误：请写作 2025、2025H1、2025Q3 或 2025-04'),
  'period-outside': phrase('the period lies outside the horizon', '期间超出时间范围'),
  'value-missing': phrase('the number is missing', '缺少数值'),
  'brace-open': phrase('the brace is not closed', '括号未闭合'),
};

/** What is wrong with a reference of a page. */
export function unboundText(page: Phrase, { reference, reason }: Unbound): Phrase {
  const why = reasons[reason];
  return phrase(`${page.en}: {${reference}}, ${why.en}.`, `${page.zh}：{${reference}}，${why.zh}。`);
}
