import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { excerpt } from '../../server/src/cli/excerpt.ts';
import { mapInOrder, pool } from '../../server/src/cli/pool.ts';
import { progressOn } from '../../server/src/cli/progress.ts';
import { DocumentText } from '../../server/src/text/document-text.ts';
import { width } from '../../server/src/text/fold.ts';

const text = (content: string) => DocumentText.of(content, () => false);

describe('the line shown with a finding', () => {
  it('is the whole line when it is short', () => {
    deepStrictEqual(excerpt(text('甲\n乙 12 丙\n丁'), { from: 4, to: 6 }), {
      text: '乙 12 丙',
      from: 2,
      to: 4,
    });
  });

  it('of a long line it is what is around the place', () => {
    const line = `${'前'.repeat(500)}12${'后'.repeat(500)}`;
    const { text: shown, from, to } = excerpt(text(line), { from: 500, to: 502 });
    strictEqual(shown.slice(from, to), '12');
    ok(shown.startsWith('…') && shown.endsWith('…') && width(shown) <= 110);
  });

  it('marks the first line of a place of several, and the end of a line', () => {
    const { text: shown, from, to } = excerpt(text('ab\ncd'), { from: 1, to: 5 });
    deepStrictEqual([shown, from, to], ['ab', 1, 2]);
    deepStrictEqual(excerpt(text('ab\ncd'), { from: 2, to: 2 }), { text: 'ab', from: 2, to: 2 });
    deepStrictEqual(excerpt(text(''), { from: 0, to: 0 }), { text: '', from: 0, to: 0 });
  });

  it('never commands a terminal, is never long, and holds the place, for any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom('\n', '\r\n', '\t', '政府', '😀', '\u001b[2J', '\u202e', 'x'.repeat(150)),
          ),
        ),
        fc.nat(),
        fc.nat(20),
        (parts, at, length) => {
          const content = parts.join('');
          const from = content.length === 0 ? 0 : at % content.length;
          const span = { from, to: Math.min(content.length, from + length) };
          const shown = excerpt(text(content), span);
          ok(!/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.test(shown.text));
          ok(width(shown.text) <= 110);
          ok(0 <= shown.from && shown.from <= shown.to && shown.to <= shown.text.length);
        },
      ),
    );
  });

  it('takes no longer for a line of 30 MB', () => {
    const long = text('数'.repeat(15_000_000));
    const began = performance.now();
    for (let i = 0; i < 1000; i++) excerpt(long, { from: 7_000_000 + i, to: 7_000_001 + i });
    ok(performance.now() - began < 2000);
  });
});

describe('progress', () => {
  const terminal = (isTTY: boolean) => {
    const written: string[] = [];
    return { isTTY, written, write: (words: string) => written.push(words) };
  };

  it('only on a terminal, not too often, and taken away again', () => {
    let now = 0;
    const seen = terminal(true);
    const progress = progressOn(seen, 'zh', () => now);
    progress.step(1, 0);
    progress.clear();
    deepStrictEqual(seen.written, []);
    now = 150;
    progress.step(20, 3);
    progress.step(21, 3);
    progress.clear();
    deepStrictEqual(seen.written, ['\r\u001b[K已检查 20 个文件，3 个错误', '\r\u001b[K']);
    const plain = terminal(false);
    const silent = progressOn(plain, 'zh', () => now);
    now = 1000;
    silent.step(1, 1);
    deepStrictEqual(plain.written, []);
  });
});

describe('threads', () => {
  const task = {
    format: 'check text',
    look: { language: 'zh', colour: false },
    fix: null,
    textOnly: false,
    config: null,
    cwd: '/',
  } as const;
  const input = (path: string) => ({ path, file: `/no/${path}`, listed: false });

  it('results come in order, and no more are begun than asked', async () => {
    let running = 0;
    let most = 0;
    async function* items() {
      for (let i = 0; i < 50; i++) yield i;
    }
    const out: number[] = [];
    const work = async (i: number) => {
      most = Math.max(most, ++running);
      await new Promise((done) => setTimeout(done, (i * 7) % 5));
      running--;
      return i;
    };
    for await (const i of mapInOrder(items(), 4, work)) out.push(i);
    deepStrictEqual(out, [...Array(50).keys()]);
    ok(most <= 4);
  });

  it('a thread that dies costs only the file it dies of', async () => {
    const deadly = `
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', (inputs) => {
        if (inputs.some(({ path }) => path === 'deadly')) process.exit(1);
        parentPort.postMessage(inputs.map(({ path }) => ({ path, kind: 'other' })));
      });`;
    const { examiner, close } = pool(new URL(`data:text/javascript,${encodeURIComponent(deadly)}`), 2, task);
    const outcomes = await Promise.all([
      examiner([input('a'), input('deadly'), input('b')]),
      examiner([input('c')]),
      examiner([input('d')]),
    ]);
    close();
    deepStrictEqual(
      outcomes.flat().map(({ path, kind }) => [path, kind]),
      [
        ['a', 'other'],
        ['deadly', 'failed'],
        ['b', 'other'],
        ['c', 'other'],
        ['d', 'other'],
      ],
    );
  });

  it('a script that is no worker fails every file instead of hanging', async () => {
    const { examiner, close } = pool(new URL('data:text/javascript,throw 1'), 2, task);
    const outcomes = await examiner([input('a'), input('b')]);
    close();
    deepStrictEqual(
      outcomes.map(({ kind }) => kind),
      ['failed', 'failed'],
    );
  });
});

describe('generated files', () => {
  it('manual pages and the schema are as the rules say', () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'scripts/manual.mts', '--check'],
      { cwd: root },
    );
    strictEqual(status, 0, `${stderr}run: npx tsx scripts/manual.mts`);
  });
});
