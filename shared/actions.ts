/**
 * Everything the user can ask of the application, in one list: menus, shortcuts and buttons read it. "Mod" is Ctrl, and
 * Cmd on macOS. No action depends on a key the browser keeps for itself.
 */
import { phrase, type Phrase } from './messages/phrase.ts';

export type ActionMenu = 'file' | 'edit' | 'view' | 'help';

export type ActionSpec = {
  readonly label: Phrase;
  readonly menu: ActionMenu;
  readonly keys?: readonly string[];
};

export const actions = {
  newFromSample: { label: phrase('New from sample', '由示例新建'), menu: 'file' },
  newEmpty: { label: phrase('New, empty', '新建空白工作簿'), menu: 'file' },
  open: { label: phrase('Open…', '打开…'), menu: 'file', keys: ['Mod+O'] },
  save: { label: phrase('Save', '保存'), menu: 'file', keys: ['Mod+S'] },
  saveAs: { label: phrase('Save as…', '另存为…'), menu: 'file', keys: ['Mod+Shift+S'] },
  exportPdf: { label: phrase('Export PDF…', '导出 PDF…'), menu: 'file' },
  print: { label: phrase('Print…', '打印…'), menu: 'file', keys: ['Mod+P'] },
  undo: { label: phrase('Undo', '撤销'), menu: 'edit', keys: ['Mod+Z'] },
  redo: { label: phrase('Redo', '重做'), menu: 'edit', keys: ['Mod+Y', 'Mod+Shift+Z'] },
  editStructure: { label: phrase('Rows…', '行设置…'), menu: 'edit' },
  explain: { label: phrase('Explain cell', '解释单元格'), menu: 'view', keys: ['Shift+F1'] },
  showWorkbench: { label: phrase('Workbench', '工作台'), menu: 'view', keys: ['Alt+1'] },
  showReport: { label: phrase('Report', '报告'), menu: 'view', keys: ['Alt+2'] },
  showLibrary: { label: phrase('Library', '资料库'), menu: 'view', keys: ['Alt+3'] },
  switchLanguage: { label: phrase('中文', 'English'), menu: 'view' },
  switchTheme: { label: phrase('Light or dark', '浅色或深色'), menu: 'view' },
} as const satisfies Record<string, ActionSpec>;

export type ActionId = keyof typeof actions;

export function isActionId(text: string): text is ActionId {
  return Object.hasOwn(actions, text);
}
