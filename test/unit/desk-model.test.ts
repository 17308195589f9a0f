// The values behind the view of the folder's reports.

import assert from 'node:assert/strict';
import { filtered, noFilter } from '../../client/src/desk/desk-filter.ts';
import {
  compareReports,
  type DeskFinding,
  groupsOf,
  isStaleReport,
  type ReviewedReport,
  withFindings,
} from '../../client/src/desk/desk-model.ts';
import { nodesBelow } from '../../client/src/desk/nodes-below.ts';

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

const report = (
  organ: string | null,
  year: number | null,
  findings: readonly DeskFinding[],
  entry: ReviewedReport['entry'] = null,
): ReviewedReport => ({
  uri: `file:///${organ ?? 'x'}${year ?? ''}.txt`,
  line: 0,
  organ,
  year,
  digest: 'now',
  index: 0,
  alone: true,
  findings,
  entry,
});

const marked = (state: 'checked' | 'returned', digest: string): ReviewedReport['entry'] => ({
  file: 'x.txt',
  organ: null,
  year: null,
  mark: { state, digest, figures: { 'a.1.total': 91, 'a.2.total': 4 } },
  notes: { 'a.1.total': ['请核实', '已电话核实'] },
});

describe('the desk', () => {
  it('gives each report of a document its own findings', () => {
    const at = (line: number, organ: string) => ({
      uri: 'file:///two.txt',
      line,
      organ,
      year: 2025,
      digest: '',
    });
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
    const listed = [3, 40].map((line) => ({
      uri: 'file:///two.txt',
      line,
      organ: null,
      year: null,
      digest: '',
    }));
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
    const left = (filter: Partial<Parameters<typeof filtered>[1]>) =>
      filtered(reports, { ...noFilter, ...filter }).map(({ organ, findings }) => [organ, findings.length]);
    assert.deepEqual(left({ errorsOnly: true, rules: null }), [['甲', 1]]);
    assert.deepEqual(left({ errorsOnly: false, rules: new Set(['carry-over']) }), [
      ['甲', 1],
      ['乙', 1],
    ]);
    assert.deepEqual(left({ errorsOnly: true, rules: new Set(['carry-over']) }), []);
    assert.equal(filtered(reports, noFilter), reports);
  });

  it('shows only reports in the states wanted, or none but the gaps of the roster', () => {
    const reports = [
      report('甲', 2025, [], marked('checked', 'now')),
      report('乙', 2025, [], marked('returned', 'now')),
      report('丙', 2025, []),
    ];
    const left = (filter: Partial<Parameters<typeof filtered>[1]>) =>
      filtered(reports, { ...noFilter, ...filter }).map(({ organ }) => organ);
    assert.deepEqual(left({ states: new Set(['unchecked']) }), ['丙']);
    assert.deepEqual(left({ states: new Set(['checked', 'returned']) }), ['甲', '乙']);
    assert.deepEqual(left({ states: new Set(['checked']), errorsOnly: true }), []);
    assert.deepEqual(left({ gapsOnly: true }), []);
  });

  it('says below a report which figures changed since its mark, the notes, and the findings', () => {
    const range = (line: number) => ({ start: { line, character: 2 }, end: { line, character: 4 } });
    const cells = [
      { field: 'a.1.total', name: '一 · 总计', value: 92, range: range(7) },
      { field: 'a.3.total', name: '三 · 总计', value: 5, range: range(9) },
    ];
    const stale = report('甲', 2025, [finding(1)], marked('checked', 'before'));
    assert.ok(isStaleReport(stale));
    assert.deepEqual(
      nodesBelow(stale, cells).map((node) => {
        if (node.kind === 'change')
          return [node.change.name, node.change.was, node.change.is, node.change.line];
        if (node.kind === 'note') return [node.note.name, node.note.text, node.note.line];
        return node.kind;
      }),
      [
        ['一 · 总计', 91, 92, 7],
        ['a.2.total', 4, null, 0],
        ['三 · 总计', 0, 5, 9],
        ['一 · 总计', '请核实', 7],
        ['一 · 总计', '已电话核实', 7],
        'finding',
      ],
    );
    const fresh = report('甲', 2025, [], marked('checked', 'now'));
    assert.deepEqual(
      nodesBelow(fresh, cells).map(({ kind }) => kind),
      ['note', 'note'],
    );
  });
});
