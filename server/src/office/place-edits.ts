// Edits of a text that was read from an Office file, as changes of its cells and paragraphs, and back. What
// writes into a file takes such changes, as offsets of the text mean nothing there.
import { lastAtMost } from '../base/sorted.ts';
import { BARS, BREAKS } from '../text/chars.ts';
import { applyEdits, type Edit, type Span, shiftEdit } from '../text/span.ts';
import type { OfficeText } from './office-text.ts';
import { type Place, placeAt } from './places.ts';

/** Of one cell or paragraph: its text as read, and as it is to be, both without blanks around. */
export interface PlaceChange {
  readonly place: Place;
  readonly before: string;
  readonly after: string;
}

type ReadText = Pick<OfficeText, 'text' | 'places'>;

/**
 * The changes that edits of the text stand for; null when one is not within a cell or paragraph, empties a
 * paragraph, or would end a cell or line.
 */
export function changesOf(read: ReadText, edits: readonly Edit[]): readonly PlaceChange[] | null {
  const { text, places } = read;
  const byStretch = new Map<number, Edit[]>();
  for (const edit of edits) {
    const i = lastAtMost(places.starts, places.starts.length, edit.from);
    byStretch.set(i, [...(byStretch.get(i) ?? []), edit]);
  }
  const changes: PlaceChange[] = [];
  for (const [i, own] of byStretch) {
    const content = contentOf(read, i);
    const place = placeAt(places, content.from);
    if (place === null || own.some(({ from, to }) => from < content.from || to > content.to)) return null;
    const whole = text.slice(content.from, content.to);
    const after = applyEdits(
      whole,
      own.map((edit) => shiftEdit(edit, -content.from)),
    ).trim();
    if (unwritable.test(after) || (after === '' && 'paragraph' in place)) return null;
    changes.push({ place, before: whole.trim(), after });
  }
  return changes;
}

/** What would read as the end of a cell or a line. */
const unwritable = new RegExp(`[${BARS}${BREAKS}\\t]`);

/** The text as it reads with the changes; null when a cell or paragraph says something else before. */
export function withChanges(read: ReadText, changes: readonly PlaceChange[]): string | null {
  const edits: Edit[] = [];
  const stretches = stretchesByPlace(read);
  for (const { place, before, after } of changes) {
    const own = stretches.get(JSON.stringify(place)) ?? [];
    const content = own.find(({ from, to }) => read.text.slice(from, to).trim() === before);
    if (content === undefined) return null;
    const whole = read.text.slice(content.from, content.to);
    // A blank cell is written with the blanks that stand around a text.
    const lead = before === '' ? whole.length - 1 : whole.indexOf(before);
    const from = content.from + lead;
    edits.push({ from, to: from + before.length, insert: after });
  }
  return applyEdits(read.text, edits);
}

/** The contents of the stretches that stand at each place, by the place as JSON. */
function stretchesByPlace(read: ReadText): ReadonlyMap<string, readonly Span[]> {
  const { starts } = read.places;
  const out = new Map<string, Span[]>();
  for (let i = 0; i < starts.length; i++) {
    const place = JSON.stringify(placeAt(read.places, starts[i] as number));
    out.set(place, [...(out.get(place) ?? []), contentOf(read, i)]);
  }
  return out;
}

/** What a stretch says, without the bar or line end behind it. */
function contentOf({ text, places: { starts, numbers } }: ReadText, i: number): Span {
  const from = starts[i] as number;
  const next = starts[i + 1] ?? text.length;
  const bar = text.indexOf('|', from);
  // A cell's own bars are written otherwise, so the first one ends it.
  const inTable = numbers[3 * i] !== 0;
  if (inTable && bar >= 0 && bar < next) return { from, to: bar };
  return { from, to: text.charAt(next - 1) === '\n' ? next - 1 : next };
}
