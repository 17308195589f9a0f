// Reads the arguments of the command line.

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Language, languageOf, type Phrase } from '../base/phrase.ts';
import type { ExportFormat } from '../export/index.ts';
import { allSeverities, type Severity } from '../rules/severity.ts';
import {
  configOrNot,
  emptyPath,
  fixOfInput,
  inWords,
  noPaths,
  nothingAsked,
  oneFile,
  oneOf,
  oneRule,
  unknownCommand,
  wideIsCsv,
} from './argument-errors.ts';
import type { FixesAsked } from './task.ts';

export const exportFormats = ['docx', 'xlsx', 'html'] as const satisfies readonly ExportFormat[];
export const checkFormats = ['text', 'json', 'sarif', 'github', 'html'] as const;
export const dataFormats = ['json', 'csv'] as const;
export type CheckFormat = (typeof checkFormats)[number];
/** `wide`: csv with a line for each report. */
export type DataFormat = (typeof dataFormats)[number] | 'wide';

interface OverFiles {
  readonly paths: readonly string[];
  /** How many threads; undefined for as many as there are cores. */
  readonly jobs: number | undefined;
  /** Office files are left out. */
  readonly textOnly: boolean;
}

interface IntoFile {
  /** The file to write, `-` for standard output; undefined for one beside the source. */
  readonly output: string | undefined;
  /** A file that is there is written over. */
  readonly force: boolean;
}

/** What the command line asks for. */
export type Asked =
  | ({
      readonly command: 'check';
      readonly format: CheckFormat;
      readonly fix: FixesAsked | null;
      /** A file named, `null` for none at all, undefined for those beside the reports. */
      readonly config: string | null | undefined;
      /** From this level on a finding makes the exit code 1. */
      readonly severity: Severity;
    } & OverFiles)
  | ({ readonly command: 'data'; readonly format: DataFormat } & OverFiles)
  | { readonly command: 'text'; readonly path: string }
  | ({ readonly command: 'export'; readonly path: string; readonly to: ExportFormat } & IntoFile)
  | { readonly command: 'rules'; readonly id: string | undefined }
  | { readonly command: 'help'; readonly of: string | undefined }
  | { readonly command: 'version' };

export interface Arguments {
  readonly language: Language;
  /** Or what is wrong with the arguments. */
  readonly asked: Asked | { readonly wrong: Phrase };
}

const general = { help: { type: 'boolean', short: 'h' }, lang: { type: 'string' } } as const;
const files = {
  format: { type: 'string', short: 'f' },
  jobs: { type: 'string', short: 'j' },
  'text-only': { type: 'boolean' },
} as const;
const into = { output: { type: 'string', short: 'o' }, force: { type: 'boolean' } } as const;
const options = {
  check: {
    ...general,
    ...files,
    fix: { type: 'boolean' },
    'fix-figures': { type: 'boolean' },
    config: { type: 'string', short: 'c' },
    'no-config': { type: 'boolean' },
    severity: { type: 'string' },
  },
  data: { ...general, ...files, wide: { type: 'boolean' } },
  text: general,
  export: { ...general, ...into, to: { type: 'string', short: 't' } },
  rules: general,
  help: general,
} as const;

const commands = ['check', 'data', 'text', 'export', 'rules', 'help'] as const;

