// What each feature answers on the example report. `$0` is the cursor; property/features-properties.test.ts
// has the layouts.
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { type ActionKind, actions } from '../../server/src/features/actions.ts';
import { incomingCalls, outgoingCalls } from '../../server/src/features/call-hierarchy.ts';
import { codeLenses } from '../../server/src/features/code-lens.ts';
import { completionsAt } from '../../server/src/features/completion.ts';
import { convertLayout } from '../../server/src/features/convert-layout.ts';
import {
  adjacentFigure,
  cellStatus,
  figuresInSpans,
  sumAmounts,
} from '../../server/src/features/figure-navigation.ts';
import { foldingRanges } from '../../server/src/features/folding-ranges.ts';
import { format } from '../../server/src/features/format.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { inlineCompletion } from '../../server/src/features/inline-completion.ts';
import { linkedNameAt, renameLinked } from '../../server/src/features/linked-rename.ts';
import { type OutlineItem, outline } from '../../server/src/features/outline.ts';
import { pinyinInitials } from '../../server/src/features/pinyin.ts';
import { preview } from '../../server/src/features/preview.ts';
import { definitions, documentHighlights, references } from '../../server/src/features/references.ts';
import { selectionRanges } from '../../server/src/features/selection-ranges.ts';
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import { skeleton } from '../../server/src/features/skeleton.ts';
import { matchesQuery, reportSymbols } from '../../server/src/features/workspace-symbols.ts';
import { reportsIn } from '../../server/src/report/index.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { base, baseFigures } from '../support/base.ts';
import { checkEdits, cut, lineAfter, placeIn, withWords } from '../support/features.ts';
import { checkAt, checkHover } from '../support/marked.ts';
import { clean } from '../support/noise.ts';
import { print } from '../support/printer.ts';
import { findingsOf, reportOf } from '../support/reading.ts';
import { tableSamples } from '../support/table-samples.ts';

const received = '一、本年新收政府信息公开申请数量 | 8 | 1 | 0 | 0 | 0 | 0 | 9 | ||';
const cellLine = print(baseFigures, { layout: 'cell-line-blank', noise: { ...clean, widths: 'full' } }).text;

describe('hover', () => {
  const said = (text: string, offset: number) => {
    const report = reportOf(text);
    return hover(report, findingsOf(report), offset)?.content.zh ?? null;
  };
  const check = (marked: string, parts: readonly string[]) => checkHover(marked, said, parts);

  it('works out the identities of a cell', () =>
    check(withWords(['| 8 | 1 | 0 | 0 | 0 | 0 | 9 |', '| $08 | 1 | 0 | 0 | 0 | 0 | 10 |']), [
      '**本年新收 · 自然人**：8',
      '依据：《条例》第五十条第（二）项',
      '✗ “本年新收”各列之和 = 总计：8 + 1 + 0 + 0 + 0 + 0 = 9，填报 10（多 1）',
      '✓ “自然人”列 一 + 二 = 三（七） + 四：8 + 0 = 7 + 1',
    ]));
  it('leaves zeros out of long sums', () =>
    check(withWords(['（七）总计 | 7', '（七）总计 | $07']), ['：4 + 3 = 7']));
  it('does not check what cannot be read', () =>
    check(withWords([received, received.replace('| 8 |', '| $0x |')]), ['不是有效数字', '未核对']));
  it('knows rows, columns, headings, groups of cases and the title', () => {
    check(withWords(['3.危及', '3.$0危及']), ['**危及“三安全一稳定”**', '第十四条']);
    check(withWords(['商业企业', '商$0业企业']), ['**商业企业**', '公司']);
    check(withWords(['五、存在', '五、$0存在']), ['不能只写“无”']);
    check(withWords(['复议后起诉', '复$0议后起诉']), ['经过行政复议后']);
    check(`清$0${base.slice(1)}`, ['**清溪县教育局** · 2024 年度', '42/42', '2025 年 1 月 31 日']);
  });
  it('knows the cell a figure in prose repeats', () =>
    check(withWords(['申请9件', '申请$09件']), ['本年新收 · 总计：9']));
  it('says nothing of plain prose', () => check(withWords(['优化网站', '优$0化网站']), []));
  it('lets no markup of the report through', () => {
    const { text, at } = placeIn(withWords([received, received.replace('| 8 |', '| $0[x](y)<b>8 |')]));
    const words = said(text, at) ?? '[x](y)';
    ok(!words.includes('[x](y)') && !words.includes('<b>'), words);
  });
});

