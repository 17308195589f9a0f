// How many identities hold, as hovers, outline, code lenses and the status bar show it.
import { identityResidues } from '../audit/identities.ts';
import { memoizePerObject } from '../base/cache.ts';
import type { Phrase } from '../base/phrase.ts';
import type { Identity } from '../form/spec.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedTable, Report } from '../report/report.ts';
import type { Finding } from '../rules/rule.ts';

/**
 * The broken identities that findings report. Any other broken identity has been accepted or turned off, and
 * is shown as neither kept nor broken.
 */
export const reportedIdentities = memoizePerObject(
  (findings: readonly Finding[]): ReadonlySet<Identity> =>
    new Set(findings.flatMap(({ identities }) => identities)),
);

/** How many identities hold, of those that hold or are reported as broken. */
export interface IdentityTally {
  readonly held: number;
  readonly all: number;
}

/** The tally of one table, or of all tables of a report. */
export function tally(of: Report | PlacedTable, findings: readonly Finding[]): IdentityTally {
  const broken = reportedIdentities(findings);
  let held = 0;
  let failing = 0;
  for (const { table } of 'tables' in of ? tablesOf(of) : [of])
    for (const [i, residue] of identityResidues(table).entries())
      if (residue === 0) held++;
      else if (residue !== null && broken.has(table.form.identities[i] as Identity)) failing++;
  return { held, all: held + failing };
}

/** `勾稽 39/42`. */
export const tallyText = ({ held, all }: IdentityTally): Phrase => ({
  zh: `勾稽 ${held}/${all}`,
  en: `identities ${held}/${all}`,
});
