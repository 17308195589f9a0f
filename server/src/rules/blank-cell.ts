// Cells without a figure. A blank that breaks an identity is an error with the value it needs; the others of
// a row are noted together, and those of a table that leaves zeros blank throughout.
import {
  breaksIdentity,
  completingValue,
  type EvaluatedIdentity,
  evaluatedIdentities,
} from '../audit/identities.ts';
import type { Phrase } from '../base/phrase.ts';
import { quotedFieldName } from '../form/field-names.ts';
import type { FieldId, Identity } from '../form/spec.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedTable } from '../report/report.ts';
import type { Cell, TableRow } from '../table/table.ts';
import { lacksTotal } from './blank-totals.ts';
import { onCell, relatedCell } from './describe.ts';
import { breaksSums, figureFix, isWritable, proposal, setCell } from './fixes.ts';
import type { Fix, Issue, Rule } from './rule.ts';

export const blankCell: Rule = {
  id: 'blank-cell',
  severity: 'info',
  title: { zh: '单元格未填', en: 'Blank cell' },
  manual: {
    what: {
      zh: '应填数的格空着。空格按 0 计，勾稽关系仍成立的只作提示（每行一条；全表都以空格代 0 的，每表一条，一次填好），空着的是总计时作为警告；因空格而不成立的作为错误，并给出应填的数。',
      en: 'A cell meant for a figure is blank. It counts as 0: harmless ones are noted once a row, or once a table that leaves its zeros blank throughout, and a blank total is a warning; where an identity fails because of it, it is an error, with the value that would complete the sum.',
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
    tablesOf(report).flatMap((placed) => (placed.table.irregularCells.some(isBlank) ? issuesIn(placed) : [])),
};

const isBlank = (cell: Cell): boolean => cell.state === 'blank';

/** One issue for the blanks of a row that break an identity, one for those of a row or table that do not. */
function issuesIn(placed: PlacedTable): Issue[] {
  const { rows } = placed.table;
  const identities = evaluatedIdentities(placed.table);
  const failing = (cell: Cell): EvaluatedIdentity[] =>
    identities.filter((each) => each.state === 'fails' && each.blanks.includes(cell));
  const isHarmless = (cell: Cell): boolean => failing(cell).length === 0;
  const asZeros = leavesZerosBlank(rows, isHarmless);
  const together = asZeros ? rows.flatMap(({ cells }) => cells.filter(isBlank).filter(isHarmless)) : [];
  return rows.flatMap(({ cells }) => {
    const blanks = cells.filter(isBlank);
    const broken = blanks.filter((cell) => !isHarmless(cell));
    const harmless = asZeros ? [] : blanks.filter(isHarmless);
    const first = together[0];
    return [
      ...(broken.length > 0 ? [brokenIssue(placed, broken, failing)] : []),
      ...(harmless.length > 0 ? [harmlessIssue(placed, harmless, identities, 'row')] : []),
      ...(first !== undefined && cells.includes(first)
        ? [harmlessIssue(placed, together, identities, 'table')]
        : []),
    ];
  });
}

/** Whether blanks of several rows stand where others write 0, and are more than the zeros written. */
function leavesZerosBlank(rows: readonly TableRow[], isHarmless: (cell: Cell) => boolean): boolean {
  let withBlanks = 0;
  let blanks = 0;
  let zeros = 0;
  for (const { cells } of rows) {
    const here = cells.filter((cell) => isBlank(cell) && isHarmless(cell)).length;
    if (here > 0) withBlanks++;
    blanks += here;
    zeros += cells.filter(({ state, count }) => state !== 'blank' && count === 0).length;
  }
  return withBlanks >= SEVERAL_ROWS && blanks > zeros;
}

const SEVERAL_ROWS = 2;

function brokenIssue(
  placed: PlacedTable,
  cells: readonly Cell[],
  failing: (cell: Cell) => EvaluatedIdentity[],
): Issue {
  const first = cells[0] as Cell;
  const failures = [...new Set(cells.flatMap(failing))];
  const { left, right } = failures[0] as EvaluatedIdentity;
  const name = quotedFieldName(first.field);
  const value = cells.length === 1 ? valueFor(first, failures) : null;
  const more =
    cells.length > 1
      ? { zh: `等 ${cells.length} 格`, en: ` and ${cells.length - 1} more` }
      : { zh: '', en: '' };
  return {
    severity: 'error',
    ...onCell(placed, first),
    message: {
      zh: `${name.zh}${more.zh}未填，按 0 计时勾稽关系不成立（${left} ≠ ${right}）${value === null ? '。' : `，应为 ${value}。`}`,
      en: `${name.en}${more.en} is blank; counted as 0 the identity fails (${left} ≠ ${right})${value === null ? '.' : `; it should be ${value}.`}`,
    },
    related: failures.flatMap(({ identity }) => {
      const total = placed.table.cell(identity.at);
      return total === undefined || total === first ? [] : [relatedCell(placed, total)];
    }),
    identities: failures.map(({ identity }) => identity),
    fixes: () => {
      // Several blanks of a broken identity leave no value that could be told; 0 is the one that breaks it.
      if (value === null || !isWritable(placed, first) || breaksSums(placed, first, value)) return [];
      return [valueFix(placed, first, value, name)];
    },
  };
}

/** The one value that completes all failing identities of a cell, their only blank; null if there is none. */
function valueFor(cell: Cell, failures: readonly EvaluatedIdentity[]): number | null {
  const values = new Set(
    failures.map((failure) => (failure.blanks.length === 1 ? completingValue(failure, cell) : null)),
  );
  const [only] = values;
  return values.size === 1 && only !== undefined ? only : null;
}

function harmlessIssue(
  placed: PlacedTable,
  cells: readonly Cell[],
  identities: readonly EvaluatedIdentity[],
  within: 'row' | 'table',
): Issue {
  const first = cells[0] as Cell;
  const { id } = first.field;
  const here = { row: ['本行', 'row'], table: ['本表', 'table'] } as const;
  const [zh, en] = here[within];
  const name = quotedFieldName(first.field);
  const own = identities.filter(({ identity }) => placed.table.form.identitiesOf.get(id)?.includes(identity));
  const values = cells.map((cell) => fillingValue(placed, cell, identities));
  const [value = 0] = values;
  const isSum = own.some(({ identity }) => isSumAt(placed, identity, id));
  const totals = own.flatMap(({ identity }) =>
    identity.at === id ? [] : (placed.table.cell(identity.at) ?? []),
  );
  return {
    ...(within === 'row' && lacksTotal(placed, cells) && { severity: 'warning' as const }),
    ...onCell(placed, first),
    message:
      cells.length === 1
        ? {
            zh: `${name.zh}未填，${isSum ? `各项之和为 ${value}` : '没有的应填 0'}。`,
            en: `${name.en} is blank; ${isSum ? `its parts add up to ${value}` : 'write 0 for none'}.`,
          }
        : {
            zh: `${zh}有 ${cells.length} 格未填（${name.zh}等），没有的应填 0。`,
            en: `${cells.length} cells of this ${en} are blank (${name.en} …); write 0 for none.`,
          },
    related: totals.map((cell) => relatedCell(placed, cell)),
    fixes: () => {
      const written = new Map(cells.map((cell, i) => [cell.field.id, values[i] as number]));
      if (!cells.every((cell) => isWritable(placed, cell)) || breaksIdentity(placed.table, written))
        return [];
      return [cells.length === 1 ? valueFix(placed, first, value, name) : valuesFix(placed, cells, values)];
    },
  };
}

/** What belongs into a blank that breaks nothing: a total's sum, else 0. */
function fillingValue(
  placed: PlacedTable,
  { field: { id } }: Cell,
  all: readonly EvaluatedIdentity[],
): number {
  const sums = all.filter(({ identity }) => isSumAt(placed, identity, id));
  const sound = sums.find(({ left }) => !breaksIdentity(placed.table, new Map([[id, left]])));
  return (sound ?? sums[0])?.left ?? 0;
}

/** Whether an identity adds up to a blank total whose parts are all there. */
const isSumAt = (placed: PlacedTable, { at, kind, left }: Identity, total: FieldId): boolean =>
  at === total &&
  kind !== 'balance' &&
  left.every((id) => {
    const state = placed.table.cell(id)?.state;
    return id !== total && (state === 'number' || state === 'none' || state === 'blank');
  });

const valueFix = (placed: PlacedTable, cell: Cell, value: number, { zh, en }: Phrase): Fix =>
  figureFix(placed, cell, value, { zh: `在${zh}填入 ${value}`, en: `Write ${value} into ${en}` }, true);

const valuesFix = (placed: PlacedTable, cells: readonly Cell[], values: readonly number[]): Fix =>
  proposal(
    values.every((value) => value === 0)
      ? { zh: `将这 ${cells.length} 格填为 0`, en: `Write 0 into these ${cells.length} cells` }
      : {
          zh: `填入这 ${cells.length} 格${values.length > 8 ? '' : `（${values.join('、')}）`}`,
          en: `Fill these ${cells.length} cells${values.length > 8 ? '' : ` (${values.join(', ')})`}`,
        },
    cells.map((cell, i) => setCell(placed, cell, values[i] as number)),
  );
