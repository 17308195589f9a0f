import { deepStrictEqual, match } from 'node:assert';
import { ReportIndex } from '../../server/src/archive/report-index.ts';
import { summaryOf } from '../../server/src/archive/summary.ts';
import { compare } from '../../server/src/rules/check.ts';
import { base } from '../support/base.ts';
import { reportOf } from '../support/reading.ts';

const SHORTCOMINGS =
  '一是个别科室对公开时限把握不准，清溪县教育局信息更新有时滞后；二是解读形式偏少，图解和视频不足2成。下一步，县教育局将按月通报各科室更新情况，重要文件出台时同步发布图解，并请群众代表试读。';
const sectionFive = (text: string, words: string): string =>
  text.replace(/(五、存在的主要问题及改进情况\n)[\s\S]*?(?=六、)/, `$1${words}\n`);
const reportFor = (organ: string, words = SHORTCOMINGS): string =>
  sectionFive(base, words)
    .replaceAll('清溪县教育局', organ)
    .replaceAll('县教育局', organ.replace('清溪', ''));

/** Documents and levels of what is said of shared paragraphs, all reports put into one index. */
function said(reports: Readonly<Record<string, string>>): readonly string[] {
  const index = new ReportIndex();
  for (const [name, text] of Object.entries(reports)) index.set(name, [reportOf(text)], summaryOf);
  return Object.keys(reports).flatMap((name) => {
    const [own] = index.of(name);
    if (own === undefined) return [];
    const neighbours = { lastYear: null, sum: null, shared: index.shared(own) };
    return compare(own.summary, neighbours).map(({ severity }) => `${name} ${severity}`);
  });
}

/** The example has paragraphs of its own that all these reports share; here they differ. */
const apart = (text: string, mark: string): string =>
  text.replace(/(一、总体情况\n)[\s\S]*?(?=二、)/, `$1（一）主动公开。${mark}公开信息3条。\n`);

describe('paragraphs that organs share', () => {
  const a = apart(reportFor('清溪县教育局'), '甲');
  const b = apart(reportFor('清溪县水利局'), '乙');

  it('a whole section but for digits and names is said once, as a warning', () => {
    deepStrictEqual(said({ 'x/a.txt': a, 'x/b.txt': b }), ['x/b.txt warning']);
    deepStrictEqual(said({ 'x/b.txt': b, 'x/a.txt': a }), ['x/b.txt warning']);
  });

  it('part of a section is an info', () => {
    const more = `${SHORTCOMINGS}\n此外，培训次数偏少，明年每季度组织一次。`;
    const c = apart(reportFor('清溪县水利局', more), '乙');
    deepStrictEqual(said({ 'x/a.txt': a, 'x/c.txt': c }), ['x/c.txt info']);
  });

  it('other folders, other years and the same organ are not compared', () => {
    deepStrictEqual(said({ 'x/a.txt': a, 'y/b.txt': b }), []);
    deepStrictEqual(said({ 'x/a.txt': a, 'x/b.txt': b.replaceAll('2024', '2023') }), []);
    deepStrictEqual(said({ 'x/a.txt': a, 'x/b.txt': a }), []);
  });

  it('what many have is a template of their superior', () => {
    const organs = ['水利局', '财政局', '民政局', '司法局', '统计局', '审计局'];
    const all = organs.map((organ, i) => [`x/${i}.txt`, apart(reportFor(`清溪县${organ}`), organ)]);
    deepStrictEqual(said(Object.fromEntries(all)), []);
    deepStrictEqual(said(Object.fromEntries(all.slice(0, 3))), []);
  });

  it('a report that is replaced is forgotten', () => {
    const index = new ReportIndex();
    index.set('x/a.txt', [reportOf(a)], summaryOf);
    index.set('x/b.txt', [reportOf(b)], summaryOf);
    const shared = () => index.of('x/b.txt').flatMap((own) => index.shared(own));
    deepStrictEqual(
      shared().map(({ other }) => other.organ),
      ['清溪县教育局'],
    );
    match(shared()[0]?.other.document ?? '', /a\.txt$/);
    index.set('x/a.txt', [reportOf(apart(base, '甲'))], summaryOf);
    deepStrictEqual(shared(), []);
    index.set('x/a.txt', [reportOf(a)], summaryOf);
    deepStrictEqual(shared().length, 1);
    index.delete('x/a.txt');
    deepStrictEqual(shared(), []);
  });
});
