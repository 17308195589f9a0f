import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { base } from '../support/base.ts';
import { inFolder, ogi } from '../support/cli.ts';
import { random, runSeed } from '../support/random.ts';
import { twoYears } from '../support/years.ts';

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly field: string | null;
}

const check = (cwd: string, ...args: string[]) => {
  const { code, out, err } = ogi(['check', '-f', 'json', ...args], { cwd });
  const files: { path: string; organ: string; year: number; findings: Found[] }[] = JSON.parse(out).files;
  const of = (path: string) => files.filter((file) => file.path === path).flatMap(({ findings }) => findings);
  return { code, err, files, of };
};
const across = /^(?:carry-over|documents-carry-over|copied-text|aggregate)$/;
const keys = (findings: readonly Found[]) =>
  findings.filter(({ rule }) => across.test(rule)).map(({ rule, field }) => `${rule}@${field ?? ''}`);

/**
 * The example for 2023, from which the one for 2024 follows, with one request carried forward more or fewer.
 */
const carrying = (n: number): string =>
  base
    .replaceAll('2024', '2023')
    .replace(
      '结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
      `结转下年度继续办理 | ${n} | 0 | 0 | 0 | 0 | 0 | ${n} |`,
    )
    .replace('行政规范性文件 | 3 | 1 | 20 |', '行政规范性文件 | 3 | 1 | 18 |');

