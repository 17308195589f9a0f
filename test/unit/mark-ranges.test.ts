// Marks that follow the text.

import { deepStrictEqual } from 'node:assert';
import { marksAfter } from '../../client/src/mark-ranges.ts';

describe('marks on a text', () => {
  const marks = [
    { from: 2, to: 4, message: 'a' },
    { from: 10, to: 11, message: 'b' },
  ];
  const shifted = (at: number, removed: number, added: number) =>
    marksAfter(marks, at, removed, added).map(({ from, to, message }) => `${message} ${from}-${to}`);

  it('move with what is written before them', () => {
    deepStrictEqual(shifted(0, 0, 5), ['a 7-9', 'b 15-16']);
    deepStrictEqual(shifted(5, 3, 0), ['a 2-4', 'b 7-8']);
    deepStrictEqual(shifted(20, 1, 1), ['a 2-4', 'b 10-11']);
  });
  it('are gone once they are written into, or beside', () => {
    for (const [at, removed] of [
      [4, 0],
      [2, 2],
      [0, 2],
      [3, 1],
    ] as const)
      deepStrictEqual(shifted(at, removed, 0), [`b ${10 - removed}-${11 - removed}`]);
    deepStrictEqual(shifted(0, 20, 3), []);
  });
});
