// The command that writes a new report.

import type { Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type NewReport, skeleton } from '../features/skeleton.ts';
import { layoutNamed } from './layout-names.ts';
import type { Session } from './session.ts';

interface WrittenReport {
  readonly text: string;
  /** The figures that last year's report hands on, and where it says them. */
  readonly carried: readonly { readonly range: Range; readonly message: string }[];
}

export function writtenReport({ setting }: Session, wanted: NewReport): WrittenReport {
  const { organ, year, layout, previousText } = wanted;
  const { text, carried } = skeleton({
    organ: String(organ),
    year: Number(year),
    layout: layoutNamed(layout),
    ...(previousText !== undefined && { previousText: String(previousText) }),
  });
  const document = TextDocument.create('', '', 0, text);
  const place = (offset: number) => document.positionAt(offset);
  return {
    text,
    carried: carried.map(({ span: { from, to }, source }) => ({
      range: { start: place(from), end: place(to) },
      message: source[setting.language],
    })),
  };
}
