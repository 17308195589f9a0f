// The values behind the view of the folder's reports.

import assert from 'node:assert/strict';
import {
  compareReports,
  type DeskFinding,
  type DeskReport,
  filtered,
  groupsOf,
  noFilter,
  withFindings,
} from '../../client/src/desk-model.ts';

const finding = (
  line: number,
  level: DeskFinding['level'] = 'error',
  rule = 'sum-mismatch',
): DeskFinding => ({
  line,
  character: 0,
  level,
  rule,
  message: `${rule} ${line}`,
});

const report = (organ: string | null, year: number | null, findings: readonly DeskFinding[]): DeskReport => ({
  uri: `file:///${organ ?? 'x'}${year ?? ''}.txt`,
  line: 0,
  organ,
  year,
  findings,
});

describe('the desk', () => {
  it('gives each report of a document its own findings', () => {
    const at = (line: number, organ: string) => ({ uri: 'file:///two.txt', line, organ, year: 2025 });
    const found = [finding(60, 'warning'), finding(40), finding(2), finding(39)];
    const reports = withFindings([at(40, '乙'), at(3, '甲')], () => found);
    assert.deepEqual(
      reports.map(({ organ, findings }) => [organ, findings.map(({ line }) => line)]),
      [
        ['甲', [2, 39]],
        ['乙', [40, 60]],
      ],
    );
  });

  it('asks for the findings of a document once', () => {
    const asked: string[] = [];
    const listed = [3, 40].map((line) => ({ uri: 'file:///two.txt', line, organ: null, year: null }));
    withFindings(listed, (uri) => {
      asked.push(uri);
      return [];
    });
    assert.deepEqual(asked, ['file:///two.txt']);
  });

  it('puts the worst first: errors, then warnings, then by name', () => {
    const none = report('甲', 2025, []);
    const warnings = report('乙', 2025, [finding(1, 'warning'), finding(2, 'warning')]);
    const errors = report('丙', 2025, [finding(1)]);
    const alike = report('丁', 2025, []);
    assert.deepEqual(
      [none, alike, warnings, errors].sort(compareReports).map(({ organ }) => organ),
      ['丙', '乙', '丁', '甲'],
    );
  });

  it('groups by year, newest first and unknown last', () => {
    const reports = [report('甲', null, [finding(1)]), report('甲', 2024, []), report('乙', 2025, [])];
    assert.deepEqual(
      groupsOf(reports, 'year').map(({ name }) => name),
      ['2025', '2024', null],
    );
  });

  it('groups by organ, the one with the worst report first', () => {
    const reports = [report('甲', 2025, []), report('乙', 2024, []), report('乙', 2025, [finding(1)])];
    assert.deepEqual(
      groupsOf(reports, 'organ').map(({ name, reports: own }) => [name, own.map(({ year }) => year)]),
      [
        ['乙', [2025, 2024]],
        ['甲', [2025]],
      ],
    );
  });

  it('leaves out what the filter does, and reports without the rest', () => {
    const reports = [
      report('甲', 2025, [finding(1), finding(2, 'warning', 'carry-over')]),
      report('乙', 2025, [finding(1, 'warning', 'carry-over')]),
      report('丙', 2025, []),
    ];
    const left = (filter: Parameters<typeof filtered>[1]) =>
      filtered(reports, filter).map(({ organ, findings }) => [organ, findings.length]);
    assert.deepEqual(left({ errorsOnly: true, rules: null }), [['甲', 1]]);
    assert.deepEqual(left({ errorsOnly: false, rules: new Set(['carry-over']) }), [
      ['甲', 1],
      ['乙', 1],
    ]);
    assert.deepEqual(left({ errorsOnly: true, rules: new Set(['carry-over']) }), []);
    assert.equal(filtered(reports, noFilter), reports);
  });
});
