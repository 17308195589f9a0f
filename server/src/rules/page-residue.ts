// Lines of the web page that a report was copied from, before its first heading and in its last section.
import { BREAK, behind, SPACE } from '../prose/index.ts';
import type { PlacedSection } from '../report/report.ts';
import { narrow } from '../text/fold.ts';
import { endOfLine } from '../text/lines.ts';
import { type Edit, shift } from '../text/span.ts';
import { notationFix } from './fixes.ts';
import { residueLines } from './residue-lines.ts';
import type { Issue, Rule } from './rule.ts';
import { issuesInText } from './text-issues.ts';

export const pageResidue: Rule = {
  id: 'page-residue',
  severity: 'hint',
  title: { zh: '网页残留内容', en: 'Leftovers of a web page' },
  manual: {
    what: {
      zh: '报告前后夹有网页的导航、打印、分享、扫码、上下篇链接、模板标记等内容，或者报告前面带着印发通知和主送机关。',
      en: 'Navigation, print and share buttons, QR hints, previous/next links or template marks stand before or after the report, or the notice that sent it round, with its addressees, in front of it.',
    },
    why: {
      zh: '这些文字不是报告的内容，多由从网页或通知复制带入。',
      en: 'They were copied along with the page and are no part of the report.',
    },
    how: { zh: '删除即可，可以随保存自动修复。', en: 'Delete them; the fix is safe.' },
    wrong:
      '六、其他需要报告的事项\n本年度未收取信息处理费，无其他需要报告的事项。\n扫一扫在手机打开当前页\n上一篇：没有了\n下一篇：没有了',
    right: '六、其他需要报告的事项\n本年度未收取信息处理费，无其他需要报告的事项。',
  },
  check: (report) => {
    const { sections } = report;
    const hints = sections.flatMap(instructions);
    const first = sections[0];
    const last = sections[sections.length - 1];
    return [
      ...hints,
      ...(first !== undefined && first.section.heading === null
        ? [...letterOf(first), ...issuesOf(first)]
        : []),
      ...(last !== undefined && last !== first ? issuesOf(last) : []),
    ];
  },
};

/** `（请根据实际情况填写）`: what the template tells the drafter. */
const instructions = issuesInText(/[（(][^（()）]{0,30}(?:填写|填報|填报|选填|選填)/, (plain) =>
  [
    ...plain.matchAll(
      /[(][^()。]{0,16}(?:请|此处|根据|按照|结合|如实|据实)[^()。]{0,20}(?:填写|填报|选填)[^()。]{0,6}[)]/g,
    ),
  ].map(({ index, 0: { length } }) => ({
    span: { from: index, to: index + length },
    message: {
      zh: '这是模板的填写说明，不属于报告。',
      en: 'An instruction of the template, no part of the report.',
    },
    replacement: { text: '', title: { zh: '删除填写说明', en: 'Delete the instruction' } },
  })),
);

/** The notice that sent a report round, with its addressees; a letter to a superior (关于报送…的函) is none. */
function letterOf({ section: { text }, at }: PlacedSection): readonly Issue[] {
  const from = text.search(/关于|關於/);
  if (from < 0) return [];
  const end = endOfLine(text, from);
  const below = behind(SPACE | BREAK, text, end, text.length);
  const to = endOfLine(text, below);
  if (!NOTICE.test(narrow(text.slice(from, end)).trim())) return [];
  if (!ADDRESSEES.test(narrow(text.slice(below, to)).trim())) return [];
  return [
    {
      span: shift({ from, to }, at),
      message: {
        zh: '这是印发通知的标题和主送机关，不属于报告。',
        en: 'The title and the addressees of the notice that sent the report round, no part of it.',
      },
    },
  ];
}

const NOTICE = /^关于(?:印发|公布|发布).{0,60}年度报告的通知$/;
const ADDRESSEES = /^各[^。]{1,60}:$/;

interface Line {
  readonly from: number;
  readonly to: number;
  /** Where the next line starts; empty lines go with the line above. */
  readonly next: number;
}

/** One finding for each group of residue lines; blank lines do not part a group. */
function issuesOf({ section, at }: PlacedSection): readonly Issue[] {
  const { text } = section;
  const groups: Line[][] = [];
  let open: Line[] | null = null;
  for (let from = 0, next = 0; from < text.length; from = next) {
    const to = endOfLine(text, from);
    next = behind(BREAK, text, to, text.length);
    const end = Math.min(to, from + LOOKED_AT);
    const start = behind(SPACE, text, from, end);
    if (start === end) continue;
    if (!mayBeResidue(text, start, end) || !isResidue(narrow(text.slice(start, end)).trim())) open = null;
    else if (open === null) {
      open = [{ from, to, next }];
      groups.push(open);
    } else open.push({ from, to, next });
  }
  return groups.map((lines) => ({
    span: shift({ from: (lines[0] as Line).from, to: (lines.at(-1) as Line).to }, at),
    message: {
      zh: lines.length === 1 ? '网页残留内容，不属于报告。' : `${lines.length} 行网页残留内容，不属于报告。`,
      en: `${lines.length === 1 ? 'A line' : `${lines.length} lines`} left over from a web page, no part of the report.`,
    },
    fixes: () => [
      notationFix({ zh: '删除网页残留内容', en: 'Delete the leftovers' }, deletions(text, lines, at), false),
    ],
  }));
}

/** Neighbouring lines as one. */
function deletions(text: string, lines: readonly Line[], at: number): Edit[] {
  const edits: Edit[] = [];
  for (const line of lines) {
    const edit = deletion(text, line, at);
    const before = edits.at(-1);
    if (before !== undefined && edit.from <= before.to) edits[edits.length - 1] = { ...before, to: edit.to };
    else edits.push(edit);
  }
  return edits;
}

/** The line with its end; for a last line without one, the end of the line before. */
function deletion(text: string, { from, to, next }: Line, at: number): Edit {
  if (next > to) return { from: at + from, to: at + next, insert: '' };
  const before = from === 0 ? 0 : text.startsWith('\r\n', from - 2) ? 2 : 1;
  return { from: at + from - before, to: at + to, insert: '' };
}

/** Most other lines are rejected by their first character. */
const mayBeResidue = (text: string, from: number, to: number): boolean =>
  BEGINNINGS.has(narrow(text.charAt(from))) || /[扫掃]/.test(text.slice(from, to));

const isResidue = (line: string): boolean =>
  line.length < 200 &&
  !/政府信息公开(?:工作)?年度?报告$/.test(line) &&
  (SCAN.test(line) ||
    residueLines.some(([begins, pattern]) => begins.includes(line.charAt(0)) && pattern.test(line)));

/** Units of a line that are enough to recognize residue. */
const LOOKED_AT = 240;
const SCAN = /扫一扫(?:在手机|分享|打开)/;
const BEGINNINGS = new Set(residueLines.flatMap(([begins]) => [...begins]));
