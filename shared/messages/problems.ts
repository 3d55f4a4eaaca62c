/** One sentence or two for every expected failure: what happened, where, and what to do. */
import type { Problem, ProblemCode } from '../result.ts';
import { saveSteps } from './desktop.ts';
import { saveReason } from './saveReasons.ts';
import { scenarioProblems } from './scenarioProblems.ts';
import { fileFaultText } from './fileFaults.ts';
import { massBasisName, scopeName } from './massNames.ts';
import { phrase, type Phrase } from './phrase.ts';
import { unitNames } from './units.ts';

type Sentence = (problem: Problem) => Phrase;

/** A value of the problem as text; nothing where the caller did not give it. */
function say(problem: Problem, key: string): string {
  const value = problem.values?.[key];
  return value === undefined ? '' : String(value);
}

/** The file, by name where it is known. */
function file(problem: Problem): Phrase {
  const name = problem.place ?? say(problem, 'file');
  return name === '' ? phrase('The file', '该文件') : phrase(`The file "${name}"`, `文件“${name}”`);
}

/** "At place: ", or nothing. */
function at(problem: Problem): Phrase {
  return problem.place === undefined ? phrase('', '') : phrase(`At ${problem.place}: `, `${problem.place}：`);
}

function cause(problem: Problem): Phrase {
  const text = say(problem, 'cause');
  return text === '' ? phrase('', '') : phrase(` (${text})`, `（${text}）`);
}

/** The coverage of a series as a clause: a factor, or none recorded. */
function coverage(problem: Problem, key: string): Phrase {
  const factor = say(problem, key);
  return factor === '' ? phrase('no recorded coverage', '未录入覆盖系数') : phrase(`a coverage of ${factor}`, `的覆盖系数为 ${factor}`);
}

const inFile: Sentence = (problem) => {
  const fault = fileFaultText(problem);
  return phrase(
    `The workbook file is not valid at ${problem.place ?? 'its beginning'}: ${fault.en} Correct this place in a text editor, or open an earlier version of the file.`,
    `工作簿文件在 ${problem.place ?? '开头'} 处无效：${fault.zh}请用文本编辑器更正此处，或打开较早的版本。`,
  );
};

