// The list of rules: a new one is a file beside this and a line here.
import { aggregate } from './aggregate.ts';
import { balanceMismatch } from './balance-mismatch.ts';
import { blankCell } from './blank-cell.ts';
import { carryOver } from './carry-over.ts';
import { copiedText } from './copied-text.ts';
import { documentsCarryOver } from './documents-carry-over.ts';
import { duplicateRow } from './duplicate-row.ts';
import { emptySection } from './empty-section.ts';
import { extraCell } from './extra-cell.ts';
import { feeStatement } from './fee-statement.ts';
import { feeUnit } from './fee-unit.ts';
import { fixedPhrase } from './fixed-phrase.ts';
import { implausibleFigure } from './implausible-figure.ts';
import { invalidNumber } from './invalid-number.ts';
import { latePublication } from './late-publication.ts';
import { missingCell } from './missing-cell.ts';
import { missingColumn } from './missing-column.ts';
import { missingRow } from './missing-row.ts';
import { missingSection } from './missing-section.ts';
import { missingTable } from './missing-table.ts';
import { narrativeMismatch } from './narrative-mismatch.ts';
import { narrativeSum } from './narrative-sum.ts';
import { numberFormat } from './number-format.ts';
import { officeRules } from './office-rules.ts';
import { oneSidedSection } from './one-sided-section.ts';
import { otherOrgan } from './other-organ.ts';
import { outdatedForm } from './outdated-form.ts';
import { pageResidue } from './page-residue.ts';
import { periodMismatch } from './period-mismatch.ts';
import { personalData } from './personal-data.ts';
import { preambleParts } from './preamble-parts.ts';
import { rowLabel } from './row-label.ts';
import { rowOrder } from './row-order.ts';
import type { Rule } from './rule.ts';
import { rulemakingPower } from './rulemaking-power.ts';
import { sectionOrder } from './section-order.ts';
import { sectionTitle } from './section-title.ts';
import { sumMismatch } from './sum-mismatch.ts';
import { suspectCell } from './suspect-cell.ts';
import { unfilledText } from './unfilled-text.ts';
import { unknownRow } from './unknown-row.ts';
import { unreadableTable } from './unreadable-table.ts';

/** Every rule, in the order of the manual. */
export const rules: readonly Rule[] = [
  missingSection,
  sectionOrder,
  sectionTitle,
  missingTable,
  unreadableTable,
  missingRow,
  missingColumn,
  missingCell,
  extraCell,
  duplicateRow,
  rowOrder,
  unknownRow,
  rowLabel,
  outdatedForm,
  invalidNumber,
  blankCell,
  numberFormat,
  feeUnit,
  sumMismatch,
  balanceMismatch,
  suspectCell,
  narrativeMismatch,
  narrativeSum,
  emptySection,
  feeStatement,
  periodMismatch,
  latePublication,
  preambleParts,
  otherOrgan,
  oneSidedSection,
  fixedPhrase,
  unfilledText,
  personalData,
  implausibleFigure,
  rulemakingPower,
  pageResidue,
  carryOver,
  documentsCarryOver,
  aggregate,
  copiedText,
  ...officeRules,
];
