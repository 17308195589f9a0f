// `ogi-report summary`: the reports of many files in the sheets of one.

import { resolve } from 'node:path';
import { issueInChinese, rosterIssues } from '../archive/roster.ts';
import { folderOf } from '../base/paths.ts';
import type { Phrase } from '../base/phrase.ts';
import type { ConfigFile } from '../config/store.ts';
import type { RosterGap, SummaryContent, SummaryEntry, UnreadFile } from '../export/summary-sheets.ts';
import { exportWriters } from '../io/export-files.ts';
import { writeFile } from '../io/saving.ts';
import type { Asked } from './asked.ts';
import { Configs } from './configs.ts';
import type { Task } from './task.ts';

export interface Summarised {
  /** What was done in a line; or why nothing was written. */
  readonly said: Phrase;
  readonly written: boolean;
}

/** `rows`: the output of the format `check rows`. */
export async function summarise(
  rows: string,
  { output, to, force, returns }: Extract<Asked, { readonly command: 'summary' }>,
  task: Task,
): Promise<Summarised> {
  const lines = rows.split('\n').filter((line) => line !== '');
  const parsed = lines.map((line): SummaryEntry | UnreadFile => JSON.parse(line));
  const entries = parsed.filter((each) => 'figures' in each);
  const unread = parsed.filter((each) => 'why' in each);
  const content: SummaryContent = {
    entries,
    unread,
    gaps: gapsOf(entries, rosterFor(entries, task)),
    returns,
  };
  const { exportSummary } = await exportWriters();
  const why = writeFile(resolve(task.cwd, output), await exportSummary(content, to), force);
  return why === null
    ? { said: sentence(output, content), written: true }
    : { said: { zh: `${output}：${why.zh}`, en: `${output}: ${why.en}` }, written: false };
}

/** The roster that holds for the first report that one holds for, else for the folder. */
function rosterFor(entries: readonly SummaryEntry[], task: Task): ConfigFile | null {
  const configs = new Configs(task);
  const files = [...entries.map(({ path }) => resolve(task.cwd, path)), resolve(task.cwd, 'x')];
  for (const folder of new Set(files.map((file) => folderOf(file.replaceAll('\\', '/'))))) {
    const input = { file: `${folder}x`, path: 'x', root: folder, listed: true };
    const { file } = configs.of(input).config;
    if (file !== null && file.config.units !== null) return file;
  }
  return null;
}

function gapsOf(entries: readonly SummaryEntry[], roster: ConfigFile | null): readonly RosterGap[] | null {
  if (roster === null || roster.config.units === null) return null;
  const { units, organs } = roster.config;
  return rosterIssues(units, entries, organs).map((issue) => ({
    unit: issue.unit,
    what: issueInChinese(issue),
  }));
}

function sentence(output: string, { entries, unread, gaps }: SummaryContent): Phrase {
  const errors = entries.reduce((sum, each) => sum + each.errors, 0);
  const missing = gaps?.filter(({ what }) => what === '没有报告').map(({ unit }) => unit) ?? [];
  const zh = [
    `${output}：${entries.length} 份报告，${errors} 处错误`,
    ...(unread.length > 0 ? [`${unread.length} 个文件没有读`] : []),
    ...(missing.length > 0 ? [`缺 ${missing.length} 个单位：${missing.join('、')}`] : []),
  ];
  const en = [
    `${output}: ${entries.length} reports, ${errors} errors`,
    ...(unread.length > 0 ? [`${unread.length} files not read`] : []),
    ...(missing.length > 0 ? [`${missing.length} units missing: ${missing.join(', ')}`] : []),
  ];
  return { zh: zh.join('，'), en: en.join(', ') };
}
