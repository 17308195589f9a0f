import assert from 'node:assert/strict';
import { form, mixedDisclosure, tableIds } from '../../server/src/form/form.ts';
import { outcomes } from '../../server/src/form/outcomes.ts';
import { sections } from '../../server/src/form/sections.ts';
import type { Edition, Form } from '../../server/src/form/spec.ts';
import { regionalWords, simplified, traditional } from '../../server/src/text/traditional.ts';

const formsOf = (edition: Edition): Form[] => tableIds.map((table) => form(table, edition));
const fieldsOf = (edition: Edition): string[] => formsOf(edition).flatMap((each) => [...each.fields.keys()]);
const identitiesOf = (edition: Edition) => formsOf(edition).flatMap((each) => each.identities);
const lineIds = (each: Form): string[] => each.rows.map((line) => line.id);

describe('the official form', () => {
  it('has 200 cells and 42 identities in the edition of 2021', () => {
    assert.deepEqual(
      formsOf('2021').map((each) => each.fields.size),
      [10, 175, 15],
    );
    assert.deepEqual(
      formsOf('2021').map((each) => each.identities.length),
      [0, 25 + 7 + 7, 3],
    );
  });

  it('has 198 cells and 40 identities in the edition of 2019', () => {
    assert.deepEqual(
      formsOf('2019').map((each) => each.fields.size),
      [6 + 6 + 6 + 2 + 2, 23 * 7, 15],
    );
    assert.deepEqual(
      formsOf('2019').map((each) => each.identities.length),
      [0, 23 + 7 + 7, 3],
    );
  });

  it('has six outcomes of requests, whose rows make up the total', () => {
    assert.deepEqual(
      outcomes('2021').map(({ id, name, rows }) => [id, name, rows.length]),
      [
        ['3-1', '予以公开', 1],
        ['3-2', '部分公开', 1],
        ['3-3', '不予公开', 8],
        ['3-4', '无法提供', 3],
        ['3-5', '不予处理', 5],
        ['3-6', '其他处理', 3],
      ],
    );
    assert.deepEqual(outcomes('2019').at(-1), { id: '3-6', name: '其他处理', rows: ['3-6'] });
  });

  for (const edition of ['2019', '2021'] as const) {
    it(`names every cell and identity of ${edition} once, and no cell that is not there`, () => {
      const fields = fieldsOf(edition);
      const identities = identitiesOf(edition);
      assert.equal(new Set(fields).size, fields.length);
      assert.equal(new Set(identities.map((each) => each.id)).size, identities.length);
      for (const { left, right, at } of identities) {
        for (const id of [...left, ...right]) assert.ok(fields.includes(id), id);
        assert.ok(right.includes(at));
      }
      for (const each of formsOf(edition))
        assert.equal(each.rows.flatMap((line) => line.fields).length, each.fields.size);
    });

    it(`tells any two cells of applications ${edition} apart by their identities`, () => {
      const signatures = [...form('applications', edition).identitiesOf.values()].map((identities) => {
        assert.ok(identities.length >= 2);
        return identities.map((each) => each.id).join(' ');
      });
      assert.equal(new Set(signatures).size, signatures.length);
    });

    it(`says what every row and column of ${edition} counts, in both languages`, () => {
      for (const each of formsOf(edition))
        for (const { row, column } of each.fields.values())
          for (const phrase of [row.name, row.meaning, row.basis, column.name, column.meaning]) {
            assert.match(phrase?.zh ?? '', /\p{Script=Han}/u);
            assert.match(phrase?.en ?? '', /[a-z]/);
          }
    });
  }

  it('states the identities of FORM.md', () => {
    const applications = form('applications', '2021').identities;
    const named = (id: string) => applications.find((each) => each.id === id);
    assert.deepEqual(named('applications.3-1/row-total')?.right, ['applications.3-1.total']);
    assert.equal(named('applications.3-1/row-total')?.left.length, 6);
    assert.equal(named('applications.other/column-total')?.at, 'applications.3-7.other');
    assert.equal(named('applications.other/column-total')?.left.length, 21);
    assert.deepEqual(named('applications.total/balance'), {
      id: 'applications.total/balance',
      kind: 'balance',
      left: ['applications.1.total', 'applications.2.total'],
      right: ['applications.3-7.total', 'applications.4.total'],
      at: 'applications.4.total',
    });
    assert.deepEqual(
      form('disputes', '2021').identities.map((each) => [each.id, each.at]),
      [
        ['disputes.reconsideration/group-total', 'disputes.reconsideration.total'],
        ['disputes.direct-suit/group-total', 'disputes.direct-suit.total'],
        ['disputes.suit-after-reconsideration/group-total', 'disputes.suit-after-reconsideration.total'],
      ],
    );
  });

  it('differs between the editions just where the notices do', () => {
    const [now, then] = [form('applications', '2021'), form('applications', '2019')];
    const only = (a: Form, b: Form) => lineIds(a).filter((id) => !lineIds(b).includes(id));
    assert.deepEqual(only(now, then), ['3-6-1', '3-6-2', '3-6-3']);
    assert.deepEqual(only(then, now), ['3-6']);
    assert.deepEqual(lineIds(form('disputes', '2021')), ['cases']);
    assert.equal(form('disputes', '2021').table, form('disputes', '2019').table);
    assert.deepEqual(only(form('disclosure', '2019'), form('disclosure', '2021')), [
      'other-services',
      'procurement',
    ]);
  });

  it('mixes the editions of the items of disclosure', () => {
    assert.equal(mixedDisclosure(['2021', '2021', '2021', '2021', '2021']), form('disclosure', '2021'));
    assert.equal(mixedDisclosure(['2019', '2019', '2019', '2019', '2019']), form('disclosure', '2019'));
    assert.equal(mixedDisclosure([]), form('disclosure', '2021'));
    const mixed = mixedDisclosure(['2019', '2021', '2021', '2021', '2021']);
    assert.equal(mixed.edition, '2019');
    assert.ok(mixed.fields.has('disclosure.normative.total-published'));
    assert.ok(mixed.fields.has('disclosure.fee.amount'));
    assert.ok(!mixed.fields.has('disclosure.procurement.items'));
    assert.equal(mixed.fields.size, 6 + 4);
  });

  it('has six sections in order, three of them with a table', () => {
    assert.deepEqual(
      sections.map((section) => section.heading.slice(0, 2)),
      ['一、', '二、', '三、', '四、', '五、', '六、'],
    );
    assert.deepEqual(
      sections.flatMap((section) => section.table ?? []),
      tableIds,
    );
    const titles = sections.flatMap((section) => [section.heading.slice(2), ...section.variants]);
    assert.equal(new Set(titles).size, titles.length);
  });
});