/** Never throws: what cannot be used is part of the answer. */
export function readArguments(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Arguments {
  const language = displayLanguage(argv, env);
  const at = argv.findIndex((word, i) => !word.startsWith('-') && argv[i - 1] !== '--lang');
  const first = argv[at];
  const rest = [...argv.slice(0, Math.max(0, at)), ...argv.slice(at + 1)];
  if (first === undefined) {
    if (argv.includes('--version') || argv.includes('-v')) return { language, asked: { command: 'version' } };
    const wrong = readCommand('help', argv);
    if ('wrong' in wrong) return { language, asked: wrong };
    const helped = argv.includes('--help') || argv.includes('-h');
    return { language, asked: helped ? { command: 'help', of: undefined } : { wrong: nothingAsked } };
  }
  const command = commands.find((each) => each === first);
  if (command === undefined) return { language, asked: { wrong: unknownCommand(first, commands) } };
  return { language, asked: readCommand(command, rest) };
}

/** `--lang`, else the locale of the environment; C and POSIX speak English, none at all Chinese. */
function displayLanguage(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const named = argv.flatMap((word, i) =>
    word === '--lang' ? [argv[i + 1] ?? ''] : word.startsWith('--lang=') ? [word.slice(7)] : [],
  );
  const locale = named.at(-1) || env.LC_ALL || env.LC_MESSAGES || env.LANG || undefined;
  return languageOf(locale?.replaceAll('_', '-'));
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

function readCommand(command: (typeof commands)[number], argv: readonly string[]): Asked | { wrong: Phrase } {
  let values: Values;
  let paths: readonly string[];
  try {
    const wanted: ParseArgsConfig['options'] = options[command];
    const parsed = parseArgs({ args: [...argv], options: wanted, allowPositionals: true, strict: true });
    values = parsed.values as Values; // no option is `multiple`
    paths = parsed.positionals;
  } catch (error) {
    return { wrong: inWords(error, argv, Object.keys(options[command])) };
  }
  if (values.lang !== undefined && !/^(?:zh|en)\b/i.test(String(values.lang)))
    return { wrong: oneOf('--lang', String(values.lang), ['zh', 'en']) };
  if (command === 'help') return helpOf(paths[0]);
  if (values.help === true) return { command: 'help', of: command };
  if (command === 'rules') return paths.length > 1 ? { wrong: oneRule } : { command, id: paths[0] };
  if (paths.includes('')) return { wrong: emptyPath };
  if (command === 'text')
    return paths.length === 1 ? { command, path: paths[0] as string } : { wrong: oneFile };
  if (command === 'export') return readExport(values, paths);
  if (paths.length === 0) return { wrong: noPaths };
  const jobs = values.jobs === undefined ? undefined : Number(values.jobs);
  if (jobs !== undefined && !(Number.isInteger(jobs) && jobs >= 1 && jobs <= 256))
    return { wrong: oneOf('--jobs', String(values.jobs), ['1', '2', '…', '256']) };
  const over = { paths, jobs, textOnly: values['text-only'] === true };
  return command === 'check' ? readCheck(values, over) : readData(values, over);
}

function helpOf(word: string | undefined): Asked | { wrong: Phrase } {
  const isKnown = word === undefined || commands.some((each) => each === word);
  return isKnown ? { command: 'help', of: word } : { wrong: unknownCommand(word, commands) };
}

function readCheck(values: Values, over: OverFiles): Asked | { wrong: Phrase } {
  const format = checkFormats.find((each) => each === (values.format ?? 'text'));
  if (format === undefined) return { wrong: oneOf('--format', String(values.format), checkFormats) };
  const severity = allSeverities.find((each) => each === (values.severity ?? 'error'));
  if (severity === undefined) return { wrong: oneOf('--severity', String(values.severity), allSeverities) };
  if (values.config !== undefined && values['no-config'] === true) return { wrong: configOrNot };
  const fix = { notation: values.fix === true, figures: values['fix-figures'] === true };
  const fixes = fix.notation || fix.figures;
  if (fixes && over.paths.includes('-')) return { wrong: fixOfInput };
  const config = values['no-config'] === true ? null : (values.config as string | undefined);
  return { command: 'check', format, fix: fixes ? fix : null, config, severity, ...over };
}

function readData(values: Values, over: OverFiles): Asked | { wrong: Phrase } {
  const wide = values.wide === true;
  const format = dataFormats.find((each) => each === (values.format ?? (wide ? 'csv' : 'json')));
  if (format === undefined) return { wrong: oneOf('--format', String(values.format), dataFormats) };
  if (wide) return format === 'csv' ? { command: 'data', format: 'wide', ...over } : { wrong: wideIsCsv };
  return { command: 'data', format, ...over };
}

function readExport(values: Values, paths: readonly string[]): Asked | { wrong: Phrase } {
  const [path] = paths;
  if (path === undefined || paths.length > 1) return { wrong: oneFile };
  const output = values.output as string | undefined;
  const ending = /\.(\w+)$/.exec(output ?? '')?.[1];
  const to = exportFormats.find((each) => each === (values.to ?? ending));
  if (to === undefined) return { wrong: oneOf('--to', String(values.to ?? ''), exportFormats) };
  return { command: 'export', path, to, output, force: values.force === true };
}
