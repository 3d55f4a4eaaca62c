/** The sentences of the library. */
import { phrase } from './phrase.ts';

export const libraryMessages = {
  title: phrase('Workbooks on this computer', '本机工作簿'),
  about: phrase(
    'Every edit is kept here as you make it. Save writes a file of your own.',
    '每次编辑都会自动保存在此。使用“保存”可写入您自己的文件。',
  ),
  empty: phrase('Nothing here yet.', '暂无内容。'),
  open: phrase('open now', '当前打开'),
} as const;