describe('outline', () => {
  const tree = (item: OutlineItem): string[] => [
    `${item.name.zh} ${item.detail.zh}`.trim(),
    ...item.items.flatMap(tree).map((line) => `  ${line}`),
  ];
  it('goes from the report down to the figures of a row', () => {
    const lines = tree(outline(placeIn(base).report, []));
    for (const line of [
      '清溪县教育局2024年政府信息公开工作年度报告 勾稽 42/42',
      '  一、总体情况',
      '    （一）主动公开情况',
      '    主动公开表',
      '      第二十条第（一）项',
      '        行政规范性文件 3 · 1 · 20',
      '    依申请公开表 勾稽 39/39',
      '      三、本年度办理结果',
      '        （三）不予公开',
      '          1.属于国家秘密 0',
      '      行政诉讼',
      '        复议后起诉 0',
    ])
      ok(lines.includes(line), `${line} is not in\n${lines.join('\n')}`);
  });
  it('ends with the tables where rows would be too many', () => {
    const lines = tree(outline(placeIn(base).report, [], false));
    ok(lines.includes('    依申请公开表 勾稽 39/39'), lines.join('\n'));
    deepStrictEqual(
      lines.filter((line) => line.startsWith('      ')),
      [],
    );
  });
});

describe('folding ranges', () => {
  it('cover sections, sub-headings, tables and groups', () => {
    const { text, report } = placeIn(base);
    const first = cut(text, foldingRanges(report)).map((each) => each.split('\n')[0] as string);
    for (const line of [
      '一、总体情况',
      '第二十条第（一）项 | |||',
      '（三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |',
    ])
      ok(first.includes(line), `${first}`);
    ok(first.some((line) => line.startsWith('（二）依申请公开情况')));
  });
});

describe('selection ranges', () => {
  const checkSelection = (marked: string, expected: readonly string[]) => {
    const { text, report, at } = placeIn(marked);
    const all = cut(text, selectionRanges(report, at));
    deepStrictEqual(all.slice(0, expected.length), expected);
    strictEqual(all.at(-1), text);
  };
  it('grow from the number over row and group to the report', () => {
    const row = '2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0';
    checkSelection(withWords([row, row.replace('| 0 | 0', '| 0 | $00')]), ['0', ' 0 ', row]);
  });
  it('grow from the clause over sentence and paragraph', () =>
    checkSelection(withWords(['上年结转0件', '上年$0结转0件']), [
      '上年结转0件',
      '全年收到政府信息公开申请9件，上年结转0件；',
    ]));
});

describe('inlay hints', () => {
  it('say at line ends what a bare number is', () => {
    const { text, report } = placeIn(cellLine);
    const all = inlayHints(report, findingsOf(report), { from: 0, to: report.length });
    strictEqual(all.length, 200);
    for (const { at } of all) ok(at === text.length || text[at] === '\n');
    strictEqual(all[0]?.label.zh, '规章 · 本年制发件数');
  });
  it('say nothing inside rows but by how much totals are wrong, at their end', () => {
    const { text, report } = placeIn(
      withWords([received, received.replace('| 9 |', '| 7 |')], ['（七）总计 | 7 | 1', '（七）总计 | 9 | 3']),
    );
    const all = inlayHints(report, findingsOf(report), { from: 0, to: report.length });
    deepStrictEqual(
      all.map(({ label }) => label.zh),
      ['少 2', '自然人多 2 · 商业企业多 2 · 总计少 4'],
    );
    for (const { at } of all) strictEqual(text[at], '\n');
  });
  it('stand behind other bars', () => {
    const { text, report } = placeIn(cellLine.replaceAll(/^(\d+)$/gm, '│ $1 │'));
    const all = inlayHints(report, findingsOf(report), { from: 0, to: report.length });
    strictEqual(all.length, 200);
    strictEqual(text.slice((all[0]?.at ?? 0) - 3, all[0]?.at), '0 │');
  });
  it('stay within what is asked for', () => {
    const { report } = placeIn(cellLine);
    const all = inlayHints(report, findingsOf(report), { from: 0, to: report.length });
    const third = all[2]?.at ?? 0;
    deepStrictEqual(inlayHints(report, findingsOf(report), { from: 0, to: third }).length, 3);
  });
});

