/** The sentences in place of a view that could not be loaded or drawn. */
import { phrase } from './phrase.ts';

export const lateMessages = {
  notLoaded: phrase(
    'This part of the window could not be loaded. Everything else works on, and your work is kept.',
    '此部分未能加载。其他功能可继续使用，您的工作内容未受影响。',
  ),
  notShown: phrase(
    'An error in the program keeps this part from being shown. Everything else works on, and your work is kept.',
    '程序出错，无法显示此部分。其他功能可继续使用，您的工作内容未受影响。',
  ),
  notRunning: phrase(
    'An error in the program has stopped this window. Your work is in the library, up to the last edit; load the window again to go on.',
    '程序出错，本窗口已停止响应。您的工作内容已存入资料库，直至最后一次编辑；请重新加载窗口后继续。',
  ),
  tryAgain: phrase('Try again', '重试'),
  loadAgain: phrase('Load again', '重新加载'),
} as const;
