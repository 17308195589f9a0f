// What reading a table found wrong, by kind: most rules on rows and columns only put these in words.
import type { FieldId, FormRow } from '../form/spec.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedTable, Report } from '../report/report.ts';
import type { TableProblem } from '../table/table.ts';

type ProblemOfKind<K extends TableProblem['kind']> = Extract<TableProblem, { kind: K }>;

/** A problem with the table it is in; the problem's spans count in that table's section. */
interface PlacedProblem<K extends TableProblem['kind']> {
  readonly problem: ProblemOfKind<K>;
  readonly placed: PlacedTable;
}

/** All problems of one kind in the order of the text. */
export function problemsOf<K extends TableProblem['kind']>(report: Report, kind: K): PlacedProblem<K>[] {
  const found: PlacedProblem<K>[] = [];
  for (const placed of tablesOf(report))
    for (const problem of placed.table.problems)
      if (problem.kind === kind) found.push({ problem: problem as ProblemOfKind<K>, placed });
  return found;
}

/** The field that an issue on a whole row names: its first. */
export function firstField({ fields }: FormRow): { readonly field?: FieldId } {
  const [first] = fields;
  return first === undefined ? {} : { field: first.id };
}
