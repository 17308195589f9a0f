// The entry of this room: what the figures in sentences count, and which cells of the tables they repeat.
//
// Why does 8件 in `收到申请9件，8件已按时办结` count as 办结?
//   1. candidates.ts finds the places that may tell a figure: 9件, 8件; words such as 未收到 and 均已答复 are places
//      too.
//   2. context.ts cuts out what stands around one of them: 8件 has an empty clause before it and `已按时办结`
//      behind it. state.ts knows from 收到申请 that the sentence speaks of applications.
//      Figures behind all their names (分别为2件、1件) get the words of theirs from series.ts.
//   3. wordings/index.ts asks its tables one after the other. The first row whose conditions hold decides:
//      here the row with `tail: DONE` in finished-applications.ts. How rows are written is told in
//      wording.ts, what they mean in interpreter.ts.
//   4. cells.ts has the cells that `finished` repeats, scope.ts says whose figure it is and of which year,
//      and read-sentence.ts puts it together as a `Mention`.
//
// To add a wording:
//   - Write a sentence with it in test/sentences, the figure marked `⟦8⟧{finished}`, and one that looks alike
//     and is none in traps.txt. Run `npx mocha --import=tsx test/unit/mentions.test.ts`.
//   - Add a row to the table of what it counts, above the rows that are less particular.
//   - When the figure is not found, see that THEME in vocabulary.ts and the first conditions of the table
//     have a word of it, and that no table before claims it.
import { ABSENT, COUNTER, DIGIT, OPENING } from '../char-kinds.ts';
import type { Mention } from '../mentions.ts';
import type { Sentence } from '../sentence.ts';
import type { ProseContext } from './context.ts';
import { readSentence } from './read-sentence.ts';
import { type ReaderState, stateAt } from './state.ts';
import { RECEIVED, THEME } from './vocabulary.ts';

/** The figures of a text's sentences. What a line has told goes along from sentence to sentence. */
export function readMentions(
  text: string,
  sentences: readonly Sentence[],
  prose: ProseContext,
): readonly Mention[] {
  const found: Mention[] = [];
  let state: ReaderState | null = null;
  let line = -1;
  for (const sentence of sentences) {
    if (!worthReading(sentence)) continue;
    state = stateAt(sentence, sentence.line === line ? state : null);
    line = sentence.line;
    readSentence(sentence, state, prose, found);
  }
  return found.length === 0 || NUMERIC.test(text) ? found : [];
}

const worthReading = (sentence: Sentence): boolean =>
  (sentence.signs & (DIGIT | COUNTER | ABSENT)) !== 0 &&
  sentence.length <= LONGEST &&
  ((sentence.topic === 'applications' && RECEIVED.test(sentence.plain)) ||
    THEME.test(sentence.plain) ||
    ((sentence.signs & OPENING) !== 0 && THEME.test(sentence.squeezed.text))) &&
  ((sentence.signs & (DIGIT | ABSENT)) !== 0 || COUNTED.test(sentence.plain));

/** Longer sentences are lists that were never prose. In UTF-16 units. */
const LONGEST = 6000;
const COUNTED =
  /[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾](?:[余多])?[件条份宗起例]|[零百千万](?:件|条)|零(?:申请|受理|(?:行政)?(?:复议|诉讼))|全部/;
/** A text without any of these, as written, has no figures. */
const NUMERIC = /[\d０-９〇○零一二三四五六七八九十百两]|未|没|沒|[无無]|全部|均|不存在|不收取/;
