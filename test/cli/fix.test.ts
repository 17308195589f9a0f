import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { applySafeFixes, type Placed } from '../../server/src/cli/fix.ts';
import { decode, type Encoding, encode } from '../../server/src/io/encoding.ts';
import { replaceFile } from '../../server/src/io/saving.ts';
import type { Finding, Fix } from '../../server/src/rules/rule.ts';
import { inFolder, ogi, onPosix } from '../support/cli.ts';
import { clean, fullWidth, wrongTotal } from '../support/faulty.ts';

const bytes = (text: string, encoding: Encoding, bom: boolean): Uint8Array => {
  const encoded = encode(text, encoding, bom);
  ok(encoded);
  return encoded;
};

describe('ogi-report check --fix', () => {
  it('writes safe fixes only: a wrong figure stays', () =>
    inFolder({ 'a.txt': fullWidth, 'b.txt': wrongTotal }, (cwd) => {
      const { code, out } = ogi(['check', '--fix', '.'], { cwd });
      strictEqual(code, 1);
      match(out, /^a\.txt: 改正 1 处$/m);
      match(out, /改正 1 处。\n$/);
      strictEqual(readFileSync(join(cwd, 'a.txt'), 'utf8'), clean);
      strictEqual(readFileSync(join(cwd, 'b.txt'), 'utf8'), wrongTotal);
      deepStrictEqual(readdirSync(cwd).sort(), ['a.txt', 'b.txt']);
    }));

  for (const [encoding, bom] of [
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', true],
    ['utf-16be', true],
    ['gb18030', false],
  ] as const)
    for (const lineEnd of ['\n', '\r\n', '\r'])
      it(`keeps ${encoding}${bom ? ' with mark' : ''} and ${JSON.stringify(lineEnd)}`, () =>
        inFolder({ 'a.txt': bytes(fullWidth.replaceAll('\n', lineEnd), encoding, bom) }, (cwd) => {
          const { code } = ogi(['check', '--fix', 'a.txt'], { cwd });
          strictEqual(code, 0);
          const after = readFileSync(join(cwd, 'a.txt'));
          deepStrictEqual(after, Buffer.from(bytes(clean.replaceAll('\n', lineEnd), encoding, bom)));
          deepStrictEqual([decode(after)?.encoding, decode(after)?.bom], [encoding, bom]);
        }));

  onPosix('keeps the mode; a link named stays a link, one in a folder is left alone', () =>
    inFolder({ 'a.txt': fullWidth, 'in/b.txt': clean }, (cwd) => {
      chmodSync(join(cwd, 'a.txt'), 0o640);
      symlinkSync('../a.txt', join(cwd, 'in', 'link.txt'));
      ogi(['check', '--fix', 'in'], { cwd });
      strictEqual(readFileSync(join(cwd, 'a.txt'), 'utf8'), fullWidth);
      ogi(['check', '--fix', 'in/link.txt'], { cwd });
      strictEqual(readFileSync(join(cwd, 'a.txt'), 'utf8'), clean);
      strictEqual(statSync(join(cwd, 'a.txt')).mode & 0o777, 0o640);
      ok(lstatSync(join(cwd, 'in', 'link.txt')).isSymbolicLink());
    }),
  );

  onPosix('a file with several names is left alone, with a word', () =>
    inFolder({ 'a.txt': fullWidth }, (cwd) => {
      linkSync(join(cwd, 'a.txt'), join(cwd, 'b.txt'));
      const { code, err } = ogi(['check', '--fix', 'a.txt'], { cwd });
      strictEqual(code, 2);
      match(err, /a\.txt: .*硬链接/);
      strictEqual(readFileSync(join(cwd, 'b.txt'), 'utf8'), fullWidth);
    }),
  );

  it('a clean file is not touched at all', () =>
    inFolder({ 'a.txt': clean }, (cwd) => {
      const before = statSync(join(cwd, 'a.txt'), { bigint: true });
      ogi(['check', '--fix', 'a.txt'], { cwd });
      const after = statSync(join(cwd, 'a.txt'), { bigint: true });
      deepStrictEqual([after.ino, after.mtimeNs], [before.ino, before.mtimeNs]);
    }));

  it('json says how many fixes were written', () =>
    inFolder({ 'a.txt': fullWidth }, (cwd) => {
      const [file] = JSON.parse(ogi(['check', '--fix', '-f', 'json', 'a.txt'], { cwd }).out).files;
      strictEqual(file.fixed, 1);
      deepStrictEqual(file.findings, []);
    }));
});

