/** The sentences of the desktop edition outside its pages: menus of the system, dialogs, the close question. */
import { phrase, type Phrase } from './phrase.ts';

export const desktopMenu = {
  file: phrase('File', '文件'),
  edit: phrase('Edit', '编辑'),
  view: phrase('View', '视图'),
  window: phrase('Window', '窗口'),
  help: phrase('Help', '帮助'),
  newWindow: phrase('New window', '新建窗口'),
  openRecent: phrase('Open recent', '最近打开'),
  noRecent: phrase('No recent workbooks', '暂无最近打开的工作簿'),
  closeWindow: phrase('Close window', '关闭窗口'),
  quit: phrase('Quit Lodestone', '退出 Lodestone'),
  cut: phrase('Cut', '剪切'),
  copy: phrase('Copy', '复制'),
  paste: phrase('Paste', '粘贴'),
  actualSize: phrase('Actual size', '实际大小'),
  zoomIn: phrase('Zoom in', '放大'),
  zoomOut: phrase('Zoom out', '缩小'),
  fullScreen: phrase('Full screen', '全屏'),
  developerTools: phrase('Developer tools', '开发者工具'),
  safetyCopies: phrase('Show safety copies', '显示安全副本'),
  about: phrase('About Lodestone', '关于 Lodestone'),
} as const;

export const fileDialogs = {
  workbooks: phrase('Lodestone workbooks', 'Lodestone 工作簿'),
  pdf: phrase('PDF documents', 'PDF 文档'),
  pages: phrase('Web pages', '网页'),
  allFiles: phrase('All files', '所有文件'),
} as const;

export const closeQuestion = {
  ask: (title: string): Phrase => phrase(`Save the changes to "${title}"?`, `要保存对“${title}”的更改吗？`),
  detail: phrase(
    'Without saving, the changes stay in the library on this computer but not in your file.',
    '如不保存，更改仍会保留在本机资料库中，但不会写入您的文件。',
  ),
  save: phrase('Save', '保存'),
  discard: phrase("Don't save", '不保存'),
  cancel: phrase('Cancel', '取消'),
} as const;

export const windowGone = {
  ask: phrase('This window stopped working.', '此窗口已停止工作。'),
  detail: (reason: string): Phrase =>
    phrase(
      `Your work is in the library up to the last edit and comes back when the window is loaded again (${reason}).`,
      `您的内容已存入资料库直至最后一次编辑，重新载入窗口后即可恢复（${reason}）。`,
    ),
  reload: phrase('Load again', '重新载入'),
  close: phrase('Close window', '关闭窗口'),
} as const;

/** The steps of a save, as the sentence about a failed one names them. */
export const saveSteps: Readonly<Record<string, Phrase>> = {
  choose: phrase('choosing the place', '选择位置'),
  check: phrase('reading the file as it is now', '读取现有文件'),
  create: phrase('creating a temporary file in its folder', '在其文件夹中创建临时文件'),
  write: phrase('writing', '写入'),
  flush: phrase('bringing it to the disk', '写入磁盘'),
  rename: phrase('putting the new file in place of the old one', '以新文件替换旧文件'),
  verify: phrase('reading it back', '读回校验'),
};
