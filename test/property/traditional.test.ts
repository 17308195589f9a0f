import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { traditionalSource, target as traditionalTarget } from '../../scripts/traditional.mts';

describe('the table of Traditional characters', () => {
  it('is the one its script writes', () => {
    assert.equal(readFileSync(traditionalTarget, 'utf8'), traditionalSource());
  });
});
