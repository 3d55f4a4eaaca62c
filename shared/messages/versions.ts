/** What is said about earlier states of a workbook: versions, the file on disk, recovered work, and how two states differ. */
import type { WorkbookDifferences, WorkbookPart } from '../analysis/workbookDifferences.ts';
import { phrase, type Phrase } from './phrase.ts';

export const versionMessages = {
  title: phrase('Versions', '版本'),
  keep: phrase('Keep a named version', '保存命名版本'),
  name: phrase('Name', '名称'),
  nameHint: phrase('e.g. Before the October review', '例如：十月评审前'),
  kept: (name: string) => phrase(`Kept as "${name}"; versions with a name stay for good.`, `已保存为“${name}”；命名版本将一直保留。`),
  newName: phrase('Name of this version', '该版本的名称'),
  rename: phrase('Rename', '重命名'),
  giveName: phrase('Give it a name', '命名'),
  renamed: (name: string) => phrase(`It is called "${name}" now; versions with a name stay for good.`, `已命名为“${name}”；命名版本将一直保留。`),
  gone: phrase('This version is gone: automatic ones are thinned out as they grow old.', '该版本已不存在：自动版本会随时间精简。'),
  restore: phrase('Restore', '恢复'),
  empty: phrase(
    'No version yet. One is made at each save, when another workbook is opened, and at the first edit after a pause.',
    '暂无版本。每次保存、打开其他工作簿，以及停顿后首次编辑时，会自动生成版本。',
  ),
  about: phrase('Named versions stay for good; of the others fewer are kept the older they are.', '命名版本一直保留；其余版本越早保留越少。'),
  automatic: phrase('automatic', '自动'),
  gap: phrase('Monthly gap of this version', '该版本的月度缺口'),
  scenarios: (count: number) => phrase(`${count} ${count === 1 ? 'scenario' : 'scenarios'}`, `${count} 个情景`),
  then: phrase('Then', '当时'),
  now: phrase('Now', '当前'),
  reading: phrase('Reading…', '正在读取…'),
} as const;

/** The history's words for a restored version; `name` is its name or its time. */
export function restoredVersion(name: Phrase): Phrase {
  return phrase(`Restored: ${name.en}`, `已恢复：${name.zh}`);
}

export const differenceMessages = {
  none: phrase('Nothing differs.', '没有差异。'),
  inputs: (count: number) => phrase(`${count} ${count === 1 ? 'input differs' : 'inputs differ'}`, `${count} 项输入有差异`),
  noInputs: phrase('no input differs', '输入均无差异'),
  added: (names: readonly Phrase[]) => phrase(`new: ${names.map(({ en }) => en).join(', ')}`, `新增情景：${names.map(({ zh }) => zh).join('、')}`),
  removed: (names: readonly Phrase[]) => phrase(`gone: ${names.map(({ en }) => en).join(', ')}`, `已删情景：${names.map(({ zh }) => zh).join('、')}`),
  also: (parts: readonly Phrase[]) => phrase(`also: ${parts.map(({ en }) => en).join(', ')}`, `另有变动：${parts.map(({ zh }) => zh).join('、')}`),
  more: (count: number) => phrase(`and ${count} more`, `另有 ${count} 项`),
} as const;

const partNames: Readonly<Record<WorkbookPart, Phrase>> = {
  title: phrase('title', '标题'),
  horizon: phrase('horizon', '时间范围'),
  shownFrom: phrase('first month shown', '起始显示月份'),
  exportBaseYear: phrase('base year of exports', '出口基期年份'),
  asOf: phrase('as-of date', '截至日期'),
  vintage: phrase('vintage in view', '所看历史版本'),
  priceAnchor: phrase('price anchor', '价格锚点'),
  sectors: phrase('rows', '行设置'),
  events: phrase('events', '事件'),
  expansions: phrase('expansions', '扩产项目'),
  sources: phrase('sources', '来源'),
  claims: phrase('claims', '引用数据'),
  statements: phrase('statements', '表述'),
  vintages: phrase('vintages', '历史版本'),
  packages: phrase('packages', '差异组合'),
  scenarios: phrase('names and order of scenarios', '情景名称与顺序'),
  report: phrase('pages of the report', '报告页面'),
  notes: phrase('sources and comments of figures', '数值的来源与批注'),
};

