/** The panel of steps. */
import { phrase } from './phrase.ts';

export const historyPanel = {
  title: phrase('History', '操作历史'),
  start: phrase('As opened', '打开时的状态'),
  oldest: phrase('Oldest kept state', '保留的最早状态'),
  present: phrase('now', '当前'),
  undone: phrase('undone', '已撤销'),
  hint: phrase('↑↓ choose · Enter go there · Esc close', '↑↓ 选择 · Enter 跳转 · Esc 关闭'),
  steps: (count: number) => phrase(`${count} ${count === 1 ? 'step' : 'steps'}`, `${count} 步`),
} as const;
