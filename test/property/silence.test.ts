import { deepStrictEqual, strictEqual } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportsIn } from '../../server/src/report/index.ts';

describe('silence', () => {
  it('source code and documents of this project: no report', () => {
    const root = join(__dirname, '../..');
    for (const folder of ['server/src', 'client/src'])
      for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
        if (name.endsWith('.ts') && !name.includes('sample'))
          deepStrictEqual(
            reportsIn(readFileSync(join(root, folder, name), 'utf8')).map(() => `${folder}/${name}`),
            [],
          );
    for (const name of ['package.json', 'package.nls.json', 'LICENSE', 'CHANGELOG.md'])
      strictEqual(reportsIn(readFileSync(join(root, name), 'utf8')).length, 0, name);
  });
});
