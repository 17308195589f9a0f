// `check --format html`.

import { escapeHtml } from '../../base/html.ts';
import type { Language, Phrase } from '../../base/phrase.ts';
import { printable } from '../../base/printable.ts';
import { ruleTitle } from '../../config/rule-title.ts';
import { placeAt, placePhrase } from '../../office/places.ts';
import type { Finding } from '../../rules/rule.ts';
import { severityName } from '../../rules/severity.ts';
import { shift } from '../../text/span.ts';
import { cellInWords, excerpt, unwrittenWords } from '../excerpt.ts';
import { type Format, noReport, type OutputOptions, type View, type ViewedReport } from '../view.ts';
import { fixedWords, summaryLine } from './summary-line.ts';

/** One page without script, picture or network. The summary is written last and shown first. */
export const checkHtml: Format = {
  open: ({ language }) => `<!DOCTYPE html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title[language]}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${title[language]}</h1></header>
<main>
`,
  between: '',
  file: (view, look) =>
    view.reports.length > 0
      ? view.reports.map((viewed) => section(view, viewed, look)).join('') +
        failureOf(view) +
        fixesOf(view, look)
      : `<section class="other"><h2>${escaped(view.path)}</h2>${
          failureOf(view) || `<p>${noReport[look.language]}</p>`
        }</section>\n`,
  close: (done, look) =>
    `<p class="summary">${escaped(summaryLine(done, look).trimEnd())}</p>\n</main>\n</body>\n</html>\n`,
};

const title: Phrase = {
  zh: '政府信息公开工作年度报告核对结果',
  en: 'Annual reports on open government information: findings',
};

const style = `
:root{color-scheme:light dark;--faint:color-mix(in srgb,currentColor 60%,transparent);--line:color-mix(in srgb,currentColor 18%,transparent)}
body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
main{display:flex;flex-direction:column}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:0;overflow-wrap:anywhere}
.summary{order:-1;font-weight:600}
section{border-top:1px solid var(--line);padding:1rem 0}
.about,.cell,.fixes,.rule{color:var(--faint);margin:.1rem 0}
ol{list-style:none;padding:0;margin:.5rem 0 0}
li{border-left:.3rem solid var(--level);padding:.2rem 0 .2rem .8rem;margin:.8rem 0}
li p{margin:.1rem 0}
.level{color:var(--level);font-weight:600}
.error{--level:#c4314b}.warning{--level:#b7791f}.info{--level:#2b7ab8}.hint{--level:#8455a8}
pre{margin:.3rem 0;overflow-x:auto;font-family:ui-monospace,Consolas,"Noto Sans Mono CJK SC",monospace}
mark{background:color-mix(in srgb,var(--level) 30%,transparent);color:inherit;outline:1px solid var(--level)}
.failed{color:#c4314b}
.other h2{font-weight:400}
@media print{section{break-inside:avoid-page}}
`;

function section(view: View, viewed: ViewedReport, look: OutputOptions): string {
  const { report, findings } = viewed;
  const about =
    report === null
      ? []
      : [report.organ, report.year, report.edition && `${report.edition} ${edition[look.language]}`];
  const items = findings.map((finding) => item(view, viewed, finding, look));
  return `<section>
<h2>${escaped(view.path)}</h2>
<p class="about">${about
    .filter((each) => each !== null)
    .map((each) => escaped(String(each)))
    .join(' · ')}</p>
${items.length > 0 ? `<ol>\n${items.join('')}</ol>` : `<p>${clean[look.language]}</p>`}
</section>
`;
}

function item(
  view: View,
  { report, at }: ViewedReport,
  finding: Finding,
  { language }: OutputOptions,
): string {
  const span = shift(finding.span, at);
  const cell = report && finding.field ? cellInWords(report, finding.field, language) : null;
  const { text, from, to } = excerpt(view.text, span);
  const marked = `${escaped(text.slice(0, from))}<mark>${escaped(text.slice(from, to))}</mark>${escaped(text.slice(to))}`;
  const fixes = finding.fixes().map((fix) => escaped(fix.title[language]));
  return `<li class="${finding.severity}">
<p><span class="level">${severityName[finding.severity][language]}</span> ${escaped(finding.message[language])} <span class="rule">${escaped(ruleTitle(finding.rule)[language])}</span></p>
<p class="cell">${escaped(wherein(view, span.from, language))}${cell === null ? '' : ` · ${escaped(cell)}`}</p>
<pre>${marked}</pre>${fixes.length === 0 ? '' : `\n<p class="fixes">${proposals[language]}${fixes.join(language === 'zh' ? '；' : '; ')}</p>`}
</li>
`;
}

function wherein({ text, office }: View, offset: number, language: Language): string {
  const place = office && placeAt(office.places, offset);
  const { line, character } = text.positionAt(offset);
  return place ? placePhrase(place)[language] : `${line + 1}:${character + 1}`;
}

const edition: Phrase = { zh: '年版格式', en: 'edition' };
const clean: Phrase = { zh: '没有发现问题。', en: 'Nothing found.' };
const proposals: Phrase = { zh: '可以：', en: 'Possible: ' };

const failureOf = ({ why }: View): string => (why === null ? '' : `<p class="failed">${escaped(why)}</p>`);

const fixesOf = ({ written }: View, { language }: OutputOptions): string =>
  (written?.unwritten ?? [])
    .map((each) => `<p class="failed">${escaped(unwrittenWords(each, language))}</p>\n`)
    .join('') +
  (written !== null && written.fixed > 0 ? `<p class="fixes">${fixedWords(written)[language]}</p>\n` : '');

const escaped = (text: string): string => escapeHtml(printable(text));
