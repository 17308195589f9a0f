// A reviewer's marks and notes as they are kept.

import assert from 'node:assert/strict';
import {
  changedFields,
  emptyReview,
  entryOf,
  figuresOf,
  isStale,
  parseReview,
  type ReviewKey,
  type ReviewMark,
  reviewText,
  withMark,
  withNote,
  withoutNote,
} from '../../client/src/desk/review-model.ts';

const key = (file: string, organ: string | null = '清溪县教育局', alone = true): ReviewKey => ({
  file,
  organ,
  year: 2025,
  alone,
});
const mark: ReviewMark = { state: 'checked', digest: 'd1', figures: { 'applications.1.total': 9 } };

describe('the review of a folder', () => {
  it('keeps a mark and notes of each report, and drops an entry that says nothing', () => {
    const a = key('a.txt');
    let review = withMark(emptyReview, a, mark);
    review = withNote(review, a, 'applications.1.total', '请核实');
    review = withNote(review, key('b.txt', '清溪县水利局'), 'applications.2.total', '与台账不符');
    assert.deepEqual(entryOf(review, a)?.mark, mark);
    assert.deepEqual(entryOf(review, a)?.notes, { 'applications.1.total': ['请核实'] });
    review = withMark(review, a, null);
    review = withoutNote(review, a, 'applications.1.total', '请核实');
    assert.deepEqual(
      review.reports.map(({ file }) => file),
      ['b.txt'],
    );
  });

  it('takes away one of two equal notes, and none that is not there', () => {
    const a = key('a.txt');
    const twice = withNote(withNote(emptyReview, a, 'x.1.total', '甲'), a, 'x.1.total', '甲');
    assert.deepEqual(entryOf(withoutNote(twice, a, 'x.1.total', '甲'), a)?.notes, { 'x.1.total': ['甲'] });
    assert.deepEqual(entryOf(withoutNote(twice, a, 'x.1.total', '乙'), a)?.notes, {
      'x.1.total': ['甲', '甲'],
    });
  });

  it('finds the entry again after the title was corrected, but not that of another report of the file', () => {
    const review = withMark(emptyReview, key('a.txt', '清溪县教育'), mark);
    assert.deepEqual(entryOf(review, key('a.txt'))?.mark, mark);
    assert.equal(entryOf(review, key('a.txt', '清溪县教育局', false)), null);
    assert.equal(entryOf(review, key('b.txt', '清溪县教育')), null);
    const renamed = withNote(review, key('a.txt'), 'x.1.total', '甲');
    assert.deepEqual(
      renamed.reports.map(({ organ }) => organ),
      ['清溪县教育局'],
    );
  });

  it('is stale once the figures are others, and tells which', () => {
    const review = withMark(emptyReview, key('a.txt'), mark);
    const entry = entryOf(review, key('a.txt'));
    assert.ok(entry);
    assert.equal(isStale(entry, 'd1'), false);
    assert.equal(isStale(entry, 'd2'), true);
    const now = figuresOf([
      { field: 'applications.1.total', value: 10 },
      { field: 'applications.2.total', value: 0 },
      { field: 'applications.4.total', value: null },
    ]);
    assert.deepEqual(changedFields(mark, now), ['applications.1.total']);
    assert.deepEqual(changedFields(mark, {}), ['applications.1.total']);
  });

  it('reads what it writes, keeps members it does not know, and takes nothing else for a review', () => {
    const review = withNote(withMark(emptyReview, key('a.txt'), mark), key('a.txt'), 'x.1.total', '甲');
    assert.deepEqual(parseReview(reviewText(review)), review);
    const own =
      '{ "by": "审核组", "reports": [{ "file": "a.txt", "organ": null, "year": null, "seen": 1 }] }';
    const read = parseReview(own);
    assert.ok(read);
    const changed = JSON.parse(
      reviewText(withNote(read, { ...key('a.txt'), organ: null }, 'x.1.total', '甲')),
    );
    assert.equal(changed.by, '审核组');
    assert.equal(changed.reports[0].seen, 1);
    for (const text of [
      '',
      'null',
      '[]',
      '{}',
      '{ "reports": 1 }',
      '{ "reports": [1] }',
      '{ "reports": [{ "file": "a", "organ": null, "year": "2025" }] }',
      '{ "reports": [{ "file": "a", "organ": null, "year": 1, "mark": { "state": "x", "digest": "", "figures": {} } }] }',
      '{ "reports": [{ "file": "a", "organ": null, "year": 1, "notes": { "x": "甲" } }] }',
    ])
      assert.equal(parseReview(text), null, text);
  });
});
