import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, encode } from '../../server/src/io/encoding.ts';
import { listInputs } from '../../server/src/io/list-inputs.ts';
import { inFolder, ogi, onPosix, script, shown, start } from '../support/cli.ts';
import { clean, fullWidth, noReport, wrongTotal } from '../support/faulty.ts';

const listed = async (cwd: string, ...paths: string[]): Promise<string[]> => {
  const out: string[] = [];
  for await (const { path } of listInputs(paths, cwd, true)) out.push(path);
  return out;
};

describe('listing files', () => {
  const files = {
    'a.txt': '',
    'b/c.md': '',
    'b/d.html': '',
    'b/e.htm': '',
    'b/f.docx': '',
    'b/.hidden/g.txt': '',
    'b/.g.txt': '',
    'node_modules/h/i.txt': '',
    'j/10.txt': '',
    'j/9.txt': '',
  };

  it('a folder: Office files too, but for the lock files of Word', () =>
    inFolder({ 'a.docx': '', '~$a.docx': '', 'b.xls': '', 'c.exe': '' }, async (cwd) => {
      const out: string[] = [];
      for await (const { path } of listInputs(['.'], cwd, false)) out.push(path);
      deepStrictEqual(out, ['a.docx', 'b.xls']);
    }));

  it('a folder: texts at any depth by name, no dot names, no node_modules', () =>
    inFolder(files, async (cwd) => {
      deepStrictEqual(await listed(cwd, '.'), [
        'a.txt',
        'b/c.md',
        'b/d.html',
        'b/e.htm',
        'j/10.txt',
        'j/9.txt',
      ]);
      deepStrictEqual(await listed(cwd, 'b', './j/'), [
        'b/c.md',
        'b/d.html',
        'b/e.htm',
        'j/10.txt',
        'j/9.txt',
      ]);
      deepStrictEqual(await listed(join(cwd, 'b'), '../j'), ['../j/10.txt', '../j/9.txt']);
    }));

  it('patterns, and names that look like patterns', () =>
    inFolder({ ...files, '[1].txt': '' }, async (cwd) => {
      deepStrictEqual(await listed(cwd, '**/*.{md,htm}'), ['b/c.md', 'b/e.htm']);
      deepStrictEqual(await listed(cwd, 'j/?.txt'), ['j/9.txt']);
      deepStrictEqual(await listed(cwd, './b/f.*'), ['b/f.docx']);
      deepStrictEqual(await listed(join(cwd, 'b'), '../j/*'), ['../j/10.txt', '../j/9.txt']);
      deepStrictEqual(
        await listed(cwd, join(cwd, 'j', '*')),
        ['j/10.txt', 'j/9.txt'].map((name) => shown(join(cwd, name))),
      );
      deepStrictEqual(await listed(cwd, '[1].txt'), ['[1].txt']);
    }));

  it('each file once', () =>
    inFolder(files, async (cwd) => {
      deepStrictEqual(await listed(cwd, 'j/9.txt', 'j', './a.txt', join(cwd, 'a.txt')), [
        'j/9.txt',
        'j/10.txt',
        'a.txt',
      ]);
    }));

  onPosix('no link in a folder is followed, in circles least of all', () =>
    inFolder({ 'in/a.txt': '', 'out/b.txt': '' }, async (cwd) => {
      symlinkSync('..', join(cwd, 'in', 'up'));
      symlinkSync('../out', join(cwd, 'in', 'out'));
      symlinkSync('../out/b.txt', join(cwd, 'in', 'b.txt'));
      deepStrictEqual(await listed(cwd, 'in'), ['in/a.txt']);
      deepStrictEqual(await listed(cwd, 'in/**'), ['in/a.txt']);
      deepStrictEqual(await listed(cwd, 'in/b.txt'), ['in/b.txt']);
    }),
  );
});

