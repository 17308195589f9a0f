// Reads the arguments of the command line.

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Language, languageOf, type Phrase } from '../base/phrase.ts';
import { allSeverities } from '../rules/severity.ts';
import {
  configOrNot,
  emptyPath,
  fixOfInput,
  inWords,
  noPaths,
  noReportNamed,
  nothingAsked,
  oneFile,
  oneOf,
  oneRule,
  returnsNeedSheets,
  summaryFile,
  unknownCommand,
  wideIsCsv,
} from './argument-errors.ts';
import {
  type Asked,
  checkFormats,
  dataFormats,
  exportFormats,
  ledgerFormats,
  type OverFiles,
  summaryFormats,
} from './asked.ts';

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
const configured = { config: { type: 'string', short: 'c' }, 'no-config': { type: 'boolean' } } as const;
const into = { output: { type: 'string', short: 'o' }, force: { type: 'boolean' } } as const;
const options = {
  check: {
    ...general,
    ...files,
    fix: { type: 'boolean' },
    'fix-figures': { type: 'boolean' },
    ...configured,
    severity: { type: 'string' },
  },
  data: { ...general, ...files, wide: { type: 'boolean' } },
  text: general,
  summary: {
    ...general,
    ...configured,
    ...into,
    returns: { type: 'boolean' },
    jobs: files.jobs,
    'text-only': files['text-only'],
  },
  export: { ...general, ...into, to: { type: 'string', short: 't' } },
  ledger: { ...general, ...configured, format: files.format, report: { type: 'string', short: 'r' } },
  rules: general,
  help: general,
} as const;

const commands = ['check', 'data', 'text', 'summary', 'export', 'ledger', 'rules', 'help'] as const;

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
  if (command === 'ledger') return readLedger(values, paths);
  if (command === 'export') return readExport(values, paths);
  if (paths.length === 0) return { wrong: noPaths };
  const jobs = values.jobs === undefined ? undefined : Number(values.jobs);
  if (jobs !== undefined && !(Number.isInteger(jobs) && jobs >= 1 && jobs <= 256))
    return { wrong: oneOf('--jobs', String(values.jobs), ['1', '2', '…', '256']) };
  const over = { paths, jobs, textOnly: values['text-only'] === true };
  if (command === 'summary') return readSummary(values, over);
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
  const config = configNamed(values);
  if (typeof config === 'object' && config !== null) return config;
  const fix = { notation: values.fix === true, figures: values['fix-figures'] === true };
  const fixes = fix.notation || fix.figures;
  if (fixes && over.paths.includes('-')) return { wrong: fixOfInput };
  return { command: 'check', format, fix: fixes ? fix : null, config, severity, ...over };
}

function readData(values: Values, over: OverFiles): Asked | { wrong: Phrase } {
  const wide = values.wide === true;
  const format = dataFormats.find((each) => each === (values.format ?? (wide ? 'csv' : 'json')));
  if (format === undefined) return { wrong: oneOf('--format', String(values.format), dataFormats) };
  if (wide) return format === 'csv' ? { command: 'data', format: 'wide', ...over } : { wrong: wideIsCsv };
  return { command: 'data', format, ...over };
}

function readSummary(values: Values, over: OverFiles): Asked | { wrong: Phrase } {
  const config = configNamed(values);
  if (typeof config === 'object' && config !== null) return config;
  const output = String(values.output ?? '');
  const to = summaryFormats.find((each) => output.toLowerCase().endsWith(`.${each}`));
  if (to === undefined) return { wrong: summaryFile };
  const returns = values.returns === true;
  if (returns && to === 'csv') return { wrong: returnsNeedSheets };
  return { command: 'summary', config, to, output, force: values.force === true, returns, ...over };
}

/** The configuration named, null for none, undefined for those beside the reports. */
function configNamed(values: Values): string | null | undefined | { wrong: Phrase } {
  if (values['no-config'] !== true) return values.config as string | undefined;
  return values.config === undefined ? null : { wrong: configOrNot };
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

function readLedger(values: Values, paths: readonly string[]): Asked | { wrong: Phrase } {
  const [path] = paths;
  if (path === undefined || paths.length > 1) return { wrong: oneFile };
  if (values.report === undefined) return { wrong: noReportNamed };
  const format = ledgerFormats.find((each) => each === (values.format ?? 'text'));
  if (format === undefined) return { wrong: oneOf('--format', String(values.format), ledgerFormats) };
  const config = configNamed(values);
  if (typeof config === 'object' && config !== null) return config;
  return { command: 'ledger', path, report: String(values.report), format, config };
}
