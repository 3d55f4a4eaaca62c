/** The words behind `lodestone` -> a request, or the sentence that says what is wrong with them. */
import { parseArgs } from 'node:util';
import { cliMessages } from '../../shared/messages/cli.ts';
import { languages, type Language } from '../../shared/messages/phrase.ts';
import type { Paper } from '../../shared/report/reportJob.ts';
import { answer, refuse, type Answer } from './effects.ts';

const papers: readonly Paper[] = ['A4', 'Letter'];
const formats = ['json', 'csv'] as const;

type Common = { readonly file: string; readonly scenario: string | null };

export type CliRequest =
  | { readonly command: 'help' }
  | (Common & { readonly command: 'balance'; readonly format: (typeof formats)[number]; readonly strict: boolean })
  | (Common & { readonly command: 'check' })
  | (Common & {
      readonly command: 'report';
      readonly out: string;
      readonly language: Language;
      readonly paper: Paper;
      readonly strict: boolean;
    })
  | { readonly command: 'diff'; readonly before: string; readonly after: string; readonly scenario: string | null; readonly strict: boolean }
  | { readonly command: 'merge'; readonly base: string; readonly ours: string; readonly theirs: string; readonly out: string }
  | { readonly command: 'schema' };

type Command = Exclude<CliRequest['command'], 'help'>;

/** The options that a command takes, and how many files. */
const shapes: Readonly<Record<Command, { readonly options: readonly string[]; readonly files: number }>> = {
  balance: { options: ['scenario', 'format', 'strict'], files: 1 },
  check: { options: ['scenario', 'strict'], files: 1 },
  report: { options: ['scenario', 'out', 'lang', 'paper', 'strict'], files: 1 },
  diff: { options: ['scenario', 'strict'], files: 2 },
  merge: { options: ['out'], files: 3 },
  schema: { options: [], files: 0 },
};

const switches: ReadonlySet<string> = new Set(['strict', 'help']);

const allOptions = {
  scenario: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  lang: { type: 'string' },
  paper: { type: 'string' },
  strict: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Words = { readonly positionals: readonly string[]; readonly options: ReadonlyMap<string, string> };

export function parseArguments(args: readonly string[]): Answer<CliRequest> {
  const words = readWords(args);
  if (!words.ok) return words;
  const { positionals, options } = words.value;
  if (options.has('help')) return answer({ command: 'help' });
  const [name, ...files] = positionals;
  if (name === undefined) return refuse(cliMessages.commandMissing);
  if (!isCommand(name)) return refuse(cliMessages.commandUnknown(name));
  const strange = [...options.keys()].find((option) => !shapes[name].options.includes(option));
  if (strange !== undefined) return refuse(cliMessages.optionUnknown(`--${strange}`));
  const wanted = shapes[name].files;
  if (files.length < wanted) return refuse(wanted === 1 ? cliMessages.fileMissing(name) : cliMessages.filesMissing(name, wanted));
  const extra = files[wanted];
  if (extra !== undefined) return refuse(cliMessages.tooManyFiles(name, wanted, extra));
  return buildRequest(name, files, options);
}

// Not strict: the parser's own complaints are in English only and speak of its API.
function readWords(args: readonly string[]): Answer<Words> {
  const { tokens } = parseArgs({ args: [...args], options: allOptions, strict: false, allowPositionals: true, tokens: true });
  const positionals: string[] = [];
  const options = new Map<string, string>();
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
  }
  return answer({ positionals, options });
}

function buildRequest(command: Command, files: readonly string[], options: Words['options']): Answer<CliRequest> {
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
      const language = oneOf('--lang', options.get('lang') ?? 'en', languages);
      if (!language.ok) return language;
      const paper = oneOf('--paper', options.get('paper') ?? 'A4', papers);
      return paper.ok ? answer({ command, ...common, out, language: language.value, paper: paper.value, strict }) : paper;
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
