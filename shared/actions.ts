/**
 * Everything the user can ask of the application, in one list: menus, shortcuts, buttons, the command palette and the page
 * of keys read it. "Mod" is Ctrl, and Cmd on macOS. No action depends on a key the browser keeps for itself.
 */
import { phrase, type Phrase } from './messages/phrase.ts';

export type ActionMenu = 'file' | 'edit' | 'view' | 'help';

/** What decides whether an action makes sense just now. */
export type Situation = {
  readonly view: 'workbench' | 'compare' | 'report' | 'library';
  readonly undoSteps: number;
  readonly redoSteps: number;
  /** Open for editing in another window. */
  readonly readOnly: boolean;
  /** Something was looked for and can be looked for again. */
  readonly finding: boolean;
};

export type ActionSpec = {
  readonly label: Phrase;
  readonly menu: ActionMenu;
  /** The first one is shown. Names as in keys.ts. */
  readonly keys?: readonly string[];
  /** "workbench": only while it is open. "grid": carried out by the grid in use, and its keys only count in a grid. */
  readonly where?: 'workbench' | 'grid';
  /** Other words by which it is looked for. */
  readonly words?: string;
  available?(now: Situation): boolean;
};

export const actions = {
  newFromSample: { label: phrase('New from sample', '由示例新建'), menu: 'file' },
  newEmpty: { label: phrase('New, empty', '新建空白工作簿'), menu: 'file' },
  open: { label: phrase('Open…', '打开…'), menu: 'file', keys: ['Mod+O'] },
  save: { label: phrase('Save', '保存'), menu: 'file', keys: ['Mod+S'] },
  saveAs: { label: phrase('Save as…', '另存为…'), menu: 'file', keys: ['Mod+Shift+S'] },
  showVersions: { label: phrase('Versions', '版本'), menu: 'file', keys: ['Alt+V'], words: 'earlier restore backup history 历史 恢复 备份' },
  exportPdf: { label: phrase('Export PDF…', '导出 PDF…'), menu: 'file' },
  exportPdfs: { label: phrase('Export a PDF of every scenario…', '导出各情景 PDF…'), menu: 'file', words: 'batch all 批量 全部' },
  exportPage: { label: phrase('Export a page to send…', '导出可发送的网页…'), menu: 'file', words: 'html web browser offline 离线 分享' },
  print: { label: phrase('Print…', '打印…'), menu: 'file', keys: ['Mod+P'] },
  undo: { label: phrase('Undo', '撤销'), menu: 'edit', keys: ['Mod+Z'], available: ({ undoSteps, readOnly }) => undoSteps > 0 && !readOnly },
  redo: { label: phrase('Redo', '重做'), menu: 'edit', keys: ['Mod+Y', 'Mod+Shift+Z'], available: ({ redoSteps, readOnly }) => redoSteps > 0 && !readOnly },
  showHistory: { label: phrase('History', '操作历史'), menu: 'edit', keys: ['Mod+Shift+H'], words: 'undo steps 步骤 撤销' },
  find: { label: phrase('Find…', '查找…'), menu: 'edit', keys: ['Mod+F'], words: 'search 搜索' },
  findNext: { label: phrase('Find next', '查找下一个'), menu: 'edit', keys: ['F3'], where: 'workbench', available: ({ finding }) => finding },
  findPrevious: { label: phrase('Find previous', '查找上一个'), menu: 'edit', keys: ['Shift+F3'], where: 'workbench', available: ({ finding }) => finding },
  writeComment: { label: phrase('Comment…', '批注…'), menu: 'edit', keys: ['Shift+F2'], where: 'workbench', words: 'note 备注' },
  assignSource: { label: phrase('Source of the selection…', '所选单元格的来源…'), menu: 'edit', keys: ['Alt+S'], where: 'workbench', words: 'cite 出处' },
  stateTerms: { label: phrase('Basis, scope and coverage…', '口径、范围与覆盖…'), menu: 'edit', keys: ['Alt+B'], where: 'workbench', words: 'blank finished oxide unit conversion 毛坯 成品 换算' },
  goTo: { label: phrase('Go to…', '转到…'), menu: 'edit', keys: ['Mod+G'], words: 'cell row 单元格 定位' },
  filterRows: { label: phrase('Filter rows', '筛选行'), menu: 'edit', keys: ['Mod+Shift+L'], where: 'workbench', words: 'search 搜索 行' },
  copyWithHeaders: { label: phrase('Copy with headers', '连同表头复制'), menu: 'edit', keys: ['Mod+Shift+C'], where: 'grid' },
  pasteTransposed: { label: phrase('Paste transposed', '转置粘贴'), menu: 'edit', keys: ['Mod+Shift+V'], where: 'grid', words: 'rows columns 行列' },
  pasteThousands: { label: phrase('Paste times 1,000', '乘以 1,000 粘贴'), menu: 'edit', where: 'grid', words: 'thousands 千' },
  fillDown: { label: phrase('Fill down', '向下填充'), menu: 'edit', keys: ['Mod+D'], where: 'grid' },
  fillRight: { label: phrase('Fill right', '向右填充'), menu: 'edit', keys: ['Mod+R'], where: 'grid' },
  fillSeries: { label: phrase('Continue as a linear series', '按等差序列填充'), menu: 'edit', where: 'grid', words: 'fill trend 填充 趋势' },
  fillGrowth: { label: phrase('Continue as growth', '按等比序列填充'), menu: 'edit', where: 'grid', words: 'fill trend 填充 趋势' },
  changeBy: { label: phrase('Change by…', '按比例调整…'), menu: 'edit', where: 'grid', words: 'percent relative 百分比' },
  growBy: { label: phrase('Grow by…', '按增速外推…'), menu: 'edit', where: 'grid', words: 'growth 增长' },
  interpolate: { label: phrase('Interpolate', '线性插值'), menu: 'edit', where: 'grid', words: 'between linear 之间' },
  interpolateGrowth: { label: phrase('Interpolate as growth', '等比插值'), menu: 'edit', where: 'grid', words: 'between geometric 几何 之间' },
  spreadTotal: { label: phrase('Spread a total…', '分摊合计…'), menu: 'edit', where: 'grid', words: 'annual months 全年 月度' },
  shiftBy: { label: phrase('Shift by…', '平移…'), menu: 'edit', where: 'grid', words: 'delay months 延后' },
  hold: { label: phrase('Hold the first value', '沿用首值'), menu: 'edit', where: 'grid', words: 'constant 不变' },
  editSources: { label: phrase('Sources…', '来源管理…'), menu: 'edit', words: 'source reference 出处' },
  editStructure: { label: phrase('Rows…', '行设置…'), menu: 'edit' },
  explain: { label: phrase('Explain cell', '解释单元格'), menu: 'view', keys: ['Shift+F1'], where: 'workbench' },
  showMonths: { label: phrase('By months', '按月显示'), menu: 'view', keys: ['Alt+M'], words: 'monthly 月度' },
  showQuarters: { label: phrase('By quarters', '按季显示'), menu: 'view', keys: ['Alt+Q'], words: 'quarterly 季度' },
  showYears: { label: phrase('By years', '按年显示'), menu: 'view', keys: ['Alt+Y'], words: 'annual yearly 年度' },
  toggleGroup: { label: phrase('Fold or open the group', '折叠或展开分组'), menu: 'view', keys: ['Alt+G'], where: 'workbench', words: 'collapse expand 收起' },
  unfoldGroups: { label: phrase('Open all groups', '展开全部分组'), menu: 'view', keys: ['Alt+Shift+G'], where: 'workbench', words: 'expand' },
  chooseUnit: { label: phrase('Unit of the row…', '行的单位…'), menu: 'view', keys: ['Alt+U'], where: 'workbench', words: 'kt 万吨 万辆 display 显示' },
  moreDecimals: { label: phrase('More decimals', '增加小数位'), menu: 'view', keys: ['Alt+.'], where: 'workbench', words: 'precision 精度' },
  fewerDecimals: { label: phrase('Fewer decimals', '减少小数位'), menu: 'view', keys: ['Alt+,'], where: 'workbench', words: 'precision 精度' },
  pinTotals: { label: phrase('Pin or unpin totals', '固定或取消固定合计'), menu: 'view', where: 'workbench', words: 'freeze panes total sticky 冻结 窗格 合计' },
  showWorkbench: { label: phrase('Workbench', '工作台'), menu: 'view', keys: ['Alt+1'] },
  showCompare: { label: phrase('Scenarios', '情景'), menu: 'view', keys: ['Alt+4'], words: 'compare bridge scenario manager differences 对比 情景管理 缺口分解 差异' },
  showReport: { label: phrase('Report', '报告'), menu: 'view', keys: ['Alt+2'] },
  showLibrary: { label: phrase('Library', '资料库'), menu: 'view', keys: ['Alt+3'] },
  zoomIn: { label: phrase('Larger grid', '放大表格'), menu: 'view', keys: ['Alt+='], where: 'workbench', words: 'zoom size 缩放 字号' },
  zoomOut: { label: phrase('Smaller grid', '缩小表格'), menu: 'view', keys: ['Alt+-'], where: 'workbench', words: 'zoom size 缩放 字号' },
  zoomReset: { label: phrase('Grid at natural size', '表格恢复原始大小'), menu: 'view', keys: ['Alt+0'], where: 'workbench', words: 'zoom 100% actual size 缩放' },
  switchLanguage: { label: phrase('中文', 'English'), menu: 'view', words: 'language 语言 chinese' },
  switchTheme: { label: phrase('Light or dark', '浅色或深色'), menu: 'view', words: 'theme 主题' },
  palette: { label: phrase('Command palette…', '命令面板…'), menu: 'help', keys: ['Mod+Shift+P', 'Mod+K'] },
  keyboard: { label: phrase('Keyboard', '键盘快捷键'), menu: 'help', keys: ['F1'], words: 'keys shortcuts help 帮助' },
} as const satisfies Record<string, ActionSpec>;

export type ActionId = keyof typeof actions;

/** The actions that a grid carries out. */
export type GridActionId = { [Id in ActionId]: (typeof actions)[Id] extends { readonly where: 'grid' } ? Id : never }[ActionId];

export const actionIds = Object.keys(actions) as readonly ActionId[];

export function isActionId(text: string): text is ActionId {
  return Object.hasOwn(actions, text);
}

export function specOf(id: ActionId): ActionSpec {
  return actions[id];
}

/** Whether an action makes sense just now; a grid's action does wherever there are grids. */
export function isAvailable(id: ActionId, now: Situation): boolean {
  const spec = specOf(id);
  if (spec.where !== undefined && now.view !== 'workbench') return false;
  return spec.available?.(now) ?? true;
}

/** The action of a key; null for a key that is none. */
export function actionOfKey(name: string): ActionId | null {
  return actionIds.find((id) => specOf(id).keys?.includes(name)) ?? null;
}
