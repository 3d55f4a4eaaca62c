/** Comments on numbers and where they come from, written in the formula bar. */
import { phrase } from './phrase.ts';

export const annotate = {
  title: phrase('Comment and source', '批注与来源'),
  comment: phrase('Comment on this number', '该数值的批注'),
  commentAsk: phrase('Why this number? Seen by every reader of the workbook.', '为何取此数值？所有读者均可见。'),
  source: phrase('Source', '来源'),
  none: phrase('A computed number takes its comment and source from the inputs behind it: Shift+F1 shows them.', '计算所得数值的批注与来源写在其依据的输入上：按 Shift+F1 查看。'),
  noSource: phrase('No source', '无来源'),
  locator: phrase('Where in the source', '来源中的位置'),
  locatorAsk: phrase('Table, page or sentence', '表格、页码或语句'),
  newSource: phrase('New source…', '新增来源…'),
  grade: phrase('Grade', '等级'),
  grades: {
    A: phrase('A: quoted', 'A：直接引用'),
    B: phrase('B: derived from quoted figures', 'B：由引用数据推算'),
    C: phrase('C: judgement', 'C：判断'),
  },
  noGrade: phrase('none', '无'),
  state: phrase('The number is', '数据性质'),
  known: phrase('Known since', '公布日期'),
  apply: phrase('Apply', '应用'),
  writeComment: phrase('Save comment', '保存批注'),
  sourceOf: (count: number) => phrase(count === 1 ? 'Source of this number' : `Source of ${count} selected numbers`, count === 1 ? '该数值的来源' : `所选 ${count} 个数值的来源`),
  nothing: phrase('This cell holds no number of its own to speak of: it is computed, or belongs to the parent.', '该单元格没有自身数值可供批注：由计算得出或继承自上级情景。'),
  hint: phrase('Ctrl+Enter saves · Esc closes', 'Ctrl+Enter 保存 · Esc 关闭'),
} as const;
