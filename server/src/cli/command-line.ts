// The command `ogi-report`: what each subcommand does, and the exit codes. Read next: run.ts.

import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { version } from '../../../package.json';
import type { Language, Phrase } from '../base/phrase.ts';
import { printable } from '../base/printable.ts';
import { ioErrorOf, notAFile } from '../io/io-error.ts';
import { exists, readIfThere } from '../io/read-file.ts';
import { readArguments } from './arguments.ts';
import type { Asked } from './asked.ts';
import { exportFile } from './export-file.ts';
import { holdLedger } from './held-ledger.ts';
import { help } from './help.ts';
import { INTERRUPTED, leave, onInterrupt } from './interrupts.ts';
import { ledgerJson, ledgerText } from './ledger-output.ts';
import { manual } from './manual.ts';
import { progressOn } from './progress.ts';
import { readOne } from './read-one.ts';
import { examineAll, reaches } from './run.ts';
import { summarise } from './summarise.ts';
import type { Task } from './task.ts';
import type { FormatName } from './view.ts';

/** Exit codes. */
const CLEAN = 0;
const FOUND = 1;
const UNUSABLE = 2;

/** Runs `ogi-report` with the words behind it; gives the exit code. `script` is what worker threads run. */
export async function main(argv: readonly string[], script: string): Promise<number> {
  const { language, asked } = readArguments(argv, process.env);
  if ('wrong' in asked) return refuse(asked.wrong, language);
  switch (asked.command) {
    case 'version':
      await write(`${version}\n`);
      return CLEAN;
    case 'help':
      await write(help(asked.of)[language]);
      return CLEAN;
    case 'text': {
      const read = await readOne(asked.path, process.cwd());
      if ('why' in read) return refuse(at(asked.path, read.why), language);
      for (const { message } of read.office?.notes ?? []) complain(message[language]);
      await write(read.text);
      return CLEAN;
    }
    case 'export':
      return exporting(asked, language);
    case 'ledger':
      return ledger(asked, language);
    case 'rules': {
      const page = manual(asked.id, language);
      if (typeof page !== 'string') return refuse(page.wrong, language);
      await write(page);
      return CLEAN;
    }
    default:
      return overFiles(asked, language, script);
  }
}

async function exporting(
  asked: Extract<Asked, { readonly command: 'export' }>,
  language: Language,
): Promise<number> {
  const done = await exportFile(asked, process.cwd());
  if ('why' in done) return refuse(at(done.path, done.why), language);
  for (const { [language]: message } of done.lost) complain(message);
  await write(done.path === null ? done.bytes : `${done.path}\n`);
  return CLEAN;
}

async function ledger(
  asked: Extract<Asked, { readonly command: 'ledger' }>,
  language: Language,
): Promise<number> {
  const cwd = process.cwd();
  const wrong = typeof asked.config === 'string' ? configTrouble(resolve(cwd, asked.config)) : null;
  if (wrong !== null) return refuse(at(String(asked.config), wrong), language);
  const held = await holdLedger(asked, cwd);
  if ('why' in held) return refuse(at(held.path, held.why), language);
  await write(asked.format === 'json' ? ledgerJson(held) : ledgerText(held, language));
  return held.differences.length > 0 || held.counted.unread.length > 0 ? FOUND : CLEAN;
}

const at = (path: string, { zh, en }: Phrase): Phrase => ({ zh: `${path}：${zh}`, en: `${path}: ${en}` });

async function overFiles(
  asked: Extract<Asked, { readonly paths: readonly string[] }>,
  language: Language,
  script: string,
): Promise<number> {
  const cwd = process.cwd();
  const config = asked.command === 'data' ? null : asked.config;
  const wrong = typeof config === 'string' ? configTrouble(resolve(cwd, config)) : null;
  if (wrong !== null) return refuse(at(String(config), wrong), language);
  const look = { language, colour: process.stdout.isTTY === true && !process.env.NO_COLOR };
  const { textOnly } = asked;
  const fix = asked.command === 'check' ? asked.fix : null;
  const format =
    asked.command === 'summary' ? 'check rows' : (`${asked.command} ${asked.format}` as FormatName);
  const task: Task = { format, look, fix, textOnly, config, cwd };
  let rows = '';
  const progress = progressOn(process.stderr, language);
  const interrupt = onInterrupt();
  const summary = await examineAll(
    asked.paths,
    task,
    { number: asked.jobs ?? availableParallelism(), asked: asked.jobs !== undefined },
    {
      script,
      write: (text) => {
        progress.clear();
        if (asked.command !== 'summary') return write(text);
        rows += text;
        return Promise.resolve();
      },
      complain: (text) => {
        progress.clear();
        complain(text);
      },
      progress: progress.step,
      interrupt,
    },
  );
  progress.clear();
  if (summary.interrupted) {
    leave();
    return INTERRUPTED;
  }
  if (asked.command === 'summary') {
    const { said, written } = await summarise(rows, asked, task);
    if (!written) return refuse(said, language);
    await write(`${said[language]}\n`);
  }
  if (summary.failed.length > 0) return UNUSABLE;
  return asked.command === 'check' && reaches(summary, asked.severity) ? FOUND : CLEAN;
}

function configTrouble(path: string): Phrase | null {
  try {
    if (readIfThere(path) !== null) return null;
    return exists(path) ? notAFile : { zh: '配置文件不存在', en: 'there is no such configuration' };
  } catch (error) {
    return ioErrorOf(error);
  }
}

function refuse(wrong: Phrase, language: Language): number {
  complain(wrong[language]);
  return UNUSABLE;
}

function complain(text: string): void {
  process.stderr.write(`ogi-report: ${printable(text)}\n`);
}

/** Writes no faster than is read. A reader that has gone (`| head`) ends the program without a message. */
function write(text: string | Uint8Array): Promise<void> {
  return new Promise((done) => {
    if (process.stdout.write(text)) done();
    else process.stdout.once('drain', done);
  });
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`ogi-report: ${ioErrorOf(error).en}\n`);
  process.exit(UNUSABLE);
});