describe('semantic tokens', () => {
  it('tell labels, figures, totals, nones and figures in prose', () => {
    const { text, report } = placeIn(withWords(['行政强制 | 0', '行政强制 | /']));
    const of = (type: string) =>
      cut(
        text,
        semanticTokens(report)
          .filter((token) => token.type === type)
          .map(({ span }) => span),
      );
    deepStrictEqual(of('none'), ['/']);
    ok(of('label').includes('4.保护第三方合法权益') && of('label').includes('商业企业'));
    ok(of('figure').includes('12.5'));
    strictEqual(of('total').length, 25 + 6 + 3);
    deepStrictEqual(of('mention').slice(0, 2), ['9', '0']);
  });
});

describe('definitions, references, highlights and calls', () => {
  it('lead from a total to its parts, from a part to its totals', () => {
    const total = placeIn(withWords([received, received.replace('| 9 |', '| $09 |')]));
    deepStrictEqual(cut(total.text, definitions(total.report, total.at)), ['8', '1', '0', '0', '0', '0']);
    const part = placeIn(withWords(['（一）予以公开 | 4', '（一）予以公开 | $04']));
    deepStrictEqual(cut(part.text, definitions(part.report, part.at)), ['5', '7']);
  });
  it('lead from a figure in prose to its cell and back', () => {
    const { text, report, at } = placeIn(withWords(['申请9件', '申请$09件']));
    const [cell] = definitions(report, at);
    ok(cell && text.slice(0, cell.from).endsWith('| 8 | 1 | 0 | 0 | 0 | 0 | '));
    ok(references(report, cell.from, false).some(({ from }) => from === at));
  });
  it('highlight all cells of the identities of a cell', () => {
    const { report, at } = placeIn(withWords([received, received.replace('| 9 |', '| $09 |')]));
    const all = documentHighlights(report, at);
    strictEqual(all.length, 7 + 3);
    ok(all.some(({ total }) => total) && all.some(({ total }) => !total));
  });
  it('make totals call their parts', () => {
    const { report } = placeIn(base);
    deepStrictEqual(
      outgoingCalls(report, 'disputes.reconsideration.total').map(({ field }) => field.split('.')[2]),
      ['upheld', 'corrected', 'other', 'pending'],
    );
    deepStrictEqual(
      incomingCalls(report, 'applications.3-1.other').map(({ field }) => field),
      ['applications.3-1.total', 'applications.3-7.other'],
    );
  });
});

describe('code actions', () => {
  const checkActions = (marked: string, kind: ActionKind, expected: readonly RegExp[]) => {
    const { report, at } = placeIn(marked);
    const titles = actions(report, findingsOf(report), { from: at, to: at }, (each) => each === kind).map(
      ({ title }) => title.zh,
    );
    strictEqual(titles.length, expected.length, `${titles}`);
    for (const [i, pattern] of expected.entries()) ok(pattern.test(titles[i] as string), titles[i]);
  };
  const broken = received.replace('| 9 |', '| 10 |');
  it('offer the fix of a finding once, the likeliest first', () =>
    checkActions(withWords([received, broken.replace('10', '$010')]), 'quickfix', [/改为 9（改这一格/]));
  it('work a part back from a total', () =>
    checkActions(withWords([received, broken.replace('| 8', '| $08')]), 'refactor.rewrite', [
      /由合计反推“本年新收·自然人”：改为 9/,
    ]));
  it('offer nothing where all is well', () =>
    checkActions(withWords([received, received.replace('| 8', '| $08')]), 'refactor.rewrite', []));
  it('set all totals of a table, totals of totals too', () => {
    const wrong = withWords(
      [received, received.replace('| 9 |', '| $010 |')],
      ['（一）予以公开 | 4 | 1 | 0 | 0 | 0 | 0 | 5 |', '（一）予以公开 | 4 | 1 | 0 | 0 | 0 | 0 | 6 |'],
      ['（七）总计 | 7 | 1 | 0 | 0 | 0 | 0 | 8 |', '（七）总计 | 5 | 2 | 0 | 0 | 0 | 0 | 3 |'],
    );
    checkEdits(
      wrong,
      (report, at) =>
        actions(
          report,
          findingsOf(report),
          { from: at, to: at },
          (kind) => kind === 'source.fixSums.ogiReport',
        )[0]?.edits ?? [],
      base,
    );
  });
  it('fix all findings of a rule together', () => {
    const marked = withWords(['| 57 |', '| $0５７ |'], ['| 20 |', '| ２０ |']);
    const { report, at } = placeIn(marked);
    const all = actions(report, findingsOf(report), { from: at, to: at }, (kind) => kind === 'quickfix').find(
      ({ preview }) => preview,
    );
    checkEdits(marked, () => all?.edits ?? [], base);
  });
  it('apply all safe fixes together', () =>
    checkEdits(
      withWords(['| 57 |', '| ５７ |'], ['| 20 |', '| ２０ |'], [received, broken]),
      (report) =>
        actions(
          report,
          findingsOf(report),
          { from: 0, to: 0 },
          (kind) => kind === 'source.fixAll.ogiReport',
        )[0]?.edits ?? [],
      withWords([received, broken]),
    ));
});