/** "3 inputs differ; new: Slow licences; also: events". */
export function differencesSentence({ inputs, scenariosAdded, scenariosRemoved, parts }: WorkbookDifferences): Phrase {
  const said: Phrase[] = [
    ...(scenariosAdded.length > 0 ? [differenceMessages.added(scenariosAdded)] : []),
    ...(scenariosRemoved.length > 0 ? [differenceMessages.removed(scenariosRemoved)] : []),
    ...(parts.length > 0 ? [differenceMessages.also(parts.map((part) => partNames[part]))] : []),
  ];
  if (inputs.length === 0 && said.length === 0) return differenceMessages.none;
  const all = [inputs.length === 0 ? differenceMessages.noInputs : differenceMessages.inputs(inputs.length), ...said];
  return phrase(all.map(({ en }) => en).join('; '), all.map(({ zh }) => zh).join('；'));
}

/** The file of the open workbook was changed by another program. */
export const diskMessages = {
  changed: (name: string) => phrase(`"${name}" was changed by another program.`, `“${name}”已被其他程序修改。`),
  changedUnsaved: (name: string) =>
    phrase(`"${name}" was changed by another program, and there are changes here that are not in it.`, `“${name}”已被其他程序修改，而此处还有未写入该文件的更改。`),
  unreadable: (name: string) =>
    phrase(`"${name}" was changed by another program and is no longer a workbook that can be read. Your work here is whole; Save writes it again.`, `“${name}”已被其他程序修改，现已无法作为工作簿读取。此处的内容完好，保存即可重新写入。`),
  reload: phrase('Reload', '重新载入'),
  keepMine: phrase('Keep mine', '保留此处内容'),
  compare: phrase('Compare', '对比'),
  reloaded: (name: string) => phrase(`Reloaded from ${name}`, `已从 ${name} 重新载入`),
  onDisk: phrase('On disk', '磁盘文件'),
  here: phrase('Here', '此处'),
  saveElsewhere: phrase('Save elsewhere…', '保存到其他位置…'),
} as const;

/** Lodestone ended without being closed, and work came back that is not in the file. */
export const recoveryMessages = {
  found: (name: string) =>
    phrase(`Lodestone ended without being closed. Recovered here is work that is not in "${name}".`, `Lodestone 上次未正常关闭。现已恢复尚未写入“${name}”的内容。`),
  recovered: phrase('Recovered', '已恢复'),
  saved: phrase('Saved', '已保存'),
  keepRecovered: phrase('Go on with the recovered', '使用恢复的内容'),
  openSaved: phrase('Open the saved', '打开已保存的内容'),
  keepBoth: phrase('Keep both', '两者都保留'),
  openedSaved: phrase('Saved state opened', '已打开保存时的内容'),
  bothKept: phrase('The saved workbook is open; the recovered one stands beside it in the library.', '已打开保存的工作簿；恢复的内容另存于资料库。'),
  stepsLeft: (count: number, minutes: number) =>
    phrase(
      `${count === 1 ? 'The last edit was' : `The last ${count} edits were`} made by another version of Lodestone and cannot be repeated by this one. This is the workbook as it was ${minutes === 0 ? 'less than a minute' : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`} before.`,
      `最后 ${count} 次编辑由其他版本的 Lodestone 完成，本版本无法重做。当前为此前${minutes === 0 ? '一分钟内' : ` ${minutes} 分钟`}的内容。`,
    ),
  returned: (titles: readonly Phrase[]) =>
    phrase(
      `The library had lost unsaved work; it came back from the safety copies: ${titles.map(({ en }) => en).join(', ')}.`,
      `资料库曾丢失未保存的内容，现已从安全副本恢复：${titles.map(({ zh }) => zh).join('、')}。`,
    ),
  recoveredTitle: (title: Phrase) => phrase(`${title.en} (recovered)`, `${title.zh}（恢复）`),
} as const;