describe('under load', () => {
  it('20,000 files: all accounted for, in order', async () =>
    inFolder({}, (cwd) => {
      const n = 20_000;
      for (let i = 0; i < n; i++) {
        if (i % 1000 === 0) mkdirSync(join(cwd, String(i / 1000)));
        writeFileSync(
          join(cwd, String(Math.floor(i / 1000)), `${i}.txt`),
          i % 500 === 0 ? wrongTotal : noReport,
        );
      }
      const { code, out } = ogi(['check', '-j', '2', '-f', 'json', '.'], { cwd });
      strictEqual(code, 1);
      const { files } = JSON.parse(out);
      strictEqual(files.length, n);
      strictEqual(files.filter(({ organ }: { organ: string | null }) => organ !== null).length, n / 500);
    }));

  onPosix('a folder of 100,000 entries: all accounted for, in order', () =>
    inFolder({ 'report.txt': wrongTotal }, (cwd) => {
      const folder = join(cwd, 'in');
      mkdirSync(folder);
      const n = 100_000;
      const names = Array.from({ length: n }, (_, i) => `${String(i).padStart(5, '0')}.txt`);
      // Names are what counts. A file system holds a limited number of them for one file.
      for (const [i, name] of names.entries()) {
        const first = names[i - (i % 10_000)] as string;
        if (name === first) writeFileSync(join(folder, name), '');
        else
          linkSync(i % 10_000 === 5_000 ? join(cwd, 'report.txt') : join(folder, first), join(folder, name));
      }
      symlinkSync('gone', join(folder, 'link.txt'));
      const { code, out } = ogi(['check', '-j', '2', 'in'], { cwd });
      strictEqual(code, 1);
      const told = new Set(Array.from(out.matchAll(/^in\/([^:]+):/gm), ([, name]) => name));
      deepStrictEqual([...told], names);
      match(out, /100000 个文件中的 10 份报告；.*；99990 个文件不是报告。\n$/);
    }),
  );

  onPosix('a file that vanishes after it was listed is a failure, the rest goes on', () =>
    inFolder({ 'a.txt': clean, 'c.txt': clean }, (cwd) => {
      symlinkSync('gone', join(cwd, 'b.txt'));
      const { code, out, err } = ogi(['check', 'a.txt', 'b.txt', 'c.txt'], { cwd });
      strictEqual(code, 2);
      match(err, /b\.txt: 文件不存在/);
      match(out, /3 个文件中的 2 份报告.*1 个文件不能读写/);
    }),
  );

  it('a text the encoding cannot hold is not written', () => {
    // 0x80 alone is the euro sign to a GBK reader and comes back as other bytes.
    const odd = Buffer.concat([Buffer.from(encode(fullWidth, 'gb18030', false) ?? []), Buffer.of(0x80)]);
    if (decode(odd) === null) return;
    return inFolder({ 'a.txt': odd }, (cwd) => {
      const { code } = ogi(['check', '--fix', 'a.txt'], { cwd });
      const after = readFileSync(join(cwd, 'a.txt'));
      ok(after.equals(odd) ? code === 2 : after.subarray(-1)[0] === 0x80);
    });
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    onPosix(`${signal}: exit 130, every file whole, nothing left behind, what was done is told`, () =>
      inFolder({}, async (cwd) => {
        for (let i = 0; i < 400; i++) writeFileSync(join(cwd, `${i}.txt`), fullWidth);
        const { child, ended } = start(['check', '--fix', '-j', '2', '.'], { cwd });
        const begun = () => readFileSync(join(cwd, '0.txt'), 'utf8') === clean;
        while (!begun() && child.exitCode === null) await new Promise((done) => setTimeout(done, 5));
        child.kill(signal);
        const ran = await ended;
        strictEqual(ran.code, 130, ran.err);
        match(ran.out, /被中断，其余没有检查。\n$/);
        const left = readdirSync(cwd);
        strictEqual(left.length, 400, 'a draft is left');
        let fixed = 0;
        for (const name of left) {
          const text = readFileSync(join(cwd, name), 'utf8');
          ok(text === clean || text === fullWidth, name);
          if (text === clean) fixed++;
        }
        ok(fixed > 0 && fixed < 400);
        match(ran.out, new RegExp(`改正 ${fixed} 处`));
      }),
    );

  onPosix('an input that never ends is interrupted too', async () => {
    const { child, ended } = start(['check', '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
    // More than a pipe holds: it is gone when the program reads.
    await new Promise((done) => child.stdin?.write(' '.repeat(1_000_000), done));
    child.kill('SIGINT');
    strictEqual((await ended).code, 130);
  });

  onPosix('a reader that goes away ends it quietly', () =>
    inFolder({}, (cwd) => {
      for (let i = 0; i < 300; i++) writeFileSync(join(cwd, `${i}.txt`), wrongTotal);
      const { stderr } = spawnSync(
        'sh',
        ['-c', '"$0" "$@" | head -1', process.execPath, script, 'check', '.'],
        { cwd },
      );
      strictEqual(String(stderr), '');
    }),
  );

  it('an empty folder is clean', () =>
    inFolder({}, (cwd) => {
      strictEqual(ogi(['check', '.'], { cwd }).code, 0);
      rmSync(cwd, { recursive: true });
      mkdirSync(cwd);
    }));
});