describe('report against report', () => {
  it('a carry-over is compared whichever file comes first, in one thread or several', () =>
    inFolder({ 'a.txt': base, 'b.txt': carrying(2), 'c.md': 'nothing' }, (cwd) => {
      for (const jobs of ['1', '2']) {
        const { of } = check(cwd, '-j', jobs, '.');
        deepStrictEqual(keys(of('a.txt')), [
          'carry-over@applications.2.natural-person',
          'carry-over@applications.2.total',
        ]);
        deepStrictEqual(keys(of('b.txt')), []);
      }
      deepStrictEqual(keys(check(cwd, 'a.txt').of('a.txt')), []);
    }));

  it('both years in one file', () =>
    inFolder({ 'a.txt': `${carrying(2)}\n${base}` }, (cwd) => {
      strictEqual(keys(check(cwd, 'a.txt').of('a.txt')).length, 2);
    }));

  it('a paragraph that two organs share is said once, in one thread or several', () => {
    const shortcomings = '一是部分科室公开意识不强，信息更新不够及时，个别栏目长期没有更新；'.repeat(3);
    const ofOrgan = (organ: string, work: string): string =>
      base
        .replace(/(一、总体情况\n)[\s\S]*?(?=二、)/, `$1（一）主动公开。${work}。\n`)
        .replace(/(五、存在的主要问题及改进情况\n)[\s\S]*?(?=六、)/, `$1清溪县教育局：${shortcomings}\n`)
        .replaceAll('清溪县教育局', organ);
    const files = {
      'a.txt': ofOrgan('清溪县教育局', '公布招生计划'),
      'b.txt': ofOrgan('清溪县水利局', '公布水情'),
    };
    inFolder(files, (cwd) => {
      for (const jobs of ['1', '2']) {
        const { of } = check(cwd, '-j', jobs, '.');
        deepStrictEqual(keys(of('a.txt')), []);
        const [found, ...more] = of('b.txt').filter(({ rule }) => rule === 'copied-text');
        deepStrictEqual([found?.severity, more], ['warning', []]);
        match(found?.message ?? '', /清溪县教育局/);
      }
    });
  });

  it('two reports of the year before: nothing is compared', () =>
    inFolder({ 'a.txt': base, 'b.txt': carrying(2), 'c.txt': carrying(0) }, (cwd) => {
      deepStrictEqual(keys(check(cwd, '.').of('a.txt')), []);
    }));

  it('names of organs: variants, renamed ones by setting, and none that could be any county’s', () =>
    inFolder(
      {
        'a/24.txt': base.replaceAll('清溪县教育局', '清溪县人民政府办公室'),
        'a/23.txt': carrying(2).replaceAll('清溪县教育局', '清溪县政府办'),
        'b/24.txt': base,
        'b/23.txt': carrying(2).replaceAll('清溪县教育局', '清溪县教育体育局'),
        'b/.ogi-report.json': '{"organs": [["清溪县教育局", "清溪县教育体育局"]]}',
        'c/24.txt': base.replaceAll('清溪县教育局', '县水利局'),
        'd/23.txt': carrying(2).replaceAll('清溪县教育局', '县水利局'),
      },
      (cwd) => {
        const { of } = check(cwd, '.');
        strictEqual(keys(of('a/24.txt')).length, 2);
        strictEqual(keys(of('b/24.txt')).length, 2);
        deepStrictEqual(keys(of('c/24.txt')), []);
      },
    ));

  it('levels and accepted findings', () =>
    inFolder(
      {
        'a.txt': base,
        'b.txt': carrying(2),
        '.ogi-report.json': JSON.stringify({
          rules: { 'carry-over': 'error' },
          accept: [
            { report: 'a.txt', rule: 'carry-over', at: 'applications.2.total', value: 0, reason: '已更正' },
          ],
        }),
      },
      (cwd) => {
        const { code, of, files } = check(cwd, '.');
        strictEqual(code, 1);
        deepStrictEqual(keys(of('a.txt')), ['carry-over@applications.2.natural-person']);
        strictEqual(
          files.some(({ findings }) => findings.some(({ rule }) => rule === 'dead-acceptance')),
          false,
        );
      },
    ));

  it('with --fix the file is mended and compared', () =>
    inFolder({ 'a.txt': base.replace('| 57 |', '| ５７ |'), 'b.txt': carrying(2) }, (cwd) => {
      const { out } = ogi(['check', '--fix', '.'], { cwd });
      match(out, /a\.txt: 改正 1 处/);
      match(out, /上年（2023 年）报告/);
    }));

  it('a superior’s tables against its units’', () => {
    const unit = (n: number) => base.replaceAll('清溪县教育局', `清溪县${'甲乙丙'.charAt(n)}局`);
    const whole = base
      .replaceAll('清溪县教育局', '清溪县人民政府')
      .replace(/(?<=\| |\n)(\d+)(?= \|)/g, (_, n) => String(Number(n) * 3))
      .replace('| 37.5 |', '| 37.5 |');
    return inFolder(
      {
        'all.txt': whole.replace('12.5', '37.5').replace('| 171 |', '| 172 |'),
        'units/1.txt': unit(0),
        'units/2.txt': unit(1),
        'units/3.txt': unit(2),
        '.ogi-report.json': '{"aggregates": [{"report": "all*.txt", "parts": ["units/*.txt"]}]}',
      },
      (cwd) => {
        const found = check(cwd, '.')
          .of('all.txt')
          .filter(({ rule }) => rule === 'aggregate');
        deepStrictEqual(
          found.map(({ field, message }) => [field, message]),
          [['disclosure.licence.decisions', '“行政许可·本年处理决定数量”填 172，3 个单位之和为 171，多 1。']],
        );
      },
    );
  });

  it('units without a report are named', () =>
    inFolder(
      {
        'all.txt': base.replaceAll('清溪县教育局', '清溪县人民政府'),
        'units/1.txt': base.replace('| 57 |', '| 58 |'),
        'units/2.txt': base.replaceAll('清溪县教育局', '清溪县水利局').replaceAll('2024', '2023'),
        'units/3.txt': 'torn',
        '.ogi-report.json':
          '{"aggregates": [{"report": "all.txt", "parts": ["units/*.txt", "other.txt"], "tables": ["disclosure"]}]}',
      },
      (cwd) => {
        const found = check(cwd, '.')
          .of('all.txt')
          .filter(({ rule }) => rule === 'aggregate');
        deepStrictEqual(
          found.map(({ message }) => message),
          [
            '汇总核对不完整：缺 3 个单位的报告：units/3.txt、other.txt、清溪县水利局。',
            '“行政许可·本年处理决定数量”填 57，1 个单位之和为 58，少 1。',
          ],
        );
      },
    ));

  it('500 organs over two years: every broken carry-over, and no other', function () {
    this.timeout(60_000);
    const seed = runSeed();
    const organs = twoYears(500, random(seed), 0.2);
    const files = Object.fromEntries(
      organs.flatMap(({ last, now }, i) => [
        [`2023/${i}.txt`, last],
        [`2024/${i}.txt`, now],
      ]),
    );
    return inFolder(files, (cwd) => {
      const { files: all } = check(cwd, '.');
      strictEqual(all.length, 1000);
      const found = new Map(
        all.map(({ path, findings }) => [
          path,
          findings
            .filter(({ rule }) => /carry-over/.test(rule))
            .map(({ field }) => field)
            .sort(),
        ]),
      );
      for (const [i, { organ, broken }] of organs.entries()) {
        deepStrictEqual(found.get(`2024/${i}.txt`), [...broken].sort(), `${organ}, OGI_SEED=${seed}`);
        deepStrictEqual(found.get(`2023/${i}.txt`), [], `${organ}, OGI_SEED=${seed}`);
      }
      ok(
        organs.some(({ broken }) => broken.length > 0),
        `OGI_SEED=${seed}`,
      );
    });
  });
});
