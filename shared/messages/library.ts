/** The sentences of the library. */
import { phrase } from './phrase.ts';

export const libraryMessages = {
  title: phrase('Workbooks on this computer', '本机工作簿'),
  about: phrase(
    'Every edit is kept here as you make it. Save writes a file of your own.',
    '每次编辑都会自动保存在此。使用“保存”可写入您自己的文件。',
  ),
  empty: phrase('Nothing here yet.', '暂无内容。'),
  nothingFound: (query: string) => phrase(`No workbook is called "${query}".`, `没有名称含“${query}”的工作簿。`),
  open: phrase('open now', '当前打开'),
  search: phrase('Search by title or file', '按标题或文件名搜索'),
  workbook: phrase('Workbook', '工作簿'),
  gap: phrase('Gap', '缺口'),
  changed: phrase('Changed', '修改时间'),
  saved: phrase('Saved to file', '存入文件'),
  size: phrase('Size', '大小'),
  state: phrase('State', '状态'),
  never: phrase('never', '从未'),
  pin: phrase('Pin', '置顶'),
  unpin: phrase('Unpin', '取消置顶'),
  duplicate: phrase('Duplicate', '复制'),
  remove: phrase('Remove', '移除'),
  untitled: phrase('Damaged record', '已损坏的记录'),
  copyOf: (title: { readonly en: string; readonly zh: string }) => phrase(`${title.en} (copy)`, `${title.zh}（副本）`),
  removeQuestion: (title: string) => phrase(`Remove "${title}" and its versions from this computer? Files of your own stay.`, `要从本机移除“${title}”及其所有版本吗？您自己的文件不受影响。`),
  removeUnread: (title: string) =>
    phrase(`Remove "${title}" and its versions for good? What cannot be read cannot be put back.`, `要永久移除“${title}”及其所有版本吗？无法读取的内容移除后不能撤销。`),
  /** The store has the record and cannot read it. */
  unread: phrase('cannot be read', '无法读取'),
  damaged: phrase(
    'This record of the library is damaged and cannot be opened. The others are whole; Export all… writes them to files. Remove takes this one out.',
    '该资料库记录已损坏，无法打开。其他记录完好，可用“全部导出…”写成文件；也可移除该记录。',
  ),
  damagedAtStart: (count: number) =>
    phrase(
      `${count === 1 ? 'The workbook changed last is damaged and cannot be read' : `The last ${count} workbooks changed are damaged and cannot be read`}. The library's page says what can be done.`,
      `最近修改的 ${count} 个工作簿已损坏，无法读取。处理办法见资料库页面。`,
    ),
  openVersion: phrase('Open its last version', '打开其最近版本'),
  noVersion: phrase('None of its versions can be read either.', '其各版本也均无法读取。'),
  removeYes: phrase('Remove', '移除'),
  removeNo: phrase('Cancel', '取消'),
  removed: (title: string) => phrase(`"${title}" was removed.`, `已移除“${title}”。`),
  undoRemove: phrase('Undo', '撤销'),
  inUse: (title: string) => phrase(`"${title}" is open in another window. Close it there first.`, `“${title}”正在另一窗口中打开。请先在该窗口中关闭。`),
  exportAll: phrase('Export all…', '全部导出…'),
  exported: (count: number, damaged: number, unread: number) => {
    const hurt = damaged === 0 ? phrase('', '') : phrase(` ${damaged} damaged, written as found (.damaged in the name).`, `其中 ${damaged} 个已损坏，按原样写出（文件名含 .damaged）。`);
    const lost = unread === 0 ? phrase('', '') : phrase(` ${unread} could not be read at all.`, `另有 ${unread} 个完全无法读取。`);
    return phrase(`${count} ${count === 1 ? 'file' : 'files'} written.${hurt.en}${lost.en}`, `已写出 ${count} 个文件。${hurt.zh}${lost.zh}`);
  },
  recent: phrase('Recent files', '最近的文件'),
  /** The foot of the page: how much, how long it is promised, where. */
  use: (used: string, room: string) => phrase(`${used} used, room for ${room} more.`, `已用 ${used}，还可存 ${room}。`),
  promised: phrase('This computer has promised to keep it.', '本机已承诺长期保留。'),
  notPromised: phrase('The browser may clear it when the disk runs short: save to files what must stay.', '磁盘空间不足时浏览器可能清除这些数据：重要内容请保存到文件。'),
  place: {
    browser: (origin: string) => phrase(`Kept by this browser for ${origin}, in its own profile.`, `由本浏览器为 ${origin} 保存在其用户配置中。`),
    program: phrase('Kept in the folder of Lodestone on this computer; unsaved work also as safety copies (File menu).', '保存在本机 Lodestone 的程序文件夹中；未保存的内容另有安全副本（见“文件”菜单）。'),
  },
  notKept: phrase('Not kept in the library', '未存入资料库'),
} as const;
