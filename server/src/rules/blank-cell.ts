import { completingValue, type EvaluatedIdentity, evaluatedIdentities } from '../audit/identities.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedTable } from '../report/types.ts';
import type { Cell, TableRow } from '../table/types.ts';
import { shift } from '../text/span.ts';
import { cellName, figureFix, isWritable, relatedCell, setCell } from './describe.ts';
import type { Fix, Issue, Rule } from './rule.ts';

export const blankCell: Rule = {
  id: 'blank-cell',
  severity: 'info',
  title: { zh: '单元格未填', en: 'Blank cell' },
  manual: {
    what: {
      zh: '应填数的格空着。空格按 0 计，勾稽关系仍成立的只作提示（每行一条）；因空格而不成立的作为错误，并给出应填的数。',
      en: 'A cell meant for a figure is blank. It counts as 0: harmless ones are noted once a row; where an identity fails because of it, it is an error, with the value that would complete the sum.',
    },
    why: {
      zh: '格式要求没有发生的填 0。空着的格，读者分不清是没有还是漏填。',
      en: 'The form asks for 0 where there was nothing; a blank may as well be an oversight.',
    },
    how: { zh: '没有的填 0；漏填的按台账补上。', en: 'Write 0, or the figure from the register.' },
    wrong: '2.重复申请 | 0 | 0 | 0 |  | 0 | 0 | 0 | ||',
    right: '2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||',
  },
  check: (report) =>
    tablesOf(report).flatMap((placed) =>
      placed.table.irregularCells.some(isBlank)
        ? placed.table.rows.flatMap((line) => issuesOf(placed, line))
        : [],
    ),
};

const isBlank = (cell: Cell): boolean => cell.state === 'blank';

/** One issue for the blanks of a line that break an identity, one for those that do not. */
function issuesOf(placed: PlacedTable, line: TableRow): Issue[] {
  const blanks = line.cells.filter(isBlank);
  if (blanks.length === 0) return [];
  const sums = evaluatedIdentities(placed.table);
  const failing = (cell: Cell): EvaluatedIdentity[] =>
    sums.filter((sum) => sum.state === 'fails' && sum.blanks.includes(cell));
  const broken = blanks.filter((cell) => failing(cell).length > 0);
  const harmless = blanks.filter((cell) => failing(cell).length === 0);
  return [
    ...(broken.length > 0 ? [brokenIssue(placed, broken, failing)] : []),
    ...(harmless.length > 0 ? [harmlessIssue(placed, harmless, sums)] : []),
  ];
}

function brokenIssue(
  placed: PlacedTable,
  cells: readonly Cell[],
  failing: (cell: Cell) => EvaluatedIdentity[],
): Issue {
  const first = cells[0] as Cell;
  const sums = [...new Set(cells.flatMap(failing))];
  const name = cellName(first.field);
  const value = cells.length === 1 ? valueFor(first, failing(first)) : null;
  const sum = sums[0] as EvaluatedIdentity;
  const more =
    cells.length > 1
      ? { zh: `等 ${cells.length} 格`, en: ` and ${cells.length - 1} more` }
      : { zh: '', en: '' };
  return {
    severity: 'error',
    span: shift(first.span, placed.at),
    field: first.field.id,
    message: {
      zh: `${name.zh}${more.zh}未填，按 0 计时勾稽关系不成立（${sum.left} ≠ ${sum.right}）${value === null ? '。' : `，应为 ${value}。`}`,
      en: `${name.en}${more.en} is blank; counted as 0 the identity fails (${sum.left} ≠ ${sum.right})${value === null ? '.' : `; it should be ${value}.`}`,
    },
    related: sums.flatMap(({ identity }) => {
      const at = placed.table.cell(identity.at);
      return at === undefined || at === first ? [] : [relatedCell(placed, at)];
    }),
    identities: sums.map(({ identity }) => identity),
    fixes: () => {
      if (!isWritable(placed, first)) return [];
      if (value !== null) return [figureFix(placed, first, value, fillTitle(first, value), true)];
      return [zeros(placed, cells)];
    },
  };
}

/** The value that completes every failing identity of a cell which is the only blank in them; null when they disagree. */
function valueFor(cell: Cell, sums: readonly EvaluatedIdentity[]): number | null {
  const values = new Set(sums.map((sum) => (sum.blanks.length === 1 ? completingValue(sum, cell) : null)));
  const [only] = values;
  return values.size === 1 && only !== undefined ? only : null;
}

function harmlessIssue(
  placed: PlacedTable,
  cells: readonly Cell[],
  sums: readonly EvaluatedIdentity[],
): Issue {
  const first = cells[0] as Cell;
  const name = cellName(first.field);
  const own = sums.filter(({ identity }) =>
    placed.table.form.identitiesOf.get(first.field.id)?.includes(identity),
  );
  const stated = own.find((sum) => sum.identity.at === first.field.id && isComplete(placed, sum, first));
  const value = stated === undefined ? 0 : stated.left;
  const total = own.flatMap(({ identity }) =>
    identity.at === first.field.id ? [] : (placed.table.cell(identity.at) ?? []),
  );
  return {
    span: shift(first.span, placed.at),
    field: first.field.id,
    message:
      cells.length === 1
        ? {
            zh: `${name.zh}未填，${stated === undefined ? '没有的应填 0' : `各项之和为 ${value}`}。`,
            en: `${name.en} is blank; ${stated === undefined ? 'write 0 for none' : `its parts add up to ${value}`}.`,
          }
        : {
            zh: `本行有 ${cells.length} 格未填（${name.zh}等），没有的应填 0。`,
            en: `${cells.length} cells of this row are blank (${name.en} …); write 0 for none.`,
          },
    related: total.map((cell) => relatedCell(placed, cell)),
    fixes: () => {
      if (!cells.every((cell) => isWritable(placed, cell))) return [];
      return cells.length === 1
        ? [figureFix(placed, first, value, fillTitle(first, value), true)]
        : [zeros(placed, cells)];
    },
  };
}

/** Whether the parts of a blank total are all there. */
const isComplete = (placed: PlacedTable, sum: EvaluatedIdentity, total: Cell): boolean =>
  sum.identity.left.every((id) => {
    const state = placed.table.cell(id)?.state;
    return id !== total.field.id && (state === 'number' || state === 'none' || state === 'blank');
  });

const fillTitle = (cell: Cell, value: number): Fix['title'] => {
  const name = cellName(cell.field);
  return { zh: `在${name.zh}填入 ${value}`, en: `Write ${value} into ${name.en}` };
};

const zeros = (placed: PlacedTable, cells: readonly Cell[]): Fix => ({
  title: { zh: `将这 ${cells.length} 格填为 0`, en: `Write 0 into these ${cells.length} cells` },
  edits: cells.map((cell) => setCell(placed, cell, 0)),
  safe: false,
  preferred: true,
});
