/** The words behind `lodestone` -> a request, or the sentence that says what is wrong with them. */
import { parseArgs } from 'node:util';
import { cliMessages } from '../../shared/messages/cli.ts';
import { reportLanguages, type ReportLanguage } from '../../shared/model/reportSettings.ts';
import { papers } from '../../shared/report/paper.ts';
import type { Paper } from '../../shared/report/paper.ts';
import { answer, refuse, type Answer } from './effects.ts';

const formats = ['json', 'csv'] as const;

type Common = { readonly file: string; readonly scenario: string | null };

export type CliRequest =
  | { readonly command: 'help' }
  | (Common & { readonly command: 'balance'; readonly format: (typeof formats)[number]; readonly strict: boolean })
  | (Common & { readonly command: 'check' })
  | {
      readonly command: 'report';
      /** At least one; several make a file each, as scenarios do. */
      readonly files: readonly string[];
      readonly scenarios: readonly string[];
      readonly pages: readonly number[] | null;
      readonly out: string;
      /** Null for the one that the workbook names. */
      readonly language: ReportLanguage | null;
      readonly paper: Paper;
      readonly strict: boolean;
    }
  | { readonly command: 'diff'; readonly before: string; readonly after: string; readonly scenario: string | null; readonly strict: boolean }
  | { readonly command: 'merge'; readonly base: string; readonly ours: string; readonly theirs: string; readonly out: string }
  | { readonly command: 'schema' };

type Command = Exclude<CliRequest['command'], 'help'>;

/** The options that a command takes, and how many files; `more` takes any number above it. */
const shapes: Readonly<Record<Command, { readonly options: readonly string[]; readonly files: number; readonly more?: boolean }>> = {
  balance: { options: ['scenario', 'format', 'strict'], files: 1 },
  check: { options: ['scenario', 'strict'], files: 1 },
  report: { options: ['scenario', 'pages', 'out', 'lang', 'paper', 'strict'], files: 1, more: true },
  diff: { options: ['scenario', 'strict'], files: 2 },
  merge: { options: ['out'], files: 3 },
  schema: { options: [], files: 0 },
};

const switches: ReadonlySet<string> = new Set(['strict', 'help']);

const allOptions = {
  scenario: { type: 'string' },
  pages: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  lang: { type: 'string' },
  paper: { type: 'string' },
  strict: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Words = { readonly positionals: readonly string[]; readonly options: ReadonlyMap<string, string>; readonly scenarios: readonly string[] };

/** A list longer than this is a slip of the fingers. */
const highestPage = 999;

/** "1-3,5" as the numbers in it; null where it is no list of pages. */
export function readPages(text: string): readonly number[] | null {
  const pages: number[] = [];
  for (const part of text.split(',')) {
    const [, first = '', last = first] = /^\s*(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?\s*$/.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === '' || from < 1 || to < from || to > highestPage) return null;
    for (let page = from; page <= to; page += 1) pages.push(page);
  }
  return pages;
}

export function parseArguments(args: readonly string[]): Answer<CliRequest> {
  const words = readWords(args);
  if (!words.ok) return words;
  const { positionals, options, scenarios } = words.value;
  if (options.has('help')) return answer({ command: 'help' });
  const [name, ...files] = positionals;
  if (name === undefined) return refuse(cliMessages.commandMissing);
  if (!isCommand(name)) return refuse(cliMessages.commandUnknown(name));
  const strange = [...options.keys()].find((option) => !shapes[name].options.includes(option));
  if (strange !== undefined) return refuse(cliMessages.optionUnknown(`--${strange}`));
  const wanted = shapes[name].files;
  if (files.length < wanted) return refuse(wanted === 1 ? cliMessages.fileMissing(name) : cliMessages.filesMissing(name, wanted));
  const extra = shapes[name].more === true ? undefined : files[wanted];
  if (extra !== undefined) return refuse(cliMessages.tooManyFiles(name, wanted, extra));
  return buildRequest(name, files, options, scenarios);
}

// Not strict: the parser's own complaints are in English only and speak of its API.
function readWords(args: readonly string[]): Answer<Words> {
  const { tokens } = parseArgs({ args: [...args], options: allOptions, strict: false, allowPositionals: true, tokens: true });
  const positionals: string[] = [];
  const options = new Map<string, string>();
  const scenarios: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(allOptions, token.name)) return refuse(cliMessages.optionUnknown(token.rawName));
    if (switches.has(token.name)) {
      if (token.value !== undefined) return refuse(cliMessages.optionValueExtra(token.rawName));
      options.set(token.name, '');
      continue;
    }
    const missing = token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('-'));
    if (missing) return refuse(cliMessages.optionValueMissing(token.rawName));
    options.set(token.name, token.value);
    if (token.name === 'scenario') scenarios.push(token.value);
  }
  return answer({ positionals, options, scenarios });
}

function buildRequest(command: Command, files: readonly string[], options: Words['options'], scenarios: readonly string[]): Answer<CliRequest> {
  const [file = '', ours = '', theirs = ''] = files;
  const common = { file, scenario: options.get('scenario') ?? null };
  const strict = options.has('strict');
  switch (command) {
    case 'schema':
      return answer({ command });
    case 'diff':
      return answer({ command, before: file, after: ours, scenario: common.scenario, strict });
    case 'merge':
      return answer({ command, base: file, ours, theirs, out: options.get('out') ?? ours });
    case 'check':
      return answer({ command, ...common });
    case 'balance': {
      const format = oneOf('--format', options.get('format') ?? 'json', formats);
      return format.ok ? answer({ command, ...common, format: format.value, strict }) : format;
    }
    case 'report': {
      const out = options.get('out');
      if (out === undefined) return refuse(cliMessages.outMissing);
      const named = options.get('lang');
      const language = named === undefined ? answer(null) : oneOf('--lang', named, reportLanguages);
      if (!language.ok) return language;
      const paper = oneOf('--paper', options.get('paper') ?? 'A4', papers);
      if (!paper.ok) return paper;
      const typed = options.get('pages');
      const pages = typed === undefined ? null : readPages(typed);
      if (typed !== undefined && pages === null) return refuse(cliMessages.pagesUnreadable(typed));
      return answer({ command, files, scenarios, pages, out, language: language.value, paper: paper.value, strict });
    }
  }
}

function isCommand(name: string): name is Command {
  return Object.hasOwn(shapes, name);
}

function oneOf<T extends string>(option: string, text: string, allowed: readonly T[]): Answer<T> {
  const found = allowed.find((value) => value.toLowerCase() === text.toLowerCase());
  return found === undefined ? refuse(cliMessages.optionNotOneOf(option, text, allowed.join(', '))) : answer(found);
}
