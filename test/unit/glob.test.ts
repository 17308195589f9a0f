import { deepStrictEqual, strictEqual } from 'node:assert';
import { glob, isGlob, splitGlob } from '../../server/src/base/glob.ts';

const matching = (pattern: string, paths: readonly string[]) => paths.filter((path) => glob(pattern)?.(path));

describe('glob', () => {
  const paths = ['a.txt', 'b.md', 'x/a.txt', 'x/y/a.txt', 'x/y/b.md', '2024/青石镇.txt', '2025/青石镇.txt'];
  it('tells the folders in which something may match', () => {
    const entered = (pattern: string) =>
      ['a', 'a/b', 'b', 'a/b/c'].filter((folder) => glob(pattern)?.enters(folder));
    deepStrictEqual(entered('*.txt'), []);
    deepStrictEqual(entered('*/x.txt'), ['a', 'b']);
    deepStrictEqual(entered('a*/*/x.txt'), ['a', 'a/b']);
    deepStrictEqual(entered('{a,b/c}/*'), ['a', 'b']);
    deepStrictEqual(entered('a/**/x.txt'), ['a', 'a/b', 'a/b/c']);
    deepStrictEqual(entered('**'), ['a', 'a/b', 'b', 'a/b/c']);
  });

  it('knows the usual patterns', () => {
    deepStrictEqual(matching('*.txt', paths), ['a.txt']);
    deepStrictEqual(
      matching('**/*.txt', paths),
      paths.filter((path) => path.endsWith('.txt')),
    );
    deepStrictEqual(matching('x/**', paths), ['x/a.txt', 'x/y/a.txt', 'x/y/b.md']);
    deepStrictEqual(matching('x/**/a.txt', paths), ['x/a.txt', 'x/y/a.txt']);
    deepStrictEqual(matching('202[45]/*镇.txt', paths), ['2024/青石镇.txt', '2025/青石镇.txt']);
    deepStrictEqual(matching('202[!4]/?石镇.*', paths), ['2025/青石镇.txt']);
    deepStrictEqual(matching('{a,x/a}.{txt,md}', paths), ['a.txt', 'x/a.txt']);
  });

  it('tells patterns from names', () => {
    for (const path of ['*.txt', 'a/?.md', '[1].txt', '{a,b}']) strictEqual(isGlob(path), true, path);
    for (const path of ['a.txt', 'a/b', '{1}.txt', '[1.txt', '年报（1）.txt'])
      strictEqual(isGlob(path), false, path);
  });

  it('knows the folder that a pattern begins with', () => {
    const split = (pattern: string) => Object.values(splitGlob(pattern));
    deepStrictEqual(split('*.txt'), ['', '*.txt']);
    deepStrictEqual(split('./2024/**/*.txt'), ['2024', '**/*.txt']);
    deepStrictEqual(split('../j/*'), ['../j', '*']);
    deepStrictEqual(split('/*.txt'), ['/', '*.txt']);
    deepStrictEqual(split('/a/b/{c,d/e}/f'), ['/a/b', '{c,d/e}/f']);
  });
});