const sentences: Readonly<Record<ProblemCode, Sentence>> = {
  ...scenarioProblems,
  'unknown-page': (problem) => phrase(`The report has no page "${say(problem, 'id')}".`, `报告中没有页面“${say(problem, 'id')}”。`),
  'file-not-json': (problem) => {
    const line = say(problem, 'line');
    if (problem.values?.['conflict'] !== undefined) {
      return phrase(
        `Line ${line} of the file holds the marks of an unfinished merge. Resolve the conflict, then open it again.`,
        `文件第 ${line} 行含有未完成合并的冲突标记。请先解决冲突，再重新打开。`,
      );
    }
    const column = say(problem, 'column');
    return phrase(
      `The file is damaged or incomplete: it cannot be read from line ${line}, column ${column}. Open an earlier version or a backup.`,
      `文件已损坏或不完整：从第 ${line} 行第 ${column} 列起无法读取。请打开较早的版本或备份。`,
    );
  },
  'file-empty': () => phrase('The file is empty. Open an earlier version or a backup.', '该文件为空。请打开较早的版本或备份。'),
  'file-too-large': (problem) =>
    phrase(
      `The file is larger than ${say(problem, 'limitMegabytes') || '32'} MB and was not read. Check that it is a Lodestone workbook.`,
      `文件超过 ${say(problem, 'limitMegabytes') || '32'} MB，未予读取。请确认它是 Lodestone 工作簿。`,
    ),
  'file-not-a-workbook': () =>
    phrase('This file is not a Lodestone workbook. Choose a file that Lodestone saved (*.lodestone).', '该文件不是 Lodestone 工作簿。请选择由 Lodestone 保存的文件（*.lodestone）。'),
  'file-too-new': (problem) =>
    phrase(
      `The file was saved by a newer Lodestone (file version ${say(problem, 'version')}; this program reads up to ${say(problem, 'supported')}). Update Lodestone to open it.`,
      `该文件由更新版本的 Lodestone 保存（文件版本 ${say(problem, 'version')}，本程序最高支持 ${say(problem, 'supported')}）。请更新 Lodestone 后再打开。`,
    ),
  'file-invalid': inFile,
  'file-inconsistent': inFile,
  'file-not-found': (problem) => {
    const name = file(problem);
    return phrase(`${name.en} was not found. Check its name and folder.`, `未找到${name.zh}。请检查文件名和所在文件夹。`);
  },
  'file-not-readable': (problem) => {
    const name = file(problem);
    const why = cause(problem);
    return phrase(`${name.en} cannot be read${why.en}. Check that it is a file and that you may read it.`, `无法读取${name.zh}${why.zh}。请确认它是文件且您有读取权限。`);
  },
  'file-not-writable': (problem) => {
    const name = file(problem);
    const why = cause(problem);
    return phrase(`${name.en} cannot be written${why.en}. Choose another folder or check your permissions.`, `无法写入${name.zh}${why.zh}。请另选文件夹或检查权限。`);
  },
  'file-changed-on-disk': (problem) => {
    const name = file(problem);
    return phrase(
      `${name.en} was changed by another program since it was opened. Save under another name, or overwrite it.`,
      `${name.zh}在打开之后已被其他程序修改。请另存为其他名称，或覆盖该文件。`,
    );
  },
  'file-save-failed': (problem) => {
    const name = file(problem);
    const why = cause(problem);
    const step = saveSteps[say(problem, 'step')];
    const reason = saveReason(say(problem, 'step'), say(problem, 'cause'));
    return phrase(
      `${name.en} was not saved${step === undefined ? '' : `: it failed at ${step.en}`}${why.en}. ${reason === null ? '' : `${reason.en} `}Your work is still open; save it in another place.`,
      `${name.zh}未能保存${step === undefined ? '' : `：在“${step.zh}”时失败`}${why.zh}。${reason?.zh ?? ''}您的内容仍处于打开状态，请保存到其他位置。`,
    );
  },
  'file-not-utf8': (problem) => {
    const name = file(problem);
    return phrase(`${name.en} is not UTF-8 text. Save it as UTF-8 and open it again.`, `${name.zh}不是 UTF-8 文本。请以 UTF-8 编码保存后重新打开。`);
  },

  'unknown-path': (problem) => {
    const path = say(problem, 'path') || (problem.place ?? '');
    return phrase(`There is no series "${path}" in this workbook.`, `此工作簿中没有序列“${path}”。`);
  },
  'unknown-scenario': (problem) => {
    const name = say(problem, 'name') || say(problem, 'id');
    const known = say(problem, 'known');
    return phrase(
      `There is no scenario "${name}" in this workbook.${known === '' ? '' : ` It has: ${known}.`}`,
      `此工作簿中没有情景“${name}”。${known === '' ? '' : `现有情景：${known}。`}`,
    );
  },
  'unknown-event': (problem) => phrase(`There is no event "${say(problem, 'id')}" in this workbook.`, `此工作簿中没有事件“${say(problem, 'id')}”。`),
  'period-not-allowed': (problem) => {
    const place = at(problem);
    return phrase(
      `${place.en}the period ${say(problem, 'period')} does not fit this series or lies outside the horizon.`,
      `${place.zh}期间 ${say(problem, 'period')} 与该序列不符，或超出时间范围。`,
    );
  },
  'value-not-finite': () => phrase('This number is too large to calculate with. Type a smaller one.', '该数值过大，无法计算。请输入较小的数值。'),
  'value-negative': (problem) => {
    const minimum = say(problem, 'minimum');
    return minimum === '' || minimum === '0'
      ? phrase('This value cannot be negative. Type zero or more.', '该数值不能为负。请输入零或正数。')
      : phrase(`This value cannot be below ${minimum}. Type a larger one.`, `该数值不能低于 ${minimum}。请输入较大的数值。`);
  },
  'value-above-one': (problem) => {
    const maximum = say(problem, 'maximum') || '1';
    return phrase(
      `This value cannot exceed ${maximum}${maximum === '1' ? ' (100%)' : ''}. Type a smaller one.`,
      `该数值不能超过 ${maximum}${maximum === '1' ? '（100%）' : ''}。请输入较小的数值。`,
    );
  },
  'cell-actual-locked': () =>
    phrase(
      'This cell holds a published figure, which a scenario does not replace. Change it in the base scenario.',
      '此单元格为已公布数据，情景不会替换它。请在基准情景中修改。',
    ),
  'cell-not-yet-known': (problem) =>
    phrase(
      `A figure published on ${say(problem, 'known')} stands here, hidden because the view is that of ${say(problem, 'asOf')}. It is kept: type your number in a scenario, or move the as-of date.`,
      `此处已有 ${say(problem, 'known')} 公布的数据，因截至日期为 ${say(problem, 'asOf')} 而未显示。该数据予以保留：请在情景中输入，或调整截至日期。`,
    ),
  'nothing-to-clear': () => phrase('There is nothing to clear here.', '此处没有可清除的内容。'),
  'nothing-to-source': () =>
    phrase('None of these cells holds a number of its own here, so there is nothing that a source could stand for. Type a number first.', '所选单元格在此均无自有数值，无从标注来源。请先输入数值。'),
  'nothing-to-comment': () =>
    phrase('This cell holds no number of its own here that a comment could stay with. Type a number first, or comment where the number is stated.', '此单元格在此没有自有数值可供批注。请先输入数值，或在该数值所属的情景中批注。'),
  'terms-not-mass': () =>
    phrase('Only rows of tonnes that come from a source have a basis, a scope and a coverage; this row is counted in the terms of the balance.', '只有来自外部来源的吨数行才有口径、统计范围和覆盖系数；该行按平衡表自身口径计。'),
  'terms-no-number': () => phrase('This row holds no number of the workbook yet. Type one first, then say what it is a tonne of.', '该行在工作簿中尚无数值。请先输入数值，再说明其口径。'),
  'basis-by-switch': () =>
    phrase(
      'Whether sector figures are blanks or finished magnets is one switch for all of them, under Basis on the Balance tab.',
      '部门数据是毛坯还是成品由一个开关统一决定，见“平衡表”页的“口径”。',
    ),
  'coverage-not-positive': () => phrase('A coverage is above zero: 0.8 for a survey of 80% of the whole, 1.34 for one that counts 34% more.', '覆盖系数须大于零：样本占总体 80% 时填 0.8，比总体多 34% 时填 1.34。'),
  'lock-zero-volume': () =>
    phrase('Demand cannot be typed while the volume is zero: no intensity would give it. Type the volume first.', '产量为零时不能输入需求量，因为没有任何单耗能得出该值。请先输入产量。'),
  'spread-all-pinned': () =>
    phrase('Every month is published or pinned, so that the total cannot change. Free at least one month.', '所有月份均为已公布或已固定，合计无法变动。请至少放开一个月份。'),
  'spread-below-pinned': (problem) =>
    phrase(
      `The published and pinned months alone come to ${say(problem, 'pinned')}, more than the total of ${say(problem, 'total')}. Type a larger total, or free a month.`,
      `仅已公布和已固定的月份合计即为 ${say(problem, 'pinned')}，超过合计 ${say(problem, 'total')}。请输入更大的合计，或放开某个月份。`,
    ),
  'title-empty': () => phrase('A workbook needs a title. Type at least one character.', '工作簿需要标题。请至少输入一个字符。'),
  'unknown-sector': (problem) => phrase(`There is no sector "${say(problem, 'id')}" in this workbook.`, `此工作簿中没有部门“${say(problem, 'id')}”。`),
  'unknown-technology': (problem) => phrase(`There is no technology "${say(problem, 'id')}" in this sector.`, `该部门中没有技术路线“${say(problem, 'id')}”。`),
  'unknown-expansion': (problem) => phrase(`There is no expansion "${say(problem, 'id')}" in this workbook.`, `此工作簿中没有扩产项目“${say(problem, 'id')}”。`),
  'unknown-vintage': (problem) => phrase(`There is no vintage "${say(problem, 'id')}" in this workbook.`, `此工作簿中没有历史版本“${say(problem, 'id')}”。`),
  'unknown-source': (problem) => phrase(`There is no source "${say(problem, 'id')}" in this workbook.`, `此工作簿中没有来源“${say(problem, 'id')}”。`),
  'source-in-use': (problem) =>
    phrase(
      `${say(problem, 'uses')} numbers, events or claims name this source. Name another one for them first.`,
      `有 ${say(problem, 'uses')} 处数值、事件或论据引用该来源。请先为其改选其他来源。`,
    ),
  'year-not-possible': (problem) => phrase(`Choose a year from ${say(problem, 'first')} to ${say(problem, 'last')}.`, `请选择 ${say(problem, 'first')} 至 ${say(problem, 'last')} 之间的年份。`),
  'stock-assumed-elsewhere': () =>
    phrase('A scenario, a package or a vintage has its own figure of the stock, in the present measure. Take it back first.', '某情景、组合包或历史版本对库存有自身假设，且按当前计量方式录入。请先将其还原。'),
  'stock-demand-missing': () =>
    phrase('Days of demand cannot be told in tonnes while the demand of the first twelve months is missing. Complete it first.', '前十二个月需求缺失，无法在需求天数与吨之间换算。请先补全需求。'),
  'state-of-difference': () =>
    phrase('What a scenario says is an assumption: it is no published figure and became known on no day. Say so of the number in the base scenario.', '情景中的数值属于假设，不是已公布数据，也没有公布日期。请在基准情景中标注。'),
  'known-after-as-of': (problem) =>
    phrase(
      `A figure published on ${say(problem, 'known')} would be hidden at once: the view is that of ${say(problem, 'asOf')}. Move the as-of date first.`,
      `${say(problem, 'known')} 公布的数据会立即被隐藏，因为截至日期为 ${say(problem, 'asOf')}。请先调整截至日期。`,
    ),
  'name-empty': () => phrase('A name is needed. Type it in English or in Chinese.', '需要名称。请输入英文或中文名称。'),
  'name-too-long': (problem) =>
    phrase(`The name is longer than ${say(problem, 'limit')} characters. Shorten it.`, `名称超过 ${say(problem, 'limit')} 个字符。请缩短。`),
  'logo-not-picture': (problem) =>
    phrase(
      `The logo is no picture that can be printed. Choose a PNG, JPEG or SVG file of up to ${say(problem, 'limit')} kB.`,
      `所选标志不是可打印的图片。请选择不超过 ${say(problem, 'limit')} kB 的 PNG、JPEG 或 SVG 文件。`,
    ),
  'margin-outside': (problem) =>
    phrase(`This margin lies between ${say(problem, 'least')} and ${say(problem, 'most')} mm. Type a number in between.`, `该页边距须在 ${say(problem, 'least')} 至 ${say(problem, 'most')} 毫米之间。请重新输入。`),
  'last-sector': () =>
    phrase('This is the only sector, and a balance needs one. Add another before you remove it.', '这是唯一的部门，平衡表至少需要一个部门。请先新增其他部门再删除。'),
  'residual-exists': () =>
    phrase('This workbook already has a row for other use. A second one would count the same tonnes twice.', '此工作簿已有“其他用途”行。再加一行会重复计算同一吨数。'),
  'sector-without-volume': () =>
    phrase('Other use has no volume and no technologies. Choose a sector with volume and intensity.', '“其他用途”没有产量，也没有技术路线。请选择有产量和单耗的部门。'),
  'event-scope-empty': () =>
    phrase('A restriction or an easing concerns controlled goods, other goods, or both. Choose at least one.', '限制或放宽须适用于受控品、非受控品或两者。请至少选择一项。'),
  'suspension-reversed': (problem) =>
    phrase(
      `The suspension ends (${say(problem, 'to')}) no later than it starts (${say(problem, 'from')}). Choose a later end.`,
      `暂停期的结束（${say(problem, 'to')}）不晚于开始（${say(problem, 'from')}）。请选择更晚的结束日期。`,
    ),
  'date-invalid': (problem) => {
    const date = say(problem, 'date');
    return date === '' ? phrase('A date is needed, for example 2025-05-29.', '需要日期，例如 2025-05-29。') : phrase(`"${date}" is not a date of the calendar. Write it like 2025-05-29.`, `“${date}”不是有效日期。格式如 2025-05-29。`);
  },
  'month-invalid': (problem) => {
    const month = say(problem, 'month');
    return month === '' ? phrase('A month is needed, for example 2025-05.', '需要月份，例如 2025-05。') : phrase(`"${month}" is not a month. Write it like 2025-05.`, `“${month}”不是有效月份。格式如 2025-05。`);
  },
  'month-outside-horizon': (problem) =>
    phrase(
      `${say(problem, 'month')} lies outside the horizon, ${say(problem, 'start')} to ${say(problem, 'end')}. Choose a month within it.`,
      `${say(problem, 'month')} 不在时间范围 ${say(problem, 'start')} 至 ${say(problem, 'end')} 之内。请选择范围内的月份。`,
    ),
  'horizon-reversed': (problem) =>
    phrase(
      `The horizon would end (${say(problem, 'end')}) before it starts (${say(problem, 'start')}). Choose a later end or an earlier start.`,
      `时间范围的结束（${say(problem, 'end')}）早于开始（${say(problem, 'start')}）。请将结束改晚或将开始改早。`,
    ),
  'horizon-too-short': (problem) =>
    phrase(`The horizon would have ${say(problem, 'months')} months and needs at least ${say(problem, 'limit')}.`, `时间范围仅 ${say(problem, 'months')} 个月，至少需要 ${say(problem, 'limit')} 个月。`),
  'horizon-too-long': (problem) =>
    phrase(`The horizon would have ${say(problem, 'months')} months and may have at most ${say(problem, 'limit')}.`, `时间范围达 ${say(problem, 'months')} 个月，最多 ${say(problem, 'limit')} 个月。`),
  'read-only': () =>
    phrase('This workbook is open for editing in another window. Edit it there, or close that window.', '此工作簿正在另一窗口中编辑。请在该窗口中修改，或先将其关闭。'),

  'scenario-cycle': (problem) =>
    phrase(
      `The scenario "${say(problem, 'id') || (problem.place ?? '')}" is its own ancestor. Give one of its parents another parent.`,
      `情景“${say(problem, 'id') || (problem.place ?? '')}”成了自身的上级。请为其某一上级另选父情景。`,
    ),
  'scenario-parent-missing': (problem) =>
    phrase(
      `The parent "${say(problem, 'id')}" of the scenario "${problem.place ?? ''}" does not exist. Choose another parent.`,
      `情景“${problem.place ?? ''}”的父情景“${say(problem, 'id')}”不存在。请另选父情景。`,
    ),
  'unit-mismatch': (problem) => {
    const place = at(problem);
    const id = say(problem, 'unit');
    const unit = Object.entries(unitNames).find(([name]) => name === id)?.[1] ?? phrase(id, id);
    return phrase(`${place.en}the unit ${unit.en} does not measure this series.`, `${place.zh}单位“${unit.zh}”不适用于该序列。`);
  },
  'basis-mismatch': (problem) => {
    const first = massBasisName(say(problem, 'firstBasis'));
    const second = massBasisName(say(problem, 'secondBasis'));
    return phrase(
      `"${say(problem, 'first')}" is in tonnes of ${first.en} and "${say(problem, 'second')}" in tonnes of ${second.en}. Record the yields between the two before they are added.`,
      `“${say(problem, 'first')}”以${first.zh}吨计，“${say(problem, 'second')}”以${second.zh}吨计。相加之前，请先录入两者之间的收率。`,
    );
  },
  'scope-mismatch': (problem) => {
    const first = scopeName(say(problem, 'firstScope'));
    const second = scopeName(say(problem, 'secondScope'));
    return phrase(
      `"${say(problem, 'first')}" covers ${first.en} and "${say(problem, 'second')}" ${second.en}. Record a conversion between the two before they are added.`,
      `“${say(problem, 'first')}”的统计范围为${first.zh}，“${say(problem, 'second')}”为${second.zh}。相加之前，请先录入两者之间的换算。`,
    );
  },
  'coverage-mismatch': (problem) => {
    const first = coverage(problem, 'firstCoverage');
    const second = coverage(problem, 'secondCoverage');
    return phrase(
      `"${say(problem, 'first')}" has ${first.en} and "${say(problem, 'second')}" has ${second.en}. Record the coverage of both before they are added.`,
      `“${say(problem, 'first')}”${first.zh}，“${say(problem, 'second')}”${second.zh}。相加之前，请先录入两者的覆盖系数。`,
    );
  },
  'calendar-year-missing': (problem) =>
    phrase(
      `The horizon reaches from ${say(problem, 'first')} to ${say(problem, 'last')}, but Chinese New Year dates are known for 2020 to 2040 only. Shorten the horizon.`,
      `时间范围为 ${say(problem, 'first')} 至 ${say(problem, 'last')} 年，但仅有 2020 至 2040 年的春节日期。请缩短时间范围。`,
    ),

  'number-unreadable': (problem) =>
    phrase(`"${say(problem, 'text')}" is not a number. Type digits, for example 17.89 or 1,250.`, `“${say(problem, 'text')}”不是数字。请输入数字，例如 17.89 或 1,250。`),
  'number-empty': () => phrase('No number was typed. Press Delete to clear the cell.', '未输入数字。如需清除单元格，请按 Delete 键。'),
  'choice-unreadable': (problem) =>
    phrase(
      `"${say(problem, 'text')}" is not one of: ${say(problem, 'english')}. Type the first letters of one, or its number.`,
      `“${say(problem, 'text')}”不在可选项中：${say(problem, 'chinese')}。请输入选项的前几个字或其编号。`,
    ),
  'cell-computed': () =>
    phrase('This cell is computed and cannot be typed over. Change one of the inputs it is made of.', '此单元格由计算得出，不能直接输入。请修改其输入项。'),

  'storage-unavailable': (problem) => {
    const why = cause(problem);
    return phrase(
      `The library on this computer cannot be used${why.en}. Save your work to a file.`,
      `无法使用本机的资料库${why.zh}。请将内容保存到文件。`,
    );
  },
  'storage-full': () =>
    phrase('There is no room left for the library on this computer. Save your work to a file and free some disk space.', '本机资料库空间不足。请将内容保存到文件，并释放磁盘空间。'),
  'storage-not-written': () =>
    phrase(
      'The disk did not take what the library on this computer wrote; it may be full. Save your work to a file on another disk, or free some space.',
      '磁盘未能写入本机资料库，可能空间不足。请将内容保存到其他磁盘上的文件，或释放磁盘空间。',
    ),
  'library-too-new': () =>
    phrase(
      'The library on this computer was made by a newer Lodestone and is left untouched. Update Lodestone; until then open and save files, nothing is kept in the library.',
      '本机资料库由更新版本的 Lodestone 建立，现保持原样。请更新 Lodestone；在此之前请直接打开和保存文件，内容不会存入资料库。',
    ),
  'bridge-stopped': () => phrase('The bridge was cancelled. It is worked out when the report is printed.', '缺口分解已取消，打印报告时会重新计算。'),
  'report-stopped': () => phrase('The report was cancelled; nothing was written.', '已取消生成报告，未写入任何内容。'),
  'print-failed': (problem) => {
    const why = cause(problem);
    return phrase(`The report could not be printed${why.en}. Try again, or choose another folder.`, `报告未能打印${why.zh}。请重试，或另选文件夹。`);
  },
  'host-refused': (problem) => {
    const why = cause(problem);
    return phrase(`The program refused this request${why.en}. Close and open the window, then try again.`, `程序拒绝了该请求${why.zh}。请重新打开窗口后再试。`);
  },
};

/** The sentence of a problem in both languages. */
export function problemText(problem: Problem): Phrase {
  return sentences[problem.code](problem);
}
