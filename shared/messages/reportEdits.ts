/** What the panel beside the report says, what the history says of its edits, and what is wrong with a reference in a text. */
import type { UnboundReason } from '../report/boundText.ts';
import type { ReportFinding } from '../report/reportFindings.ts';
import type { ReportLanguage } from '../model/reportSettings.ts';
import { phrase, type Phrase } from './phrase.ts';

export const reportLanguageNames: Readonly<Record<ReportLanguage, Phrase>> = {
  en: phrase('English', '英文'),
  zh: phrase('Chinese', '中文'),
  both: phrase('English and Chinese', '英文和中文'),
};

export const reportEdits = {
  edited: (page: Phrase) => phrase(`Edit report page ${page.en}`, `修改报告页“${page.zh}”`),
  hid: (page: Phrase) => phrase(`Hide report page ${page.en}`, `隐藏报告页“${page.zh}”`),
  showed: (page: Phrase) => phrase(`Show report page ${page.en}`, `显示报告页“${page.zh}”`),
  moved: (page: Phrase, by: number) => (by < 0 ? phrase(`Move report page ${page.en} up`, `上移报告页“${page.zh}”`) : phrase(`Move report page ${page.en} down`, `下移报告页“${page.zh}”`)),
  added: (page: Phrase) => phrase(`Add report page ${page.en}`, `新增报告页“${page.zh}”`),
  removed: (page: Phrase) => phrase(`Remove report page ${page.en}`, `删除报告页“${page.zh}”`),
  organisation: (name: string) => (name === '' ? phrase('No organisation on the report', '报告不显示机构') : phrase(`Organisation ${name}`, `机构：${name}`)),
  logo: phrase('Logo of the report', '报告标志'),
  noLogo: phrase('No logo on the report', '报告不显示标志'),
  margins: (sizes: string) => (sizes === '' ? phrase('Standard margins', '标准页边距') : phrase(`Margins ${sizes} mm`, `页边距 ${sizes} 毫米`)),
  language: (language: ReportLanguage | null) => (language === null ? phrase('Report in the language of the window', '报告语言随窗口') : phrase(`Report in ${reportLanguageNames[language].en}`, `报告语言：${reportLanguageNames[language].zh}`)),
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
  setup: phrase('Page setup', '页面设置'),
  language: phrase('Language', '语言'),
  windowLanguage: phrase('As the window', '随窗口'),
  margins: phrase('Margins, mm', '页边距，毫米'),
  marginNames: { top: phrase('top', '上'), side: phrase('sides', '左右'), bottom: phrase('bottom', '下') },
  logo: phrase('Logo', '标志'),
  chooseLogo: phrase('Choose a picture…', '选择图片…'),
  removeLogo: phrase('Remove the logo', '移除标志'),
  logoHint: phrase('PNG, JPEG or SVG, up to 300 kB', 'PNG、JPEG 或 SVG，不超过 300 kB'),
  names: phrase('Names for numbers', '数字的名称'),
  help: phrase(
    'Blank lines part paragraphs, # a heading, - an item, [chart gap] a chart, [bridge …] a bridge (Print this bridge, under Scenarios, writes it). Numbers follow the model: {gap.2025Q3}, {demand.nev.2025|kt}, {yoy.exports.2025-04}, {price.2025-04}. Shift+Enter begins a line, Enter or leaving the field commits.',
    '空行分段，# 为标题，- 为列表，[chart gap] 插入图表，[bridge …] 插入缺口分解（由“情景”页的“打印此分解”写入）。数字随模型更新：{gap.2025Q3}、{demand.nev.2025|kt}、{yoy.exports.2025-04}、{price.2025-04}。Shift+Enter 换行，Enter 或离开输入框即提交。',
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

/** What is wrong with a page, in one sentence that names it. */
export function reportFindingText(page: Phrase, { reference, reason }: Pick<ReportFinding, 'reference' | 'reason'>): Phrase {
  switch (reason) {
    case 'logo-unreadable':
      return phrase(`${page.en}: the logo is no picture that can be printed, so the header stands without it.`, `${page.zh}：标志不是可打印的图片，页眉不显示标志。`);
    case 'months-missing':
      return phrase(`${page.en}: no number for ${reference.en}.`, `${page.zh}：缺少数据：${reference.zh}。`);
    case 'scenario-empty':
      return phrase(`${page.en}: the scenario ${reference.en} has no difference of its own; its numbers are those of its parent.`, `${page.zh}：情景“${reference.zh}”没有自己的差异，数据与上级情景相同。`);
    default: {
      const why = reasons[reason];
      return phrase(`${page.en}: {${reference.en}}, ${why.en}.`, `${page.zh}：{${reference.zh}}，${why.zh}。`);
    }
  }
}
