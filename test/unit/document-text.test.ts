import assert from 'node:assert/strict';
import { DocumentText } from '../../server/src/text/document-text.ts';
import type { IsChunkStart } from '../../server/src/text/split-chunks.ts';

/** Lines that begin with 一 start a chunk. */
const isChunkStart: IsChunkStart = (text, from, to) => to > from && text[from] === '一';

describe('document text', () => {
  it('keeps the chunks an edit does not touch', () => {
    const before = DocumentText.of('一a\nb\n'.repeat(1000), isChunkStart);
    assert.equal(before.chunks.length, 1000);
    const at = before.startOf(500) + 2;
    const after = before.replace([{ from: at, to: at, insert: 'x' }]);
    const fresh = after.chunks.filter((chunk) => !before.chunks.includes(chunk));
    assert.deepEqual(
      fresh.map((chunk) => chunk.text),
      ['一ax\nb\n'],
    );
    const border = before.replace([
      { from: before.startOf(500), to: before.startOf(500) + 1, insert: '一一' },
    ]);
    assert.equal(border.chunks.filter((chunk) => !before.chunks.includes(chunk)).length, 1);
  });

  it('joins what is left of a chunk to its neighbour', () => {
    const text = DocumentText.of('a\n一b\nc\n', isChunkStart);
    assert.equal(text.replace([{ from: 2, to: 4, insert: '' }]).chunks.length, 1);
    assert.equal(
      DocumentText.of('', isChunkStart).replace([{ from: 0, to: 0, insert: '\n' }]).chunks.length,
      1,
    );
  });

  it('refuses edits that overlap or leave the text', () => {
    const text = DocumentText.of('一a\n一b\n', isChunkStart);
    const overlap = [
      { from: 0, to: 4, insert: '' },
      { from: 3, to: 5, insert: '' },
    ];
    assert.throws(() => text.replace(overlap), RangeError);
    assert.throws(() => text.replace([{ from: 0, to: 99, insert: '' }]), RangeError);
    assert.throws(() => text.replace([{ from: -1, to: 2, insert: '' }]), RangeError);
  });
});