describe('code lenses', () => {
  it('stand on tables with identities', () => {
    const { report } = placeIn(withWords([received, received.replace('| 9 |', '| 10 |')]));
    deepStrictEqual(
      codeLenses(report, findingsOf(report)).map(({ title, fixes }) => [title.zh, fixes]),
      [
        ['本表 39 项，2 项不成立 · 修正合计', 'applications'],
        ['本表 3 项勾稽全部成立', null],
      ],
    );
  });
});

describe('inline completion', () => {
  const checkInline = (row: string, expected: string | null) => {
    const inserted = (text: string, offset: number) =>
      inlineCompletion(reportOf(text), offset)?.insert ?? null;
    checkAt(withWords([received, row]), inserted, expected);
  };
  const label = '一、本年新收政府信息公开申请数量';
  it('completes a blank total', () => checkInline(`${label} | 8 | 7 | 0 | 0 | 0 | 0 | $0| ||`, '15'));
  it('completes a total behind its first digit', () =>
    checkInline(`${label} | 8 | 7 | 0 | 0 | 0 | 0 | 1$0 | ||`, '15'));
  it('completes a row that lacks its total', () =>
    checkInline(`${label} | 8 | 7 | 0 | 0 | 0 | 0 | $0`, '15'));
  it('knows other bars', () => {
    checkInline(`${label} │ 8 │ 7 │ 0 │ 0 │ 0 │ 0 │ 1$0 │ ││`, '15');
    checkInline(`${label} ｜ 8 ｜ 7 ｜ 0 ｜ 0 ｜ 0 ｜ 0 ｜ $0`, '15');
    checkInline(`${label} │ 8 │ 7 │ 0 │ 0 │ 0 │ 0 │ $0`, '15');
  });
  it('says nothing in other cells, behind other digits, in shorter rows', () => {
    checkInline(`${label} | 8 | $0| 0 | 0 | 0 | 0 | 8 | ||`, null);
    checkInline(`${label} | 8 | 7 | 0 | 0 | 0 | 0 | 2$0 | ||`, null);
    checkInline(`${label} | 8 | 7 | $0`, null);
  });
});

describe('completion', () => {
  const offered = (marked: string) => {
    const { report, at } = placeIn(marked);
    return [...completionsAt(report, at)].sort((a, b) => (a.sort < b.sort ? -1 : 1));
  };
  it('offers a missing heading first', () => {
    const [first] = offered(withWords(['五、存在的主要问题及改进情况', '五$0']));
    strictEqual(first?.label, '五、存在的主要问题及改进情况');
    ok(first.filter.includes('czdzywtjgjqk'));
  });
  it('offers missing rows of the table and columns', () => {
    const all = offered(withWords(['2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||', 'cf$0']));
    const row = all.find(({ kind }) => kind === 'row');
    strictEqual(row?.label, '2.重复申请');
    ok(row.filter.includes('cfsq') && all.some(({ label }) => label === '商业企业'));
  });
  it('writes a missing section with its table', () => {
    const at = base.indexOf('四、政府信息公开行政复议');
    const {
      text,
      report,
      at: cursor,
    } = placeIn(`${base.slice(0, at)}$0\n${base.slice(base.indexOf('五、存在'))}`);
    const whole = completionsAt(report, cursor).find(({ edit }) => edit.insert.includes('\n'));
    const [after] = reportsIn(applyEdits(text, whole ? [whole.edit] : []));
    strictEqual(after?.report.tables.disputes?.table.cells.size, 15);
  });
  it('begins behind any bar', () => {
    for (const bar of ['|', '｜', '│']) {
      const [first] = offered(withWords(['2.重复申请 | 0 |', `${bar} cf$0 ${bar} `]));
      strictEqual(first?.label, '2.重复申请', bar);
    }
  });
  it('keeps out of sentences', () => deepStrictEqual(offered(withWords(['优化网站', '优化$0网站'])), []));
  it('knows the initials of words with several readings', () =>
    strictEqual(pinyinInitials('重复申请，行政复议2'), 'cfsqxzfy2'));
});