describe('the table of Traditional characters', () => {
  it('pairs characters one to one, never a character with itself, and never leads on', () => {
    assert.equal(traditional.length, simplified.length);
    assert.equal(new Set(traditional).size, traditional.length);
    for (const character of simplified) assert.ok(!traditional.includes(character), character);
    for (const [usage, official] of regionalWords) assert.equal(usage.length, official.length);
  });

  it('folds the labels of a Traditional report', () => {
    const fold = (text: string) => text.replace(/./gu, (c) => simplified[traditional.indexOf(c)] ?? c);
    assert.equal(fold('收到和處理政府信息公開申請情況'), '收到和处理政府信息公开申请情况');
    assert.equal(fold('行政複議、行政復議、行政訴訟'), '行政复议、行政复议、行政诉讼');
    assert.equal(fold('規範性文件、本年製發件數、現行有效件數'), '规范性文件、本年制发件数、现行有效件数');
    assert.equal(fold('關係為於後發準範餘萬億衞為爲説說'), '关系为于后发准范余万亿卫为为说说');
    assert.equal(fold('总计不变：系后里面台只'), '总计不变：系后里面台只');
  });

  it('leaves the labels of the form alone', () => {
    for (const each of [...formsOf('2019'), ...formsOf('2021')])
      for (const { row, column } of each.fields.values())
        for (const character of row.label + column.label) assert.ok(!traditional.includes(character));
  });
});
