/** The keys that a grid takes for itself, for the page of keys. A test asks the grid's own reading of keys about each of them. */
import { phrase, type Phrase } from '../messages/phrase.ts';

export type GridKey = { readonly keys: readonly string[]; readonly label: Phrase };

export const gridKeyList: readonly GridKey[] = [
  { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], label: phrase('Next cell', '移动到相邻单元格') },
  { keys: ['Mod+ArrowUp', 'Mod+ArrowDown', 'Mod+ArrowLeft', 'Mod+ArrowRight'], label: phrase('To the end of the data', '移动到数据边缘') },
  { keys: ['Shift+ArrowDown', 'Mod+Shift+ArrowDown'], label: phrase('Extend the selection, to the end of the data', '扩展选区，扩展至数据边缘') },
  { keys: ['Shift+ ', 'Mod+ ', 'Mod+A'], label: phrase('Select the row, the column, everything', '选择整行、整列、全部') },
  { keys: ['Tab', 'Shift+Tab'], label: phrase('Next, previous column', '下一列、上一列') },
  { keys: ['Enter', 'Shift+Enter'], label: phrase('Next, previous row', '下一行、上一行') },
  { keys: ['PageUp', 'PageDown'], label: phrase('A page up or down', '上翻页、下翻页') },
  { keys: ['Home', 'End'], label: phrase('Ends of the row', '行首、行尾') },
  { keys: ['Mod+Home', 'Mod+End'], label: phrase('First and last cell', '首个、末个单元格') },
  { keys: ['F2'], label: phrase('Edit the cell', '编辑单元格') },
  { keys: ['Backspace'], label: phrase('Type into the emptied cell', '清空后输入') },
  { keys: ['Delete'], label: phrase('Clear; in a scenario, back to the parent', '清除；在情景中恢复上级数值') },
  { keys: ['Shift+F10', 'ContextMenu'], label: phrase('Menu of the selected cells', '所选单元格的菜单') },
  { keys: ['Escape'], label: phrase('Forget what was copied', '取消复制标记') },
];

/** What the text area itself does while a cell is selected or typed into. */
export const typingKeyList: readonly GridKey[] = [
  { keys: ['Mod+C', 'Mod+X', 'Mod+V'], label: phrase('Copy, cut, paste', '复制、剪切、粘贴') },
  { keys: ['Mod+Enter'], label: phrase('Enter what is typed in every selected cell', '在所有选定单元格中输入') },
];

/** What is read in a cell of words only. */
export const wordKeyList: readonly GridKey[] = [
  { keys: ['Enter', 'Alt+ArrowDown'], label: phrase('Open the list of words', '打开选项列表') },
  { keys: [' '], label: phrase('Yes or no', '切换是或否') },
];
