/** The sentences of the dialog for rows and settings, and of the as-of date. */
import type { ExportCategory, MarketEvent } from '../model/workbook.ts';
import { phrase, type Phrase } from './phrase.ts';

export const structure = {
  title: phrase('Rows and settings', '行与设置'),
  sections: {
    sectors: phrase('Sectors', '部门'),
    events: phrase('Events', '事件'),
    expansions: phrase('Expansions', '扩产'),
    sources: phrase('Sources', '来源'),
    settings: phrase('Workbook', '工作簿'),
  },
  english: phrase('English', '英文'),
  chinese: phrase('Chinese', '中文'),
  newSector: phrase('New sector', '新部门'),
  newTechnology: phrase('New technology', '新技术路线'),
  newEvent: phrase('New event', '新事件'),
  newExpansion: phrase('New expansion', '新扩产项目'),
  addSector: phrase('Add sector', '新增部门'),
  addResidual: phrase('Add other use', '新增其他用途'),
  addTechnology: phrase('Add technology', '新增技术路线'),
  addEvent: phrase('Add event', '新增事件'),
  addExpansion: phrase('Add expansion', '新增扩产项目'),
  newSource: phrase('New source', '新来源'),
  addSource: phrase('Add source', '新增来源'),
  sourceTitle: phrase('Title', '标题'),
  publisher: phrase('Publisher', '发布方'),
  url: phrase('Address', '网址'),
  reliability: phrase('Reliability', '可靠性'),
  noSources: phrase('No sources yet.', '暂无来源。'),
  profileIs: phrase('Seasonal profile', '季节分布'),
  profiles: { net: phrase('without the New Year’s loss', '不含春节停工'), gross: phrase('with the New Year’s loss in it', '已含春节停工') },
  stackYear: phrase('Masses stated for', '单机用量对应年份'),
  baseYear: phrase('Base year', '基期年份'),
  sectorDetail: phrase('What is counted, profile, year', '计量对象、分布与年份'),
  exportBaseYear: phrase('Base year of exports', '出口基期年份'),
  stockMeasure: phrase('Stock is typed in', '库存计量方式'),
  stockDays: phrase('days of demand', '需求天数'),
  stockTonnes: phrase('tonnes', '吨'),
  addSuspension: phrase('Add suspension', '新增暂停期'),
  otherUse: phrase('Other use', '其他用途'),
  residual: phrase('what output leaves unexplained', '产量中未列明的部分'),
  volumeName: phrase('What is counted', '计量对象'),
  production: phrase('Production', '产量'),
  volumeUnit: phrase('Unit of volume', '数量单位'),
  intensityUnit: phrase('Unit of intensity', '单耗单位'),
  balancing: phrase('takes the remaining share', '承担剩余占比'),
  date: phrase('Date', '日期'),
  kind: phrase('Kind', '类型'),
  scope: phrase('Concerns', '适用范围'),
  suspended: phrase('Suspended', '暂停'),
  from: phrase('From', '自'),
  to: phrase('To', '至'),
  detail: phrase('What happened', '事件说明'),
  source: phrase('Source', '来源'),
  eventText: phrase('Text and source', '说明与来源'),
  start: phrase('Start', '投产月份'),
  tonnes: phrase('t/month', '吨/月'),
  noEvents: phrase('No events yet.', '暂无事件。'),
  noExpansions: phrase('No expansions yet.', '暂无扩产项目。'),
  workbookTitle: phrase('Title', '标题'),
  horizonStart: phrase('First month', '起始月份'),
  horizonEnd: phrase('Last month', '结束月份'),
  shownFrom: phrase('First month shown', '首个显示月份'),
  asOf: phrase('As-of date', '截至日期'),
  vintage: phrase('Vintage', '历史版本'),
  noVintage: phrase('None', '不使用'),
  noVintages: phrase('No vintages in this workbook', '此工作簿没有历史版本'),
  priceAnchor: phrase('Anchor month of the price', '价格锚定月份'),
  sectorFigures: phrase('Sector figures are tonnes of', '部门数据口径'),
  blank: phrase('blanks', '毛坯'),
  finished: phrase('finished magnets', '成品'),
  changeAsOf: phrase('Change the as-of date', '更改截至日期'),
} as const;

export const eventKinds: Readonly<Record<MarketEvent['kind'], Phrase>> = {
  restrict: phrase('restriction', '限制'),
  ease: phrase('easing', '放宽'),
  note: phrase('note', '备注'),
};

export const exportCategories: Readonly<Record<ExportCategory, Phrase>> = {
  controlled: phrase('controlled', '受控品'),
  uncontrolled: phrase('uncontrolled', '非受控品'),
};

/** What a field of a row is for, to those who hear it: "NEV, English". */
export function fieldOf(owner: Phrase, field: Phrase): Phrase {
  return phrase(`${owner.en}, ${field.en}`, `${owner.zh}，${field.zh}`);
}

export function undoOf(label: Phrase): Phrase {
  return phrase(`Undo: ${label.en}`, `撤销：${label.zh}`);
}

/** Both residuals beside the switch that chooses between them; the tonnages are formatted. */
export function residualsText(year: number, blank: string, finished: string): Phrase {
  return phrase(
    `${year} output left unexplained: ${blank} if blanks, ${finished} if finished magnets`,
    `${year} 年产量未解释部分：按毛坯口径 ${blank}，按成品口径 ${finished}`,
  );
}

export function technologiesText(count: number): Phrase {
  return count === 0 ? phrase('Technologies', '技术路线') : phrase(`Technologies (${count})`, `技术路线（${count}）`);
}

/** The parameters of an event in one scenario, and the picture beside them. */
export const approvalPreview = {
  summary: (scenario: Phrase) => phrase(`Parameters in ${scenario.en}`, `参数（${scenario.zh}）`),
  acts: (scenario: Phrase) => phrase(`acts in ${scenario.en}`, `在“${scenario.zh}”中生效`),
  ofAll: (scenario: Phrase) =>
    phrase(`Of every restriction in ${scenario.en}; stockpiling abroad is typed by month under Exports & events.`, `“${scenario.zh}”中所有管制共用；海外囤货按月在“出口与事件”中输入。`),
  title: (event: Phrase, scenario: Phrase) => phrase(`${event.en}, ${scenario.en}: share of exports that passes by month`, `${event.zh}，${scenario.zh}：各月放行比例`),
} as const;
