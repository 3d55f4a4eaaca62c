/** The command palette, going to a cell, and the page of keys. */
import { phrase } from './phrase.ts';

export const palette = {
  title: phrase('Command palette', '命令面板'),
  ask: phrase('Search actions, scenarios, tabs and rows', '搜索操作、情景、标签页和行'),
  goTitle: phrase('Go to', '转到'),
  goAsk: phrase('Row and period, such as: nev intensity 2025-03', '行名与期间，例如：新能源汽车 单耗 2025-03'),
  nothing: phrase('Nothing found.', '未找到匹配项。'),
  hint: phrase('↑↓ choose · Enter run · Esc close', '↑↓ 选择 · Enter 执行 · Esc 关闭'),
  goHint: phrase('↑↓ choose · Tab complete · Enter go · Esc close', '↑↓ 选择 · Tab 补全 · Enter 转到 · Esc 关闭'),
  scenario: phrase('Scenario', '情景'),
  tab: phrase('Tab', '标签页'),
  recent: phrase('recent', '最近使用'),
  menus: { file: phrase('File', '文件'), edit: phrase('Edit', '编辑'), view: phrase('View', '视图'), help: phrase('Help', '帮助') },
} as const;

export const keyboardPage = {
  title: phrase('Keyboard', '键盘快捷键'),
  grid: phrase('In a grid', '在表格中'),
  rest: (key: string) => phrase(`Everything else is in the command palette: ${key}`, `其他操作均可在命令面板中找到：${key}`),
} as const;
