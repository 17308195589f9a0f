import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { join } from 'node:path';
import { inFolder, ogi, onPosix, shown } from '../support/cli.ts';
import { clean, fullWidth, noReport, wrongTotal } from '../support/faulty.ts';

const json = (args: readonly string[], cwd: string) => {
  const { out, code } = ogi(['check', '--format', 'json', ...args], { cwd });
  return { code, files: JSON.parse(out).files };
};

describe('ogi-report check', () => {
  it('a clean report: exit 0', () =>
    inFolder({ 'a.txt': clean }, (cwd) => {
      const { code, out } = ogi(['check', 'a.txt'], { cwd });
      strictEqual(code, 0, out);
      strictEqual(out, '检查了 1 个文件中的 1 份报告；没有发现问题。\n');
    }));

  it('text: place, severity, rule, message; the cell in words; the line with the place marked', () =>
    inFolder({ 'a.txt': wrongTotal }, (cwd) => {
      const { code, out } = ogi(['check', 'a.txt'], { cwd });
      strictEqual(code, 1);
      const lines = out.split('\n');
      const first = lines.findIndex((line) => line.includes('错误 总计与各项之和不符：'));
      match(lines[first] ?? '', /^a\.txt:\d+:\d+ 错误 总计与各项之和不符：.*10.*9/);
      strictEqual(lines[first + 1], '    单元格 本年新收 · 总计');
      match(lines[first + 2] ?? '', /^ {4}\d+ \| 一、本年新收政府信息公开申请数量 \| 8 \| 1 \|.* 10 \|/);
      const [source = '', marked = ''] = lines.slice(first + 2);
      // The marks stand under the figure where Chinese characters take two columns.
      const columns = (text: string) => [...text].reduce((n, c) => n + (c.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
      strictEqual(columns(source.slice(0, source.indexOf('10 |'))), marked.indexOf('^^'));
      match(out, /^a\.txt: \d+ 个错误/m);
      ok(!out.includes('\u001b'), 'colours without a terminal');
    }));

  it('English by --lang and by the environment', () =>
    inFolder({ 'a.txt': wrongTotal }, (cwd) => {
      for (const { out } of [
        ogi(['check', '--lang', 'en', 'a.txt'], { cwd }),
        ogi(['check', 'a.txt'], { cwd, env: { LC_ALL: 'en_US.UTF-8' } }),
      ])
        match(out, / error Total differs from the sum of its parts: .*parts add up to 9/);
    }));

  it('names a file that is no report and finds nothing in it', () =>
    inFolder({ 'b.txt': noReport }, (cwd) => {
      const { code, out } = ogi(['check', 'b.txt'], { cwd });
      strictEqual(code, 0);
      match(out, /^b\.txt: 不是政府信息公开工作年度报告，略过$/m);
      deepStrictEqual(json(['b.txt'], cwd).files, [
        { path: 'b.txt', year: null, organ: null, edition: null, findings: [] },
      ]);
    }));

  it('json: one entry a report, findings with ranges and fixes', () =>
    inFolder({ 'a.txt': wrongTotal }, (cwd) => {
      const { code, files } = json(['a.txt'], cwd);
      strictEqual(code, 1);
      strictEqual(files.length, 1);
      const { findings, ...about } = files[0];
      deepStrictEqual(about, { path: 'a.txt', year: 2024, organ: '清溪县教育局', edition: '2021' });
      const sum = findings.find(({ rule }: { rule: string }) => rule === 'sum-mismatch');
      deepStrictEqual(Object.keys(sum), ['rule', 'severity', 'message', 'field', 'range', 'fixes']);
      strictEqual(sum.field, 'applications.1.total');
      const lines = wrongTotal.split('\n');
      const { start, end } = sum.range;
      strictEqual(lines[start.line]?.slice(start.character, end.character), '10');
      const [fix] = sum.fixes;
      deepStrictEqual([fix.safe, fix.preferred], [false, true]);
      deepStrictEqual(fix.edits, [{ range: sum.range, newText: '9' }]);
    }));

  it('json: several reports of one file are entries with an index', () =>
    inFolder(
      { 'a.txt': `${clean}\n${wrongTotal.replaceAll('2024', '2023').replaceAll('清溪', '白石')}` },
      (cwd) => {
        const { files } = json(['a.txt'], cwd);
        deepStrictEqual(
          files.map(({ path, index, year }: Record<string, unknown>) => [path, index, year]),
          [
            ['a.txt', 0, 2024],
            ['a.txt', 1, 2023],
          ],
        );
        strictEqual(files[0].findings.length, 0);
        const text = `${clean}\n${wrongTotal}`.split('\n');
        const sum = files[1].findings.find(({ rule }: { rule: string }) => rule === 'sum-mismatch');
        const { start, end } = sum.range;
        strictEqual(text[start.line]?.slice(start.character, end.character), '10');
      },
    ));

  it('--severity moves the threshold of the exit code', () =>
    inFolder({ 'a.txt': fullWidth }, (cwd) => {
      strictEqual(ogi(['check', 'a.txt'], { cwd }).code, 0);
      strictEqual(ogi(['check', '--severity', 'warning', 'a.txt'], { cwd }).code, 0);
      strictEqual(ogi(['check', '--severity', 'hint', 'a.txt'], { cwd }).code, 1);
    }));

  onPosix('github: annotations, escaped', () =>
    inFolder({ 'a,1:%.txt': wrongTotal }, (cwd) => {
      const { out } = ogi(['check', '--format', 'github', 'a,1:%.txt'], { cwd });
      match(
        out,
        /^::error file=a%2C1%3A%25\.txt,line=(\d+),endLine=\1,col=\d+,endColumn=\d+,title=sum-mismatch 本年新收 · 总计::.+$/m,
      );
      for (const line of out.trimEnd().split('\n')) match(line, /^::(?:error|warning|notice) /);
    }),
  );

  onPosix('html: one page without scripts, everything escaped', () =>
    inFolder({ '<b>&.txt': wrongTotal.replace('清溪县教育局', '<script>x()') }, (cwd) => {
      const { out } = ogi(['check', '--format', 'html', '<b>&.txt'], { cwd });
      match(out, /^<!DOCTYPE html>/);
      match(out, /<\/html>\n$/);
      ok(!/<script|<b>|src=|href=/.test(out));
      match(out, /<h2>&lt;b&gt;&amp;\.txt<\/h2>/);
      match(out, /<mark>10<\/mark>/);
    }),
  );

  it('reads standard input', () => {
    const { code, out } = ogi(['check', '-f', 'json', '-'], { input: wrongTotal });
    strictEqual(code, 1);
    strictEqual(JSON.parse(out).files[0].path, '-');
  });

  it('goes on after what cannot be read, and exits with 2', () =>
    inFolder({ 'a.txt': wrongTotal, 'b.txt': Uint8Array.of(0, 1, 2, 0, 255, 0) }, (cwd) => {
      const { code, out, err } = ogi(['check', 'none.txt', 'b.txt', 'no*.md', 'a.txt'], { cwd });
      strictEqual(code, 2);
      match(out, /a\.txt:\d+:\d+ 错误 总计与各项之和不符/);
      match(err, /none\.txt: 文件不存在/);
      match(err, /b\.txt: 不是文本文件/);
      match(err, /no\*\.md: 没有与之相符的文件/);
      const { files } = json(['none.txt', 'a.txt'], cwd);
      deepStrictEqual(
        files.map(({ path, error }: Record<string, unknown>) => [path, error]),
        [
          ['none.txt', '文件不存在'],
          ['a.txt', undefined],
        ],
      );
    }));

  it('output is the same whatever the number of threads, in the order of the input', async () => {
    const files: Record<string, string> = {};
    for (let i = 0; i < 60; i++)
      files[`${i % 7}/${i}.txt`] = [clean, wrongTotal, fullWidth, noReport][i % 4] as string;
    await inFolder(files, (cwd) => {
      for (const format of ['text', 'sarif']) {
        const [one, two, three] = [1, 2, 3].map((jobs) =>
          ogi(['check', '-f', format, '-j', String(jobs), '.'], { cwd }),
        );
        strictEqual(one?.code, 1, one?.err);
        strictEqual(two?.out, one?.out);
        strictEqual(three?.out, one?.out);
      }
      const { files: entries } = json(['-j', '2', '6', '.'], cwd);
      strictEqual(entries.length, 60, 'each file once');
      strictEqual(entries[0].path, '6/13.txt');
      strictEqual(entries.at(-1).path, '5/54.txt');
    });
  });

  onPosix('terminal commands in a report or its name are not obeyed', () =>
    inFolder({ 'a\u001b[2J.txt': wrongTotal.replace('| 10 |', '| 10\u001b[31m |') }, (cwd) => {
      const { out, err } = ogi(['check', '.'], { cwd });
      ok(out.length > 0 && !out.includes('\u001b'));
      ok(!err.includes('\u001b'));
    }),
  );

  it('an absolute path stays absolute', () =>
    inFolder({ 'a.txt': clean }, (cwd) => {
      strictEqual(json([join(cwd, 'a.txt')], '/').files[0].path, shown(join(cwd, 'a.txt')));
    }));
});

describe('ogi-report arguments', () => {
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /--help/],
    [['chekc', 'a.txt'], /“chekc”.*“check”/],
    [['check'], /文件/],
    [['check', '--formt', 'json', 'a.txt'], /--formt.*--format/],
    [['check', '--format', 'xml', 'a.txt'], /“xml”.*sarif/],
    [['check', '--jobs', '0', 'a.txt'], /--jobs/],
    [['check', '--jobs'], /--jobs/],
    [['check', '--severity', 'fatal', 'a.txt'], /“fatal”/],
    [['check', '--config', 'x.json', '--no-config', 'a.txt'], /--no-config/],
    [['check', '--config', 'there-is-none.json', 'a.txt'], /there-is-none\.json/],
    [['check', '--fix', '-'], /--fix/],
    [['check', '--lang', 'fr', 'a.txt'], /“fr”/],
    [['data', '--fix', 'a.txt'], /--fix/],
    [['data', '--format', 'text', 'a.txt'], /“text”/],
    [['rules', 'sum-mismach'], /“sum-mismatch”/],
    [['rules', 'a', 'b'], /一条/],
    [['help', 'constructor'], /“constructor”.*check/],
    [['help', 'chekc'], /“chekc”.*“check”/],
    [['constructor'], /“constructor”/],
    [['rules', '__proto__'], /“__proto__”/],
    [['check', ''], /空/],
    [['check', '.', ''], /空/],
    [['data', ''], /空/],
    [['text', ''], /空/],
    [['check', '--config', '', '.'], /普通文件/],
    [['check', 'a\u001b[2J', '--format', '\u009b31m'], /“·31m”/],
  ];
  for (const [args, said] of wrong)
    it(`${args.join(' ') || '(none)'}: exit 2`, () => {
      const { code, out, err } = ogi(args);
      strictEqual(code, 2);
      strictEqual(out, '');
      match(err, /^ogi-report: [^\x00-\x09\x0b-\x1f\x7f-\x9f]*\n$/);
      match(err, said);
    });

  it('help and version: exit 0, in both languages', () => {
    for (const args of [
      ['--help'],
      ['-h'],
      ['help'],
      ['help', 'check'],
      ['check', '--help'],
      ['data', '-h'],
      ['rules', '-h'],
    ]) {
      const { code, out } = ogi(args);
      strictEqual(code, 0, args.join(' '));
      match(out, /用法|核对/);
      match(ogi([...args, '--lang', 'en']).out, /Usage/);
    }
    match(ogi(['--version']).out, /^\d+\.\d+\.\d+\n$/);
  });

  it('rules: the list and a page', () => {
    const { code, out } = ogi(['rules']);
    strictEqual(code, 0);
    match(out, /^sum-mismatch +错误 /m);
    match(ogi(['rules', 'sum-mismatch']).out, /^# .*\n\n`sum-mismatch` · 默认级别：错误/);
    match(ogi(['rules', '--lang', 'en', 'sum-mismatch']).out, /## How to mend it/);
  });
});
