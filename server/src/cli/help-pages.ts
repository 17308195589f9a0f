// The help of each command.

import type { Phrase } from '../base/phrase.ts';

const paths: Phrase = {
  zh: `路径可以是文件、文件夹（含下级文件夹中的 *.txt *.md *.html *.ogi *.docx *.xlsx *.pdf *.doc *.wps，不含名称以“.”开头的、
node_modules 和符号链接）、通配符（'2024/**/*.docx'），或者表示标准输入的 -。文件种类依内容判定；不是年度报告的略过，
不能读取的（如 .xls、.ofd、扫描件）列出原因。文本的编码可以是 UTF-8、UTF-16 或 GB18030。
`,
  en: `PATHS are files, folders (their *.txt *.md *.html *.ogi *.docx *.xlsx *.pdf *.doc *.wps at any depth, without dot names,
node_modules and symbolic links), patterns ('2024/**/*.docx'), or - for standard input. What a file is, its content tells.
Files that are no report are skipped; those that cannot be read (.xls, .ofd, scans ...) are named with the reason. Texts may
be in UTF-8, UTF-16 or GB18030.
`,
};

/** By command. */
export const helpPages: Readonly<Record<string, Phrase>> = {
  check: {
    zh: `用法：ogi-report check [选项] 路径…

检查报告，列出问题。同时给出的报告还会互相核对：同一机关与上年的报告，以及配置文件写明的汇总报告与各单位报告。

${paths.zh}
选项：
  -f, --format 格式      text（默认）、json、sarif、github（GitHub 批注）或 html
      --fix              改正不影响内容的写法问题（全角数字、标题写法等），写回原文件；不改任何数据
      --fix-figures      按首选的改法改正数字：改后问题减少、没有新问题的才改；.docx 中写成修订，由人接受或拒绝
                         两项都只写文本、网页和 .docx；.docx 中不能写的（公式域、内容控件、已有修订、限制编辑等）说明原因
      --severity 级别    有此级别以上的问题时退出码为 1：error（默认）、warning、info、hint
  -c, --config 文件      使用这个配置文件，不用离报告最近的 .ogi-report.json（所在文件夹或其上各级）
      --no-config        不使用配置文件
  -j, --jobs N           同时使用 N 个线程（默认为处理器核数；文件少时只用一个）
      --text-only        只看文本文件，不看 Word、Excel、PDF 文件和网页
`,
    en: `Usage: ogi-report check [options] PATHS...

Check reports and list what is wrong with them. Reports given together are also compared: an organ's with its own of the year before,
and a superior's with its units' where the configuration names them.

${paths.en}
Options:
  -f, --format FORMAT    text (default), json, sarif, github (annotations) or html
      --fix              mend what is notation only (full-width digits, wording of headings ...) in the files; no figure changes
      --fix-figures      write the preferred corrections of figures after which fewer findings are left and none is new; in a
                         .docx they are tracked changes, to be accepted or rejected
                         Both write texts, web pages and .docx only; what a .docx does not take (fields, content controls,
                         tracked changes, protection ...) is told with the reason
      --severity LEVEL   the exit code is 1 from this level on: error (default), warning, info, hint
  -c, --config FILE      use this configuration instead of the nearest .ogi-report.json, beside a report or in a folder above
      --no-config        use no configuration
  -j, --jobs N           use N threads (default: one a core; few files take one)
      --text-only        texts only, no Word, Excel and PDF files and no web pages
`,
  },
  data: {
    zh: `用法：ogi-report data [选项] 路径…

输出读到的每一格数据，以及缺少的和读不出的格。

${paths.zh}
选项：
  -f, --format 格式      json（默认）或 csv（每格一行，可用 Excel 打开）
      --wide             csv 改为每份报告一行，表头为中文栏目名
  -j, --jobs N           同时使用 N 个线程（默认为处理器核数；文件少时只用一个）
      --text-only        只看文本文件，不看 Word、Excel、PDF 文件和网页
`,
    en: `Usage: ogi-report data [options] PATHS...

Print every figure read, and which cells are missing or cannot be read.

${paths.en}
Options:
  -f, --format FORMAT    json (default) or csv (a line a cell, opens in Excel)
      --wide             csv with a line a report, under Chinese heads
  -j, --jobs N           use N threads (default: one a core; few files take one)
      --text-only        texts only, no Word, Excel and PDF files and no web pages
`,
  },
  text: {
    zh: `用法：ogi-report text 文件

输出从一个文件读到的文字，check 报出的行列就是它的行列。文件可以是 .docx、.xlsx、.pdf、.html、.doc、.wps 或文本，- 为标准输入。
`,
    en: `Usage: ogi-report text FILE

Print the text read from a file, in which check counts lines and columns. FILE is a .docx, .xlsx, .pdf, .html, .doc, .wps or
a text; - is standard input.
`,
  },
  summary: {
    zh: `用法：ogi-report summary [选项] 路径… -o 汇总.xlsx|.html|.csv

把许多报告汇总在一个文件里：每份报告一行（文件、机关、年度、各栏数据、错误和警告数，错误多的在前），另有一张问题表，一张名单核对表：
.ogi-report.json 的 units 里写明的单位缺了哪些、重复了哪些。csv 只有第一张表。

${paths.zh}
选项：
  -o, --output 文件      输出文件，后缀为 .xlsx、.html 或 .csv
      --returns          最前面加一张核对表，每份要改的报告另加一张退回单
      --force            输出文件已经存在时覆盖
  -c, --config 文件      使用这个配置文件，不用报告旁边的 .ogi-report.json
      --no-config        不使用配置文件
  -j, --jobs N           同时使用 N 个线程
      --text-only        只看文本文件，不看 Word、Excel、PDF 文件和网页
`,
    en: `Usage: ogi-report summary [options] PATHS... -o OUT.xlsx|.html|.csv

Gather reports in one file: a row a report (file, organ, year, the figures, errors and warnings; the worst come first), a sheet of
findings, and a sheet of the units in .ogi-report.json that have no report, or two. csv has the first sheet only.

${paths.en}
Options:
  -o, --output OUT       the file to write; it ends in .xlsx, .html or .csv
      --returns          an overview in front, and a sheet to send back for each report with errors
      --force            write over a file that is there
  -c, --config FILE      use this configuration instead of the .ogi-report.json beside the reports
      --no-config        use no configuration
  -j, --jobs N           use N threads
      --text-only        texts only, no Word, Excel and PDF files and no web pages
`,
  },
  export: {
    zh: `用法：ogi-report export 文件 --to docx|xlsx|html [-o 输出文件]

把一份报告（.docx、.xlsx、.pdf、.html、.doc、.wps 或文本）写成官方格式的文件：Word 为 A4 公文版式，三张表带合并表头；Excel 每一部分
一张工作表；网页可以贴进网站编辑器。数据照原文写入，不作改动。

选项：
  -t, --to 格式          docx、xlsx 或 html；不写时依输出文件的后缀
  -o, --output 文件      输出文件（默认为报告旁边的同名文件；- 为标准输出）
      --force            输出文件已经存在时覆盖
`,
    en: `Usage: ogi-report export FILE --to docx|xlsx|html [-o OUT]

Write a report (.docx, .xlsx, .pdf, .html, .doc, .wps or a text) in the official form: for Word on A4 as official papers are,
with the tables' merged heads; for Excel a sheet a section; as a web page that a site's editor takes. Figures are written as they are.

Options:
  -t, --to FORMAT        docx, xlsx or html; by default what the ending of OUT says
  -o, --output OUT       the file to write (by default of the same name beside the report; - is standard output)
      --force            write over a file that is there
`,
  },
  ledger: {
    zh: `用法：ogi-report ledger 台账.xlsx|.csv --report 报告 [-f text|json]

依申请公开台账按“申请人类型”“是否上年结转”“办理结果”“办结日期”“收到日期”等列重算表三，列出与报告不同的格和每格对应的台账行；看不懂的行
单独列出，不计入。列名、说法不同时在 .ogi-report.json 的 ledger.columns、ledger.values 里写明。csv 可以是 UTF-8 或 GB18030。

选项：
  -r, --report 文件      要核对的报告
  -f, --format 格式      text（默认）或 json
  -c, --config 文件      使用这个配置文件；--no-config 不使用

退出码：0 一致；1 有不同的格或看不懂的行；2 文件不能用。
`,
    en: `Usage: ogi-report ledger LEDGER.xlsx|.csv --report FILE [-f text|json]

Count table 3 again from a ledger of requests by its columns 申请人类型, 是否上年结转, 办理结果, 办结日期 and 收到日期, and list the cells that
differ with the rows behind each; rows that are not understood are listed and do not count. Other heads and words are told in
ledger.columns and ledger.values of .ogi-report.json. csv may be UTF-8 or GB18030.

Options:
  -r, --report FILE      the report
  -f, --format FORMAT    text (default) or json
  -c, --config FILE      use this configuration; --no-config for none

Exit code: 0 equal; 1 cells differ, or rows are not understood; 2 a file cannot be used.
`,
  },
  rules: {
    zh: `用法：ogi-report rules [规则]

列出所有规则及其默认级别；写明规则名时显示它的说明。
`,
    en: `Usage: ogi-report rules [RULE]

List all rules with their default levels; with the name of one, show its manual page.
`,
  },
};
