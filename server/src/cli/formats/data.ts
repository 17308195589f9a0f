import { shift } from '../../text/span.ts';
import { rangeOf } from '../excerpt.ts';
import { figuresOf } from '../figures.ts';
import type { Entry, Format, View } from '../view.ts';

/** `{"files":[…]}`, an entry a line and a report: the figures read, the fields missing, those that cannot be read. */
export const data: Format = {
  open: () => '{"files":[\n',
  between: ',\n',
  file: (view) => view.entries.map((entry, index) => JSON.stringify(entryOf(view, entry, index))).join(',\n'),
  close: () => '\n]}\n',
};

function entryOf({ path, text }: View, { report, at }: Entry, index: number) {
  if (report === null) return {};
  const fields: Record<string, unknown> = {};
  const missing: string[] = [];
  const unreadable: string[] = [];
  for (const figure of figuresOf(report)) {
    if ('value' in figure) {
      const { value, raw, span } = figure;
      fields[figure.field.id] = { value, raw, range: rangeOf(text, shift(span, at)) };
    } else (figure.state === 'missing' ? missing : unreadable).push(figure.field.id);
  }
  const { year, organ, edition } = report;
  return { path, index, year, organ, edition, fields, missing, unreadable };
}
