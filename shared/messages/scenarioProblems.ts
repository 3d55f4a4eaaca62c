/** Why a command on scenarios and packages, a comparison or a bridge is refused. */
import type { Problem, ProblemCode } from '../result.ts';
import { phrase, type Phrase } from './phrase.ts';

type Sentence = (problem: Problem) => Phrase;

/** A value of the problem as text, in the language that a name is wanted in where both are given. */
function say(problem: Problem, key: string, language: 'en' | 'zh' = 'en'): string {
  const value = problem.values?.[language === 'zh' ? `${key}Zh` : key] ?? problem.values?.[key];
  return value === undefined ? '' : String(value);
}

export const scenarioProblems = {
  'unknown-package': (problem) => phrase(`There is no package "${say(problem, 'id')}" in this workbook.`, `此工作簿中没有差异包“${say(problem, 'id')}”。`),
  'unknown-difference': (problem) =>
    phrase(`The scenario has no difference "${say(problem, 'id')}".`, `该情景没有差异项“${say(problem, 'id')}”。`),
  'scenario-locked': (problem) =>
    phrase(
      `The scenario "${say(problem, 'name')}" is locked. Unlock it before you change it.`,
      `情景“${say(problem, 'name', 'zh')}”已锁定。请先解锁再修改。`,
    ),
  'scenario-own-ancestor': (problem) =>
    phrase(
      `"${say(problem, 'parent')}" stands under "${say(problem, 'name')}" and cannot be its parent. Choose another parent.`,
      `“${say(problem, 'parent', 'zh')}”位于“${say(problem, 'name', 'zh')}”之下，不能作为其父情景。请另选父情景。`,
    ),
  'scenario-root': (problem) =>
    phrase(
      `"${say(problem, 'name')}" is the workbook itself: every other scenario stands on it, so it cannot be removed, moved under another or mixed with packages.`,
      `“${say(problem, 'name', 'zh')}”即工作簿本身，其他情景均以其为基础，因此不能删除、移至其他情景之下或引用差异包。`,
    ),
  'scenario-has-children': (problem) =>
    phrase(
      `"${say(problem, 'name')}" has scenarios under it: ${say(problem, 'children')}. Remove them with it, or put them under its parent.`,
      `“${say(problem, 'name', 'zh')}”之下还有情景：${say(problem, 'children', 'zh')}。请一并删除，或将它们移至其父情景之下。`,
    ),
  'overlays-compete': (problem) =>
    phrase(
      `"${say(problem, 'first')}" and "${say(problem, 'second')}" both set ${say(problem, 'cell')}. Keep one of the two only.`,
      `“${say(problem, 'first', 'zh')}”与“${say(problem, 'second', 'zh')}”均设定了${say(problem, 'cell', 'zh')}。请只保留其中之一。`,
    ),
  'probability-out-of-range': () => phrase('A probability lies between 0% and 100%.', '概率应在 0% 至 100% 之间。'),
  'color-out-of-range': () => phrase('Choose one of the eight scenario colours.', '请选择八种情景颜色之一。'),
  'compare-too-few': () => phrase('A comparison needs two scenarios or vintages. Choose another one.', '对比需要两个情景或历史版本。请再选择一个。'),
  'bridge-value-missing': (problem) =>
    phrase(
      `The gap of ${say(problem, 'month')} is missing in "${say(problem, 'name')}", so there is nothing to explain. Type the missing input or choose other months.`,
      `“${say(problem, 'name', 'zh')}”缺少 ${say(problem, 'month')} 的缺口，无法分解。请补全输入或另选月份。`,
    ),
  'bridge-nothing-differs': () => phrase('Nothing differs between the two, so there is no change to explain.', '两者没有差异，无需分解。'),
} as const satisfies Partial<Record<ProblemCode, Sentence>>;
