// Official phrases, names and document numbers in a wrong wording. The closed list stands in
// `fixed-phrases.ts`.
import { distance } from 'fastest-levenshtein';
import { matchesAtLines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import {
  OTHER_SUB_HEADINGS,
  REGULATION,
  REGULATION_APART,
  SUB_HEADINGS,
  THOUGHT,
  THOUGHT_APART,
  type WrongWording,
  wrongWordings,
} from './fixed-phrases.ts';
import type { Rule } from './rule.ts';
import type { Severity } from './severity.ts';
import { issuesInText, type TextIssue } from './text-issues.ts';

export const fixedPhrase: Rule = {
  id: 'fixed-phrase',
  severity: 'warning',
  title: { zh: '固定表述有误', en: 'A fixed phrase is misworded' },
  manual: {
    what: {
      zh: '政治表述、条例名称、文号、第一部分五个小标题等有固定写法的词句写错：漏字、多字或者错字。只核对一份固定的清单，清单以外的写法不提示。',
      en: 'A political phrase, the name of the Regulation, a document number or one of the five sub-headings is misspelt. Only a closed list is checked.',
    },
    why: {
      zh: '这些词句只有一种写法，写错属于政治性、政策性差错，漏一个字意思可能相反。',
      en: 'These have one wording only; a lost character may turn the meaning round.',
    },
    how: { zh: '改为规范写法。', en: 'Use the official wording.' },
    wrong: '一、总体情况\n（一）主动公开情况。始终坚持公开为常态、公开为例外，及时发布办事指南。',
    right: '一、总体情况\n（一）主动公开情况。始终坚持公开为常态、不公开为例外，及时发布办事指南。',
  },
  check: (report) =>
    report.sections.flatMap((section) => [...phrases(section), ...misspeltSubHeadings(section)]),
};

const phrases = issuesInText(
  /公[开開]为?為?常[态態]|[习習近平]{2}|国办|國辦|国务院|國務院|《[^《》]{13,17}》/,
  (plain) => [
    ...wrongWordings.flatMap((wording) => misworded(plain, wording)),
    ...misspeltThought(plain),
    ...misspeltRegulation(plain),
  ],
);

function misworded(plain: string, wording: WrongWording): readonly TextIssue[] {
  return [...plain.matchAll(wording.pattern)].flatMap((match) => {
    const [whole, wrong = ''] = match;
    if (wording.allowed?.includes(wrong)) return [];
    if (wording.unless?.test(sentenceAround(plain, match.index))) return [];
    const from = match.index + whole.lastIndexOf(wrong);
    const message = { zh: `${wording.zh}。`, en: `${wording.en}.` };
    return [issue({ from, to: from + wrong.length }, wording.right, message, wording.severity)];
  });
}

/** The sentence that holds `at`, at most 120 units to either side. */
function sentenceAround(plain: string, at: number): string {
  const before = plain.slice(Math.max(0, at - 120), at);
  const behind = plain.slice(at, at + 120);
  const end = behind.search(/[。\n]/);
  return (
    before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n')) + 1) +
    (end < 0 ? behind : behind.slice(0, end))
  );
}

/** `习近平新时代中国特色社会主思想`: the phrase but for one to three characters. */
function misspeltThought(plain: string): readonly TextIssue[] {
  return [...plain.matchAll(/(?:习近平|习近|习平|近平)(?=新|时|中|特)[\u4e00-\u9fff]{8,20}/g)].flatMap(
    (match) => {
      const run = match[0];
      let best = { length: 0, apart: THOUGHT_APART + 1 };
      for (let length = THOUGHT.length - THOUGHT_APART; length <= THOUGHT.length + THOUGHT_APART; length++) {
        if (length > run.length) break;
        const apart = distance(run.slice(0, length), THOUGHT);
        if (apart < best.apart) best = { length, apart };
      }
      if (best.apart === 0 || best.apart > THOUGHT_APART) return [];
      const written = run.slice(0, best.length);
      const message = {
        zh: `“${written}”应为“${THOUGHT}”。`,
        en: `“${written}” should read ${THOUGHT}.`,
      };
      return [issue({ from: match.index, to: match.index + best.length }, THOUGHT, message, 'error')];
    },
  );
}

function misspeltRegulation(plain: string): readonly TextIssue[] {
  return [...plain.matchAll(/《([^《》]{13,17})》/g)].flatMap((match) => {
    const name = match[1] ?? '';
    const apart = distance(name, REGULATION);
    if (apart === 0 || apart > REGULATION_APART) return [];
    const message = {
      zh: `条例名称应为《${REGULATION}》。`,
      en: `The Regulation is called 《${REGULATION}》.`,
    };
    return [
      issue({ from: match.index + 1, to: match.index + 1 + name.length }, REGULATION, message, 'warning'),
    ];
  });
}

/** `（三）政府信息管里情况。`: one character off. */
const misspeltSubHeadings = issuesInText(
  /[（(][一二三四五]/,
  (plain, { heading }) =>
    matchesAtLines(plain, SUB_HEADING, heading?.span.to).flatMap((match) => {
      const title = (match[1] ?? '').replace(/(?:情况|工作|方面)$/, '');
      if (SUB_HEADINGS.includes(title) || OTHER_SUB_HEADINGS.includes(title)) return [];
      const right = SUB_HEADINGS.find((each) => each.length === title.length && distance(each, title) === 1);
      if (right === undefined) return [];
      const from = match.index + match[0].indexOf(title);
      const message = { zh: `小标题“${title}”应为“${right}”。`, en: `The sub-heading should read ${right}.` };
      return [issue({ from, to: from + title.length }, right, message, 'warning')];
    }),
  1,
);

const SUB_HEADING =
  /[ \t\u3000]{0,8}[(][一二三四五][)][ ]?([\u4e00-\u9fff]{3,7})(?=情况|工作|方面|[。.:\s])/y;

const issue = (span: Span, right: string, message: TextIssue['message'], severity: Severity): TextIssue => ({
  span,
  message,
  severity,
  replacement: { text: right, title: { zh: `改为“${right}”`, en: `Change to ${right}` } },
});