describe('replacing a file', () => {
  it('is not done when the file holds something else by now', () =>
    inFolder({ 'a.txt': 'newer' }, (cwd) => {
      const file = join(cwd, 'a.txt');
      match(replaceFile(file, Buffer.from('older'), Buffer.from('fixed'))?.zh ?? '', /又有改动/);
      strictEqual(readFileSync(file, 'utf8'), 'newer');
      deepStrictEqual(readdirSync(cwd), ['a.txt']);
    }));

  it('says why when the file or its folder has gone', () =>
    inFolder({ 'a.txt': 'x' }, (cwd) => {
      match(replaceFile(join(cwd, 'b.txt'), Buffer.from('x'), Buffer.from('y'))?.zh ?? '', /不存在/);
      match(replaceFile(join(cwd, 'c', 'b.txt'), Buffer.from('x'), Buffer.from('y'))?.zh ?? '', /不存在/);
      ok(!existsSync(join(cwd, 'b.txt')));
    }));

  it('leaves no draft behind when it fails', () =>
    inFolder({ 'a.txt': 'x' }, (cwd) => {
      writeFileSync(join(cwd, 'a.txt'), 'y');
      replaceFile(join(cwd, 'a.txt'), Buffer.from('x'), Buffer.from('z'));
      deepStrictEqual(readdirSync(cwd), ['a.txt']);
    }));
});

describe('applying safe fixes', () => {
  const fix = (from: number, to: number, insert: string, safe = true): Fix => ({
    title: { zh: '', en: '' },
    edits: [{ from, to, insert }],
    safe,
  });
  const placed = (fixes: readonly Fix[]): Placed => ({
    at: 0,
    finding: {
      rule: 'x',
      severity: 'hint',
      span: { from: 0, to: 0 },
      message: { zh: '', en: '' },
      field: null,
      related: [],
      identities: [],
      fixes: () => fixes,
    } satisfies Finding,
  });

  it('goes round until none is left', () => {
    const once = (text: string) =>
      text.includes('a') ? [placed([fix(text.indexOf('a'), text.indexOf('a') + 1, 'b')])] : [];
    deepStrictEqual(applySafeFixes('xaaax', once), { text: 'xbbbx', fixed: 3 });
  });

  it('ends even when fixes make each other anew', () => {
    const flip = (text: string) => [placed([fix(0, 1, text.startsWith('a') ? 'b' : 'a')])];
    ok(applySafeFixes('a', flip).text.length === 1);
    const grow = (text: string) => [placed([fix(text.length, text.length, 'a')])];
    ok(applySafeFixes('a', grow).text.length < 100);
  });

  it('takes no unsafe fix, and of fixes in one place one at a time', () => {
    deepStrictEqual(
      applySafeFixes('ab', () => [placed([fix(0, 1, 'x', false)])]),
      { text: 'ab', fixed: 0 },
    );
    let rounds = 0;
    const two = () => (rounds++ === 0 ? [placed([fix(0, 2, 'x')]), placed([fix(1, 2, 'y')])] : []);
    deepStrictEqual(applySafeFixes('ab', two), { text: 'x', fixed: 1 });
  });

  it('breaks new lines as the text does, and never writes outside it', () => {
    let rounds = 0;
    const insert = () => (rounds++ === 0 ? [placed([fix(1, 1, '\nb')]), placed([fix(90, 99, 'c')])] : []);
    deepStrictEqual(applySafeFixes('a\r\n', insert), { text: 'a\r\nb\r\n', fixed: 1 });
  });
});
