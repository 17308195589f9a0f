// `data --format json`.

import { printableJson } from '../../base/printable.ts';
import { placeAt } from '../../office/places.ts';
import { shift } from '../../text/span.ts';
import { textRange } from '../excerpt.ts';
import { fieldFigures } from '../figures.ts';
import type { Format, View, ViewedReport } from '../view.ts';

/**
 * `{"files":[…]}`, a line for each report: the figures read, the fields missing, those that cannot be read.
 */
export const dataJson: Format = {
  open: () => '{"files":[\n',
  between: ',\n',
  file: (view) => view.reports.map((entry, index) => printableJson(entryOf(view, entry, index))).join(',\n'),
  close: () => '\n]}\n',
};

function entryOf({ path, text, office }: View, { report, at }: ViewedReport, index: number) {
  if (report === null) return {};
  const fields: Record<string, unknown> = {};
  const missing: string[] = [];
  const unreadable: string[] = [];
  const within = (offset: number) => (office === null ? {} : { office: placeAt(office.places, offset) });
  for (const figure of fieldFigures(report)) {
    if ('value' in figure) {
      const { value, raw, span } = figure;
      fields[figure.field.id] = {
        value,
        raw,
        range: textRange(text, shift(span, at)),
        ...within(span.from + at),
      };
    } else (figure.state === 'missing' ? missing : unreadable).push(figure.field.id);
  }
  const { year, organ, edition } = report;
  return { path, index, year, organ, edition, fields, missing, unreadable };
}
