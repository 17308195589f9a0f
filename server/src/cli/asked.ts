// What the command line can be asked for; arguments.ts reads it.

import type { ExportFormat } from '../export/index.ts';
import type { Severity } from '../rules/severity.ts';
import type { FixesAsked } from './task.ts';

export const exportFormats = ['docx', 'xlsx', 'html'] as const satisfies readonly ExportFormat[];
export const summaryFormats = ['xlsx', 'html', 'csv'] as const;
export const ledgerFormats = ['text', 'json'] as const;
export const checkFormats = ['text', 'json', 'sarif', 'github', 'html'] as const;
export const dataFormats = ['json', 'csv'] as const;
export type SummaryFormat = (typeof summaryFormats)[number];
export type LedgerFormat = (typeof ledgerFormats)[number];
export type CheckFormat = (typeof checkFormats)[number];
/** `wide`: csv with a line for each report. */
export type DataFormat = (typeof dataFormats)[number] | 'wide';

export interface OverFiles {
  readonly paths: readonly string[];
  /** How many threads; undefined for as many as there are cores. */
  readonly jobs: number | undefined;
  /** Office files are left out. */
  readonly textOnly: boolean;
}

interface IntoFile {
  /** The file to write, `-` for standard output; undefined for one beside the source. */
  readonly output: string | undefined;
  /** A file that is there is written over. */
  readonly force: boolean;
}

/** What the command line asks for. */
export type Asked =
  | ({
      readonly command: 'check';
      readonly format: CheckFormat;
      readonly fix: FixesAsked | null;
      /** A file named, `null` for none at all, undefined for those beside the reports. */
      readonly config: string | null | undefined;
      /** From this level on a finding makes the exit code 1. */
      readonly severity: Severity;
    } & OverFiles)
  | ({ readonly command: 'data'; readonly format: DataFormat } & OverFiles)
  | { readonly command: 'text'; readonly path: string }
  | ({
      readonly command: 'summary';
      readonly to: SummaryFormat;
      readonly config: string | null | undefined;
      readonly output: string;
      readonly force: boolean;
      /** With an overview in front and, for each report with something to correct, a sheet to send back. */
      readonly returns: boolean;
    } & OverFiles)
  | ({ readonly command: 'export'; readonly path: string; readonly to: ExportFormat } & IntoFile)
  | {
      readonly command: 'ledger';
      readonly path: string;
      readonly report: string;
      readonly format: LedgerFormat;
      readonly config: string | null | undefined;
    }
  | { readonly command: 'rules'; readonly id: string | undefined }
  | { readonly command: 'help'; readonly of: string | undefined }
  | { readonly command: 'version' };
