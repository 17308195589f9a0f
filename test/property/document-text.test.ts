import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyChanges, type Change } from '../../server/src/text/changes.ts';
import { DocumentText } from '../../server/src/text/document-text.ts';
import { applyEdits, type Edit } from '../../server/src/text/span.ts';
import type { IsChunkStart } from '../../server/src/text/split-chunks.ts';
import { runs } from '../support/random.ts';

/** Lines that begin with 一 start a chunk. */
const isChunkStart: IsChunkStart = (text, from, to) => to > from && text[from] === '一';

const bit = fc.constantFrom(
  '\n',
  '\r\n',
  '\r',
  '一、总体情况',
  '二',
  '0',
  '\t|',
  '𠮷',
  '\ud842',
  '\udfb7',
  'a',
  '　',
);
const content = fc.oneof(
  fc.array(bit, { maxLength: 12 }).map((bits) => bits.join('')),
  fc.array(bit, { maxLength: 150 }).map((bits) => bits.join('')),
  fc
    .tuple(fc.array(bit, { maxLength: 8 }), fc.integer({ min: 1, max: 4000 }))
    .map(([bits, times]) => `${bits.join('')}\n`.repeat(times).slice(0, 25000)),
);
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const position = fc.record({
  line: fc.integer({ min: -1, max: 60 }),
  character: fc.integer({ min: -1, max: 30 }),
});
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text: content }),
  },
  { weight: 1, arbitrary: fc.record({ text: content }) },
);

/** Edits without overlap in a text of `length`, from numbers between 0 and 1. */
function edits(length: number, at: readonly number[], inserts: readonly string[]): Edit[] {
  const offsets = at.map((f) => Math.floor(f * length)).sort((a, b) => a - b);
  return inserts.slice(0, offsets.length >> 1).map((insert, i) => ({
    from: offsets[2 * i] as number,
    to: offsets[2 * i + 1] as number,
    insert,
  }));
}

/** What holds for every text: it is `expected`, its chunks are whole lines and start where they must. */
function checkText(text: DocumentText, expected: string): void {
  assert.equal(text.toString(), expected);
  assert.equal(text.length, expected.length);
  let at = 0;
  let line = 0;
  for (const [i, chunk] of text.chunks.entries()) {
    assert.equal(text.startOf(i), at);
    assert.equal(text.lineOf(i), line);
    at += chunk.text.length;
    line += chunk.breaks;
    assert.equal(chunk.breaks, chunk.text.match(/\r\n|\r|\n/g)?.length ?? 0);
    if (i + 1 < text.chunks.length) {
      assert.match(chunk.text, /[\r\n]$/);
      assert.ok(!(chunk.text.endsWith('\r') && text.chunks[i + 1]?.text.startsWith('\n')));
    }
    assert.ok(chunk.text !== '' || expected === '');
    const lines = chunk.text.split(/\r\n|\r|\n/);
    assert.ok(!lines.slice(1).some((l) => l.startsWith('一')), 'a chunk start inside a chunk');
    assert.ok(chunk.text.length <= 8192 || chunk.breaks <= 1, 'a chunk too large');
  }
  assert.equal(text.lineCount, line + 1);
}

function checkPositions(text: DocumentText, expected: string): void {
  const document = TextDocument.create('x', 'x', 0, expected);
  assert.equal(text.lineCount, document.lineCount);
  const step = Math.max(1, Math.floor(expected.length / 97));
  for (let offset = -1; offset <= expected.length + 1; offset += step)
    assert.deepEqual(text.positionAt(offset), document.positionAt(offset), `positionAt(${offset})`);
  const lines = Math.max(1, Math.floor(text.lineCount / 31));
  for (let line = -1; line <= text.lineCount; line += lines)
    for (const character of [-1, 0, 1, 2, 5, 6, 7, 8, 1000])
      assert.equal(
        text.offsetAt({ line, character }),
        document.offsetAt({ line, character }),
        `${line}:${character}`,
      );
}

describe('document text', () => {
  it('splits a text into chunks and answers positions as TextDocument does', () => {
    fc.assert(
      fc.property(content, (s) => {
        const text = DocumentText.of(s, isChunkStart);
        checkText(text, s);
        checkPositions(text, s);
      }),
      runs(150),
    );
  });

  it('after edits is what the edited string is', () => {
    const round = fc.tuple(
      fc.array(fraction, { maxLength: 8 }),
      fc.array(content, { minLength: 4, maxLength: 4 }),
    );
    fc.assert(
      fc.property(content, fc.array(round, { minLength: 1, maxLength: 5 }), (s, rounds) => {
        let text = DocumentText.of(s, isChunkStart);
        let expected = s;
        for (const [at, inserts] of rounds) {
          const list = edits(expected.length, at, inserts);
          text = text.replace(list);
          expected = applyEdits(expected, list);
          checkText(text, expected);
        }
        checkPositions(text, expected);
      }),
      runs(150),
    );
  });

  it('follows the changes of a client as TextDocument does', () => {
    fc.assert(
      fc.property(content, fc.array(change, { maxLength: 6 }), fc.boolean(), (s, changes, upwards) => {
        const line = (c: Change): number => c.range?.start.line ?? 0;
        const list = upwards ? changes.sort((a, b) => line(b) - line(a)) : changes;
        // One document a change: TextDocument keeps wrong line offsets when an edit of a list parts a \r\n.
        let expected = s;
        for (const c of list) {
          const document = TextDocument.create('x', 'x', 0, expected);
          if (c.range !== undefined && document.offsetAt(c.range.start) > document.offsetAt(c.range.end)) {
            const { start, end } = c.range;
            TextDocument.update(document, [{ range: { start: end, end: start }, text: c.text }], 1);
          } else TextDocument.update(document, [c as never], 1);
          expected = document.getText();
        }
        checkText(applyChanges(DocumentText.of(s, isChunkStart), list), expected);
      }),
      runs(150),
    );
  });

  it('slices as a string does', () => {
    fc.assert(
      fc.property(content, fraction, fraction, (s, a, b) => {
        const [from, to] = [Math.floor(a * s.length), Math.floor(b * s.length)];
        assert.equal(DocumentText.of(s, isChunkStart).slice(from, to), s.slice(from, to));
      }),
      runs(150),
    );
  });
});
