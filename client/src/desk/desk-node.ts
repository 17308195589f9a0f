// What the tree of the folder's reports is made of.

import type { ListedGap } from '../folder-answers.ts';
import type { DeskFinding, DeskGroup, ReviewedReport } from './desk-model.ts';

export type DeskNode =
  | { readonly kind: 'group'; readonly group: DeskGroup<ReviewedReport> }
  | { readonly kind: 'report'; readonly report: ReviewedReport }
  | { readonly kind: 'finding'; readonly report: ReviewedReport; readonly finding: DeskFinding }
  | { readonly kind: 'note'; readonly report: ReviewedReport; readonly note: DeskNote }
  | { readonly kind: 'change'; readonly report: ReviewedReport; readonly change: DeskChange }
  | { readonly kind: 'gap'; readonly gap: ListedGap };

/** A reviewer's words on a cell. */
export interface DeskNote extends CellPlace {
  readonly text: string;
}

/** A figure that is another one than when the report was marked; null for one that cannot be read now. */
export interface DeskChange extends CellPlace {
  readonly was: number;
  readonly is: number | null;
}

/** A cell in words of the display language; the report's first line for one that its text no longer has. */
export interface CellPlace {
  readonly name: string;
  readonly line: number;
  readonly character: number;
}
