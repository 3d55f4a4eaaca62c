/** What a paste made of the texts on the clipboard, and why it takes some of them not. */
import type { Phrase } from './phrase.ts';
import { phrase } from './phrase.ts';

export const readings = {
  empty: phrase('read as empty, not as zero', '按空值处理，而非零'),
  negative: phrase('read as a negative number', '按负数读取'),
  thousand: phrase('multiplied by 1,000', '已乘以 1,000'),
  yuan: phrase('read without its currency sign', '已略去货币符号'),
  yearOfColumns: phrase('The year is that of the columns.', '年份取自所在列。'),
  totalsLeftOut: phrase('Columns of totals and changes are computed and were passed over.', '合计列与同比列由计算得出，已跳过。'),
} as const satisfies Record<string, Phrase>;

/** "1.234,5 read as 1234.5". */
export function readAs(number: string): Phrase {
  return phrase(`read as ${number}`, `读作 ${number}`);
}

export function multiplied(word: string): Phrase {
  return phrase(`${word} multiplied`, `已按“${word}”换算`);
}

export function converted(unit: Phrase): Phrase {
  return phrase(`converted from ${unit.en}`, `由${unit.zh}换算`);
}

export const pasteRefusals = {
  unreadable: phrase('This is not a number.', '这不是数字。'),
  ambiguous: phrase(
    'Its comma or point may be a decimal separator or a thousands separator: the block holds both kinds.',
    '其中的逗号或句点既可能是小数点，也可能是千位分隔符：该区域两种写法并存。',
  ),
  spreadsheetError: phrase('This is an error of the spreadsheet it comes from.', '这是来源表格中的错误值。'),
  tooNarrow: phrase('The column was too narrow in the spreadsheet. Widen it there and copy again.', '来源表格的列宽不足。请在其中加宽该列后重新复制。'),
  foreignCurrency: phrase('This amount is in another currency. Convert it to yuan first.', '该金额为其他货币。请先换算为人民币。'),
  notMoney: phrase('This is an amount of money, and the row is not.', '这是金额，而该行不是。'),
  choice: phrase('This is not one of the words that the cell takes.', '这不是该单元格的可选项。'),
  blank: phrase('Nothing can be entered here.', '此处不能输入。'),
  outside: phrase('It lies outside the table.', '超出表格范围。'),
  twice: phrase('Another number of the block goes to the same input.', '该区域中的另一数值指向同一输入项。'),
  monthNotHere: phrase('The table has no column for this period.', '表格中没有该期间的列。'),
  monthTwice: phrase('The block holds this period twice.', '该区域中此期间出现两次。'),
} as const satisfies Record<string, Phrase>;

export function unitDoesNotFit(unit: Phrase, row: Phrase): Phrase {
  return phrase(`A number in ${unit.en} does not fit a row in ${row.en}.`, `以${unit.zh}计的数值不适用于以${row.zh}计的行。`);
}
