import { deepStrictEqual } from 'node:assert';
import { glob } from '../../server/src/base/glob.ts';

const matching = (pattern: string, paths: readonly string[]) => paths.filter((path) => glob(pattern)?.(path));

describe('glob', () => {
  const paths = ['a.txt', 'b.md', 'x/a.txt', 'x/y/a.txt', 'x/y/b.md', '2024/青石镇.txt', '2025/青石镇.txt'];
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
});
