/** What the command line says. Everything but help and the findings of `check` goes to standard error. */
import { phrase, type Phrase } from './phrase.ts';

export const helpText: Phrase = phrase(
  `lodestone: monthly supply-demand balances from a workbook, without a window

  lodestone balance FILE [--scenario NAME] [--format json|csv] [--strict]
      The balance of one scenario on standard output: tonnes of sintered blank equivalent
      (exports too), days for cover, null (JSON) or an empty cell (CSV) where a value is missing.
  lodestone check FILE [--scenario NAME]
      Every finding as a sentence with its place; of all scenarios, or of one.
  lodestone report FILE... --out FILE.pdf|FILE.html|FOLDER [--scenario NAME]... [--pages 1-3,5]
                   [--lang en|zh|both] [--paper A4|Letter|A3] [--strict]
      The report as PDF: a name that ends in .pdf is one file, any other a folder with a file
      for each workbook and scenario. A name that ends in .html is the report as one page to
      send: nothing beside it, no network, its scenarios (all where none is named) to switch
      between. Needs Chromium, Chrome or Edge on this machine.
  lodestone diff A B [--scenario NAME] [--strict]
      The inputs in which two workbooks differ, and the lines of the balance that differ with them;
      of all scenarios that both have, or of one.
  lodestone merge BASE OURS THEIRS [--out FILE]
      Merges two people's changes cell by cell and writes the result over OURS, as git asks of a
      merge driver. Where both changed one cell, ours stands and both figures are kept as claims.
  lodestone schema
      The JSON Schema of a workbook file on standard output.
  lodestone --help

Options
  --scenario NAME   id, English or Chinese name; without it the base scenario
  --format FORMAT   json (default) or csv
  --pages LIST      pages of the report in its own order: 1-3,5; all without it
  --out FILE        where the report or the merged workbook is written; an existing file is replaced
  --lang LANGUAGE   language of the report: en, zh or both; without it the workbook's, else en
  --paper PAPER     A4 (default), Letter or A3
  --strict          exit status 1 when there are findings, or when the workbooks differ

FILE is relative to the folder you stand in. Warnings and errors are findings; notes are not.

Exit status
  0  the command gave its output (the number of findings is on standard error)
  1  check has findings, or any command with --strict has; diff --strict found a difference; merge found conflicts
  2  the command could not give its output; one sentence on standard error says why
`,
  `lodestone：无需窗口，由工作簿计算月度供需平衡

  lodestone balance FILE [--scenario NAME] [--format json|csv] [--strict]
      将一个情景的平衡结果输出到标准输出：单位为烧结毛坯当量吨（出口亦同），
      库存覆盖以天计；缺失值在 JSON 中为 null，在 CSV 中为空。
  lodestone check FILE [--scenario NAME]
      逐句列出各项检查结果及其位置；默认检查全部情景，也可指定一个。
  lodestone report FILE... --out FILE.pdf|FILE.html|FOLDER [--scenario NAME]... [--pages 1-3,5]
                   [--lang en|zh|both] [--paper A4|Letter|A3] [--strict]
      将报告输出为 PDF：以 .pdf 结尾的名称为单个文件，其他名称为文件夹，每个工作簿的每个情景
      一个文件。以 .html 结尾的名称为可发送的单一网页：自成一体、不联网，可在情景之间切换
      （未指定时含全部情景）。需要本机装有 Chromium、Chrome 或 Edge。
  lodestone diff A B [--scenario NAME] [--strict]
      列出两个工作簿有差异的输入，以及随之不同的平衡表各行；
      默认涵盖双方共有的全部情景，也可指定一个。
  lodestone merge BASE OURS THEIRS [--out FILE]
      逐单元格合并两人的修改，并按 git 合并驱动的约定写回 OURS。
      双方都改过的单元格以本方为准，两个数值均保留为引用数据。
  lodestone schema
      将工作簿文件的 JSON Schema 输出到标准输出。
  lodestone --help

选项
  --scenario NAME   情景标识、英文名或中文名；省略时为基准情景
  --format FORMAT   json（默认）或 csv
  --pages LIST      报告页，按报告自身顺序，如 1-3,5；省略时为全部
  --out FILE        报告或合并结果的写入位置；已有文件将被替换
  --lang LANGUAGE   报告语言：en、zh 或 both；省略时依工作簿设置，否则为 en
  --paper PAPER     A4（默认）、Letter 或 A3
  --strict          有检查结果或工作簿有差异时退出状态为 1

FILE 相对于当前所在文件夹。警告和错误计为检查结果，提示不计。

退出状态
  0  命令已给出输出（检查结果的数量写入标准错误）
  1  check 有检查结果，或使用 --strict 的命令有检查结果；diff --strict 发现差异；merge 有冲突
  2  命令无法给出输出；标准错误以一句话说明原因
`,
);

const help = phrase('Run "lodestone --help" for what exists.', '运行“lodestone --help”查看可用命令。');

function withHelp(en: string, zh: string): Phrase {
  return phrase(`${en} ${help.en}`, `${zh}${help.zh}`);
}

export const severityNames = {
  error: phrase('error', '错误'),
  warning: phrase('warning', '警告'),
  info: phrase('note', '提示'),
} as const satisfies Record<string, Phrase>;

