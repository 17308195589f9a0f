// `check --format json`.

import type { Language } from '../../base/phrase.ts';
import { printableJson } from '../../base/printable.ts';
import { type Places, placeAt } from '../../office/places.ts';
import type { Finding } from '../../rules/rule.ts';
import type { DocumentText } from '../../text/document-text.ts';
import { shift } from '../../text/span.ts';
import { textRange } from '../excerpt.ts';
import type { Format, View, ViewedReport, WrittenFixes } from '../view.ts';

/** `{"files":[…]}`, a line for each report, and for each file without one. */
export const checkJson: Format = {
  open: () => '{"files":[\n',
  between: ',\n',
  file: (view, { language }) => {
    const several = view.reports.length > 1;
    const entries =
      view.reports.length > 0
        ? view.reports.map((entry, index) => entryOf(view, entry, several ? { index } : {}, language))
        : [entryOf(view, { report: null, at: 0, findings: [] }, {}, language)];
    return entries.map((entry) => printableJson(entry)).join(',\n');
  },
  close: () => '\n]}\n',
};

const entryOf = (
  { path, text, office, why, written }: View,
  { report, at, findings }: ViewedReport,
  index: { readonly index?: number },
  language: Language,
) => ({
  path,
  ...index,
  year: report?.year ?? null,
  organ: report?.organ ?? null,
  edition: report?.edition ?? null,
  findings: findings.map((finding) => findingOf(text, finding, at, language, office?.places)),
  ...(office === null || office.notes.length === 0
    ? {}
    : { notes: office.notes.map(({ message }) => message[language]) }),
  // Only where they mean something: why a file could not be read or written, and which fixes were.
  ...(why === null ? {} : { error: why }),
  ...(written === null ? {} : writtenOf(written, language)),
});

const writtenOf = ({ fixed, tracked, unwritten }: WrittenFixes, language: Language) => ({
  fixed,
  ...(tracked === 0 ? {} : { tracked }),
  ...(unwritten.length === 0
    ? {}
    : { unwritten: unwritten.map(({ place, why }) => ({ office: place, message: why[language] })) }),
});

const findingOf = (
  text: DocumentText,
  finding: Finding,
  at: number,
  language: Language,
  places: Places | undefined,
) => ({
  rule: finding.rule,
  severity: finding.severity,
  message: finding.message[language],
  field: finding.field,
  range: textRange(text, shift(finding.span, at)),
  ...(places === undefined ? {} : { office: placeAt(places, finding.span.from + at) }),
  fixes: finding.fixes().map((fix) => ({
    title: fix.title[language],
    safe: fix.safe,
    preferred: fix.preferred ?? false,
    edits: fix.edits.map((edit) => ({ range: textRange(text, shift(edit, at)), newText: edit.insert })),
  })),
});