describe('figure navigation', () => {
  it('goes from figure to figure over tables', () => {
    const { text, report } = placeIn(base);
    const seen: string[] = [];
    let at = text.indexOf('规章 |');
    for (let i = 0; i < 4; i++) {
      const span = adjacentFigure(report, at, 1);
      at = span?.to ?? 0;
      seen.push(...cut(text, span ? [span] : []));
    }
    deepStrictEqual(seen, ['0', '0', '0', '3']);
    deepStrictEqual(cut(text, [adjacentFigure(report, at, -1) ?? { from: 0, to: 0 }]), ['0']);
    strictEqual(adjacentFigure(report, text.length, 1), null);
    strictEqual(adjacentFigure(report, 0, -1), null);
  });
  it('goes from a label to the first figure of its row, from a head to the next figure', () => {
    const next = (marked: string) => {
      const { text, report, at } = placeIn(marked);
      const span = adjacentFigure(report, at, 1);
      return span && text.slice(text.lastIndexOf('\n', span.from) + 1, span.to);
    };
    const label = '一、本年新收政府信息公开申请数量 | 8';
    for (const at of [0, 5, label.length - 4])
      strictEqual(next(withWords([label, `${label.slice(0, at)}$0${label.slice(at)}`])), label);
    strictEqual(next(withWords(['自然人', '自$0然人'])), label);
  });
  it('goes from a label to a figure above it', () => {
    const sample = tableSamples().find(({ name }) => name === 'applications-figures-above.txt');
    const text = sample?.text ?? '';
    const span = adjacentFigure(reportOf(text), text.indexOf('二、上年结转') + 1, 1);
    strictEqual(span && text.slice(span.from).split('\n')[0], '2 0 1 0 0 0 3');
  });
  it('tells the status of a cell, and of labels and heads', () => {
    const { report, at } = placeIn(withWords([received, received.replace('| 8', '| $08')]));
    strictEqual(
      cellStatus(report, findingsOf(report), at, 'zh')?.status,
      '本年新收 · 自然人 · 8 · 行合计 9 · 勾稽 42/42',
    );
    strictEqual(cellStatus(report, findingsOf(report), 3, 'zh'), null);
    const status = (words: string) =>
      cellStatus(report, findingsOf(report), base.indexOf(words) + 1, 'zh')?.status;
    strictEqual(status('一、本年新收'), '本年新收 · 行合计 9 · 勾稽 42/42');
    strictEqual(status('自然人'), '依申请公开表 · 勾稽 42/42');
  });
  it('adds up money exactly', () => {
    const { text, report } = placeIn(withWords(['12.5', '0.1'], ['| 57 |', '| 0 |']));
    const from = text.indexOf('行政许可');
    strictEqual(sumAmounts(figuresInSpans(report, [{ from, to: text.indexOf('三、收到') }])), '4.1');
  });
});

describe('conversion to another layout', () => {
  const checkKept = (text: string, table: string, why: RegExp) => {
    const { edits, kept } = convertLayout(placeIn(text).report, 'cell-line');
    deepStrictEqual([edits, kept.map((each) => each.table)], [[], [table]]);
    ok(why.test(kept[0]?.why.zh ?? ''), kept[0]?.why.zh);
  };
  it('writes all tables', () => {
    const { edits, kept } = convertLayout(placeIn(base).report, 'cell-line');
    deepStrictEqual([edits.length, kept], [3, []]);
  });
  it('writes none where one would lose something, and says what', () => {
    checkKept(
      base.replace(/2\.重复申请.*\n/, ''),
      'applications',
      /^“重复申请 · 自然人”等 7 格在表里找不到$/,
    );
    checkKept(withWords(['2.重复申请 |', '2.重复申请 | 7 |']), 'applications', /重复申请.*不能确定/);
    checkKept(
      withWords(['行政处罚', '填表人：甲乙\n行政处罚']),
      'disclosure',
      /“填表人：甲乙”不是格式里的内容/,
    );
  });
});