export const cliMessages = {
  commandMissing: withHelp('No command was given.', '未给出命令。'),
  commandUnknown: (name: string) => withHelp(`There is no command "${name}".`, `没有命令“${name}”。`),
  fileMissing: (command: string) => withHelp(`"${command}" needs the name of a workbook file.`, `“${command}”需要工作簿文件名。`),
  filesMissing: (command: string, count: number) => withHelp(`"${command}" needs the names of ${count} workbook files.`, `“${command}”需要 ${count} 个工作簿文件名。`),
  tooManyFiles: (command: string, count: number, extra: string) =>
    count === 0
      ? withHelp(`"${command}" takes no file; "${extra}" is too much.`, `“${command}”不需要文件；“${extra}”是多余的。`)
      : withHelp(`"${command}" takes ${count === 1 ? 'one workbook file' : `${count} workbook files`}; "${extra}" is one too many.`, `“${command}”只需要 ${count} 个工作簿文件；“${extra}”是多余的。`),
  optionUnknown: (option: string) => withHelp(`There is no option "${option}" here.`, `此处没有选项“${option}”。`),
  optionValueMissing: (option: string) => withHelp(`The option "${option}" needs a value.`, `选项“${option}”需要一个值。`),
  optionValueExtra: (option: string) => withHelp(`The option "${option}" takes no value.`, `选项“${option}”不带值。`),
  optionNotOneOf: (option: string, value: string, allowed: string) =>
    withHelp(`The option "${option}" cannot be "${value}"; it can be ${allowed}.`, `选项“${option}”不能为“${value}”；可用值：${allowed}。`),
  outMissing: withHelp('"report" needs --out with the name of the file or folder to write.', '“report”需要用 --out 指定要写入的文件或文件夹名。'),
  pagesUnreadable: (text: string) => withHelp(`The pages "${text}" cannot be read; write 1-3,5.`, `无法识别页码“${text}”；请写作 1-3,5。`),
  pagesNone: (text: string, count: number) => phrase(`The report has ${count} ${count === 1 ? 'page' : 'pages'}, and none of them is in "${text}".`, `报告共 ${count} 页，“${text}”不在其中。`),
  oneFileManyScenarios: (name: string) =>
    phrase(`"${name}" is one file, and several scenarios were named. Give --out the name of a folder.`, `“${name}”为单个文件，而指定了多个情景。请将 --out 设为文件夹。`),
  oneFileManyWorkbooks: (name: string) =>
    phrase(`"${name}" is one file, and several workbooks were named. Give --out the name of a folder.`, `“${name}”为单个文件，而指定了多个工作簿。请将 --out 设为文件夹。`),
  printing: (done: number, all: number, name: string) => phrase(`${done}/${all} ${name}`, `${done}/${all} ${name}`),
  outIsWorkbook: phrase(
    'The report would be written over the workbook itself. Give --out another name.',
    '报告将覆盖工作簿本身。请为 --out 另取名称。',
  ),
  scenarioAmbiguous: (name: string, ids: string) =>
    phrase(`Several scenarios are called "${name}"; name one by its id: ${ids}.`, `有多个情景名为“${name}”；请用标识指定：${ids}。`),
  findingsCounted: (findings: number, notes: number) =>
    phrase(
      `${String(findings)} ${findings === 1 ? 'finding' : 'findings'}, ${String(notes)} ${notes === 1 ? 'note' : 'notes'}`,
      `${String(findings)} 项检查结果，${String(notes)} 项提示`,
    ),
  missing: phrase('n.a.', '暂缺'),
  outputsDiffer: phrase('Lines of the balance that differ:', '有差异的平衡表各行：'),
  monthsDiffer: (count: number) => phrase(`${String(count)} ${count === 1 ? 'month differs' : 'months differ'}`, `${String(count)} 个月有差异`),
  differenceTotal: (total: string) => phrase(`, ${total} in all`, `，合计 ${total}`),
  differsMost: (month: string, difference: string) => phrase(`, most in ${month}: ${difference}`, `，差异最大为 ${month}：${difference}`),
  wholeWorkbook: phrase('whole workbook', '整个工作簿'),
  chromiumMissing: (looked: string) =>
    phrase(
      `No Chromium, Chrome or Edge was found to print with. Install one (on Debian: apt install chromium; anywhere: npx playwright install chromium), or set LODESTONE_CHROMIUM to its program file.${looked === '' ? '' : ` LODESTONE_CHROMIUM is "${looked}", which is not a file.`}`,
      `未找到用于打印的 Chromium、Chrome 或 Edge。请安装其一（Debian：apt install chromium；其他系统：npx playwright install chromium），或将 LODESTONE_CHROMIUM 设为其程序文件。${looked === '' ? '' : `LODESTONE_CHROMIUM 当前为“${looked}”，该文件不存在。`}`,
    ),
  browserDriverMissing: phrase(
    'The browser driver is not installed, so no report can be printed. Run "npm ci" in the program folder.',
    '未安装浏览器驱动，无法打印报告。请在程序文件夹中运行“npm ci”。',
  ),
  reportPagesMissing: phrase(
    'The report pages are not built, so no report can be printed. Run "npm run build" in the program folder.',
    '报告页面尚未构建，无法打印报告。请在程序文件夹中运行“npm run build”。',
  ),
  reportWritten: (name: string, pages: number) =>
    phrase(`${name}: ${String(pages)} ${pages === 1 ? 'page' : 'pages'}`, `${name}：${String(pages)} 页`),
  unexpected: (detail: string) =>
    phrase(`Something went wrong that should not have: ${detail}. Please report it with the command you ran.`, `发生了意外错误：${detail}。请将所用命令一并反馈。`),
} as const;
