// What is said of arguments that cannot be used.

import { closestName } from '../base/closest-name.ts';
import type { Phrase } from '../base/phrase.ts';

/** What is wrong, for an error of `parseArgs`. */
export function inWords(error: unknown, argv: readonly string[], known: readonly string[]): Phrase {
  const { code, message } = error as { code?: string; message?: string };
  const named = /'(-[^' ]*)/.exec(message ?? '')?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = closestName(named.replace(/^-+/, ''), known);
    return {
      zh: `没有 ${named} 这个选项${near ? `，是不是 --${near}？` : ''}`,
      en: `There is no option ${named}${near ? `; did you mean --${near}?` : ''}`,
    };
  }
  const option = /(--[\w-]+)/.exec(message ?? '')?.[1] ?? argv.find((word) => word.startsWith('-')) ?? '';
  return {
    zh: `选项 ${option} 的值缺失、多余或者有歧义`,
    en: `The value of option ${option} is missing, not wanted or ambiguous`,
  };
}

export const oneOf = (option: string, value: string, choices: readonly string[]): Phrase => ({
  zh: `${option} 不能是“${value}”，应为 ${choices.join('、')} 之一`,
  en: `${option} cannot be “${value}”; it is one of ${choices.join(', ')}`,
});

export const unknownCommand = (word: string, commands: readonly string[]): Phrase => {
  const near = closestName(word, commands);
  return {
    zh: `没有“${word}”这个命令${near ? `，是不是“${near}”？` : `，只有 ${commands.join('、')}`}`,
    en: `There is no command “${word}”${near ? `; did you mean “${near}”?` : `; there are ${commands.join(', ')}`}`,
  };
};

export const nothingAsked: Phrase = {
  zh: '要做什么？用法见 ogi-report --help',
  en: 'What is to be done? See ogi-report --help',
};
export const noPaths: Phrase = {
  zh: '请写明文件、文件夹或者通配符；标准输入写作 -',
  en: 'Name files, folders or patterns; - is standard input',
};
/** `"$file"` where a shell knows no such variable must not mean the folder that one happens to be in. */
export const emptyPath: Phrase = {
  zh: '有一个路径是空的；当前文件夹写作 .',
  en: 'A path is empty; . is the current folder',
};
export const oneFile: Phrase = {
  zh: '请写明一个文件；标准输入写作 -',
  en: 'Name one file; - is standard input',
};
export const oneRule: Phrase = { zh: '一次只能查看一条规则', en: 'One rule at a time' };
export const configOrNot: Phrase = {
  zh: '--config 和 --no-config 不能同时使用',
  en: '--config and --no-config exclude each other',
};
export const fixOfInput: Phrase = {
  zh: '--fix 和 --fix-figures 改写文件，不能用于标准输入',
  en: '--fix and --fix-figures write files and cannot be used with standard input',
};
export const wideIsCsv: Phrase = {
  zh: '--wide 只用于 csv 格式',
  en: '--wide is for the format csv',
};
export const summaryFile: Phrase = {
  zh: '请用 -o 写明输出文件，后缀为 .xlsx、.html 或 .csv',
  en: 'Name the file to write with -o; it ends in .xlsx, .html or .csv',
};
export const noReportNamed: Phrase = {
  zh: '请用 --report 写明要核对的报告',
  en: 'Name the report to hold the ledger against with --report',
};

export const returnsNeedSheets: Phrase = {
  zh: '--returns 需要 .xlsx 或 .html：csv 只有一张表',
  en: '--returns needs .xlsx or .html: csv has one sheet',
};