describe('linked rename', () => {
  const checkRename = (marked: string, name: string, expected: string | null) => {
    const { text, report, at } = placeIn(marked);
    const found = linkedNameAt(report, at);
    const edits = found && renameLinked(found, name);
    if (expected === null) strictEqual(edits, null);
    else checkEdits(text, () => edits ?? [], expected);
  };
  it('changes the organ and the year wherever they stand', () => {
    checkRename(`清$0${base.slice(1)}`, '安澜市水务局', base.replace('清溪县教育局', '安澜市水务局'));
    checkRename(withWords(['2024年1月', '20$024年1月']), '2025', base.replaceAll('2024年', '2025年'));
  });
  it('refuses what is no name and finds none elsewhere', () => {
    for (const name of ['a|b', 'a│b', 'a\rb', ' ']) checkRename(`清$0${base.slice(1)}`, name, null);
    checkRename(withWords(['2024年1月', '20$024年1月']), '25', null);
    checkRename(withWords(['〔2021〕', '〔20$021〕']), '2025', null);
  });
});

describe('workspace symbols', () => {
  it('are found by organ, table, row, pinyin', () => {
    const all = reportSymbols(placeIn(base).report);
    const found = (query: string) =>
      all.filter((symbol) => matchesQuery(query, symbol)).map(({ name }) => name.zh);
    ok(found('清溪 予以公开').includes('（一）予以公开 5'));
    ok(found('cfsq').includes('2.重复申请 0'));
    ok(found('2024 复议诉讼').includes('复议诉讼表'));
    deepStrictEqual(found('海关'), []);
  });
});

describe('formatting', () => {
  it('aligns bars by the width of characters and narrows digits', () => {
    const { text, report } = placeIn(withWords(['规章 | 0 | 0 | 0 |', '规章 | ０ |  0 | 0 |']));
    const edits = format(report);
    strictEqual(lineAfter(text, edits, '规章'), '规章           | 0 | 0 |  0 |');
    strictEqual(lineAfter(text, edits, '行政规范性文件'), '行政规范性文件 | 3 | 1 | 20 |');
  });
  it('touches only the lines asked for', () => {
    const { text, report } = placeIn(withWords(['| 57 |', '| ５７ |']));
    const at = text.indexOf('行政许可');
    ok(format(report, { from: at, to: at + 4 }).every(({ from }) => from >= at && from <= at + 12));
  });
});

describe('preview', () => {
  const drawn = (text: string) => {
    const { report } = placeIn(text);
    return preview({ report, at: 0 }, findingsOf(report), 'zh');
  };
  it('draws the tables with merged heads and marks what is wrong', () => {
    const text = withWords([received, received.replace('| 9 |', '| 10 |')], ['行政强制 | 0', '行政强制 | /']);
    const html = drawn(text);
    ok(html.includes('<thead><tr><td class="corner" colspan="3" rowspan="3">（本列数据'));
    ok(html.includes('<th scope="colgroup" colspan="5">法人或其他组织</th>'));
    ok(html.includes('<th scope="col">商业企业</th>'));
    ok(html.includes('<th scope="rowgroup" rowspan="8">（三）不予公开</th>'));
    ok(
      /<td class="total suspect" title="[^"]*疑应为 9[^"]*" data-from="\d+" data-to="\d+">10<\/td>/.test(
        html,
      ),
    );
    ok(/<td[^>]*class="none"[^>]*>\/<\/td>/.test(html));
    const [, from, to] = /data-from="(\d+)" data-to="(\d+)">10</.exec(html) ?? [];
    strictEqual(text.slice(Number(from), Number(to)), '10');
  });
  it('escapes all text', () => {
    const html = drawn(withWords(['优化网站', '<img src=x onerror="y">&\'']));
    ok(!html.includes('<img') && html.includes('&lt;img src=x onerror=&quot;y&quot;&gt;&amp;&#39;'));
  });
});

describe('new report', () => {
  it('has nothing wrong with it and last year’s figures', () => {
    const { text, carried } = skeleton({
      organ: '安澜市水务局',
      year: 2025,
      layout: 'row-line',
      previousText: base,
    });
    const [made] = reportsIn(text);
    deepStrictEqual(made && findingsOf(made.report).map(({ rule }) => rule), []);
    ok(text.includes('二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |'));
    ok(text.includes('行政规范性文件 | 0 | 0 | 20 |'));
    const said = carried.map(({ span, source }) => `${cut(text, [span])} ${source.zh}`);
    deepStrictEqual(said, [
      '1 2024 年报告“结转下年度继续办理·自然人”：1',
      '1 2024 年报告“结转下年度继续办理·自然人”：1',
      '1 2024 年报告“结转下年度继续办理·总计”：1',
      '1 2024 年报告“结转下年度继续办理·总计”：1',
      '20 2024 年报告“行政规范性文件·现行有效件数”：20',
    ]);
  });
});
