import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { Configs } from '../../server/src/cli/configs.ts';
import { listInputs, reportFilesBelow } from '../../server/src/io/list-inputs.ts';
import { inFolder, ogi, onPosix, type Ran, start } from '../support/cli.ts';
import { clean, noReport, wrongTotal } from '../support/faulty.ts';

const mkfifo = (path: string) => execFileSync('sh', ['-c', 'mkfifo "$0"', path]);

/** A test in need of a file that may not be read: the superuser may read any. */
const onBarred = process.platform === 'win32' || process.getuid?.() === 0 ? it.skip : it;

/** How a program ends that is interrupted after a while. */
async function interrupted(signal: NodeJS.Signals, args: readonly string[], cwd: string): Promise<Ran> {
  const { child, ended } = start(args, { cwd });
  await new Promise((done) => setTimeout(done, 700));
  child.kill(signal);
  return ended;
}

describe('files that never end', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    onPosix(`a pipe that nobody writes to is left on ${signal}`, () =>
      inFolder({}, async (cwd) => {
        mkfifo(join(cwd, 'pipe'));
        const began = Date.now();
        const { code, out } = await interrupted(signal, ['check', 'pipe', '.'], cwd);
        // By the signal itself: a shell says 130.
        ok(code === null || code === 130);
        match(out, /被中断/);
        ok(Date.now() - began < 4000);
      }),
    ).timeout(10_000);

  onPosix('a pipe that is written to is read', () =>
    inFolder({}, async (cwd) => {
      mkfifo(join(cwd, 'pipe'));
      const { ended } = start(['check', 'pipe'], { cwd });
      writeFileSync(join(cwd, 'pipe'), wrongTotal);
      const { code, out } = await ended;
      strictEqual(code, 1);
      match(out, /^pipe:\d+:\d+ /m);
    }),
  );

  onPosix('a device is read as far as a file may be long', () => {
    const { code, err } = ogi(['check', '/dev/zero']);
    strictEqual(code, 2);
    match(err, /\/dev\/zero: 文件过大/);
  }).timeout(30_000);

  onPosix('neither a pipe nor a device is a configuration', () =>
    inFolder({ 'a.txt': clean }, (cwd) => {
      mkfifo(join(cwd, 'pipe'));
      for (const config of ['pipe', '/dev/zero', '.']) {
        const { code, err } = ogi(['check', '-c', config, 'a.txt'], { cwd });
        strictEqual(code, 2);
        match(err, /不是普通文件/);
      }
    }),
  );
});

describe('folders of all kinds', () => {
  onPosix('2,000 deep: walked by a loop', () =>
    inFolder({}, async (cwd) => {
      const deep = 'd/'.repeat(1990);
      execFileSync('mkdir', ['-p', join(cwd, deep)]);
      writeFileSync(join(cwd, deep, 'a.txt'), clean);
      const found: string[] = [];
      for await (const file of reportFilesBelow(cwd, '.ogi-report.json')) found.push(file);
      deepStrictEqual(found, [join(cwd, deep, 'a.txt')]);
      match(ogi(['check', '.'], { cwd }).out, /1 份报告/);
      execFileSync('rm', ['-r', join(cwd, 'd')]);
    }),
  ).timeout(20_000);

  onBarred('a pattern complains only of folders that it needs', () =>
    inFolder({ 'a.txt': '', 'b/c.txt': '' }, async (cwd) => {
      const barred = join(cwd, 'barred');
      mkdirSync(barred);
      chmodSync(barred, 0);
      const found = async (pattern: string) => {
        const out = [];
        for await (const each of listInputs([pattern], cwd, true)) out.push(each.path);
        return out;
      };
      deepStrictEqual(await found('*.txt'), ['a.txt']);
      deepStrictEqual(await found('b*/*.txt'), ['b/c.txt', 'barred']);
      chmodSync(barred, 0o700);
    }),
  );

  onBarred('a configuration that cannot be read is one finding', () =>
    inFolder({ 'a.txt': clean, 'b.txt': clean, '.ogi-report.json': '{}' }, (cwd) => {
      chmodSync(join(cwd, '.ogi-report.json'), 0);
      const { code, out, err } = ogi(['check', '.'], { cwd });
      strictEqual(code, 1);
      strictEqual(err, '');
      strictEqual(out.match(/invalid-configuration/g)?.length, 1);
    }),
  );

  it('a configuration at the top of the disk is looked for, and none in the current folder instead', () => {
    const configs = new Configs({ config: undefined, cwd: process.cwd() });
    const { config } = configs.of({ path: 'a.txt', file: '/no-such-folder/a.txt', listed: false });
    strictEqual(config.file, null);
  });
});

describe('names with control characters', () => {
  const name = 'a\u001b[2J\u009b31m\u202e\n.txt';
  const commands = [
    ...['text', 'json', 'sarif', 'github', 'html'].map((format) => ['check', '-f', format]),
    ...['json', 'csv'].map((format) => ['data', '-f', format]),
    ['data', '-f', 'csv', '--wide'],
  ];
  for (const command of commands)
    onPosix(`${command.join(' ')} prints none of them`, () =>
      inFolder({ [name]: wrongTotal, [`b${name}`]: noReport, [`c${name}`]: '\0' }, (cwd) => {
        for (const paths of [['.'], [name, `none${name}`, `*${name}x`]]) {
          const { out, err } = ogi([...command, ...paths], { cwd });
          ok(out.length > 0);
          match(out + err, /^[^\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u202e]*$/);
        }
      }),
    );

  onPosix('JSON still says the name', () =>
    inFolder({ [name]: wrongTotal }, (cwd) => {
      strictEqual(JSON.parse(ogi(['check', '-f', 'json', '.'], { cwd }).out).files[0].path, name);
    }),
  );
});

describe('Big5', () => {
  const traditional =
    '清溪縣教育局2023年政府信息公開工作年度報告\n本年度公開政府信息的情況和申請的辦理情況如下。\n';

  it('is named as such and not read as something else', () =>
    inFolder({ 'a.txt': iconv.encode(traditional, 'big5') }, (cwd) => {
      const { code, err } = ogi(['check', '.'], { cwd });
      strictEqual(code, 2);
      match(err, /a\.txt: 编码是 Big5/);
    }));

  it('Chinese of either script in GB18030 is not taken for it', () =>
    inFolder(
      { 'a.txt': iconv.encode(clean, 'gb18030'), 'b.txt': iconv.encode(traditional, 'gb18030') },
      (cwd) => {
        const { code, out } = ogi(['check', '.'], { cwd });
        strictEqual(code, 0, out);
      },
    ));
});
