// What `ogi-report help` prints.

import type { Phrase } from '../base/phrase.ts';
import { helpPages } from './help-pages.ts';

const overview: Phrase = {
  zh: `ogi-report：核对政府信息公开工作年度报告

用法：
  ogi-report check [选项] 路径…    检查报告，列出问题
  ogi-report data [选项] 路径…     输出读到的数据
  ogi-report text 文件             输出从文件（Word、Excel、PDF、网页、文本）读到的文字
  ogi-report summary 路径… -o 汇总.xlsx 把许多报告汇总在一个表里
  ogi-report export 文件 --to 格式 把报告写成 Word、Excel 文件或者网页
  ogi-report ledger 台账 --report 报告 依台账重算表三，列出不同的格
  ogi-report rules [规则]          列出规则，或者显示一条规则的说明
  ogi-report help [命令]           显示一个命令的用法

通用选项：
  --lang zh|en     界面语言（默认依 LC_ALL、LC_MESSAGES、LANG）
  -h, --help       显示用法
  -v, --version    显示版本

退出码：0 没有问题；1 有错误级别的问题；2 参数不能用，或者有文件不能读写；130 被中断。
`,
  en: `ogi-report: check annual reports on open government information

Usage:
  ogi-report check [options] PATHS...   check reports and list what is wrong
  ogi-report data [options] PATHS...    print the figures read
  ogi-report text FILE                  print the text of a file: Word, Excel, PDF, web page, text
  ogi-report summary PATHS... -o OUT.xlsx   gather many reports in the sheets of one file
  ogi-report export FILE --to FORMAT    write a report as a file of Word or Excel, or a web page
  ogi-report ledger LEDGER --report FILE    count table 3 again from a ledger of requests
  ogi-report rules [RULE]               list the rules, or show the manual page of one
  ogi-report help [COMMAND]             how to use a command

For all commands:
  --lang zh|en     language (by default that of LC_ALL, LC_MESSAGES, LANG)
  -h, --help       show this
  -v, --version    show the version

Exit code: 0 clean; 1 findings of error level; 2 unusable arguments, or files that cannot be read or written; 130 interrupted.
`,
};

/** How to use a command; for any other word all commands in short. */
export const help = (command: string | undefined): Phrase => helpPages[command ?? ''] ?? overview;
