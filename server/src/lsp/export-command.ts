// The command that writes the reports of a document as a file of Word, Excel or a web page.

import type { ExportFormat } from '../export/index.ts';
import { reportBlocks } from '../export/report-blocks.ts';
import type { Document } from './open-documents.ts';
import type { Session } from './session.ts';

/** Loads what writes files: a bundle of its own. */
export type LoadWriters = () => Promise<typeof import('../export/index.ts')>;

export async function exportCommand(
  { host, setting: { language } }: Session,
  document: Document,
  format: string,
): Promise<{ readonly bytes: string; readonly lost: readonly string[] } | null> {
  if (host.writers === null || !isFormat(format)) return null;
  const drawn = document.reports.map(({ report }) => reportBlocks(report));
  const { exportReport } = await host.writers();
  const bytes = await exportReport(
    drawn.flatMap(({ blocks }) => blocks),
    format,
  );
  return { bytes: base64Of(bytes), lost: drawn.flatMap(({ lost }) => lost.map((each) => each[language])) };
}

const isFormat = (format: string): format is ExportFormat => ['docx', 'xlsx', 'html'].includes(format);

/** Bytes as the protocol's JSON can carry them. */
export function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
