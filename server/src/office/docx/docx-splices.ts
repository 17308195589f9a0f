// The edits of document.xml that change the text of one paragraph and leave all else of it alone.
import { commonEnd, commonStart } from '../../base/sorted.ts';
import type { Edit, Span } from '../../text/span.ts';
import type { OfficeRefusal } from '../office-text.ts';
import { childOf, elementsOf, pathTo, type XmlElement } from '../package/xml.ts';
import { writeRefusals } from '../write-refusals.ts';
import type { DocxParagraph, DocxRun } from './docx-blocks.ts';

/** Who makes tracked changes, and when: an ISO date with seconds. */
export interface RevisionStamp {
  readonly author: string;
  readonly date: string;
}

export interface SpliceTask {
  readonly xml: string;
  readonly root: XmlElement;
  readonly paragraph: DocxParagraph;
  /** The paragraph's text without blanks around it, and what it is to be. */
  readonly before: string;
  readonly after: string;
  /** The stamp of a tracked change with the first of its ids; null to change the text itself. */
  readonly revision: (RevisionStamp & { readonly id: number }) | null;
}

export function splicesOf(task: SpliceTask): readonly Edit[] | OfficeRefusal {
  const { xml, paragraph, before, revision } = task;
  const raw = paragraph.runs.map(({ text }) => text).join('');
  if (raw.trim() !== before)
    return { refused: /[\t\n]/.test(raw) ? writeRefusals.lines : writeRefusals.changed };
  const prefix = prefixOf(xml, paragraph.span);
  // Attributes of a revision need a prefix; Word and WPS always write one.
  if (prefix === '' && revision !== null) return { refused: writeRefusals.unusual };
  if (before === '') return [newRun(task, prefix)];
  const from = raw.indexOf(before);
  return revision === null ? direct(task, from) : tracked(task, from, prefix);
}

/** `w:` of `<w:p>`; '' where names have none. */
const prefixOf = (xml: string, { from }: Span): string =>
  /^<([^\s:/>]{1,40}:)/.exec(xml.slice(from, from + 50))?.[1] ?? '';

/** Only what differs is written, into the run where it stands: so every character keeps its looks. */
function direct({ xml, paragraph, before, after }: SpliceTask, start: number): readonly Edit[] {
  const same = commonStart(before, after);
  const end = commonEnd(before, after, same);
  const from = start + same;
  const to = start + before.length - end;
  let insert = after.slice(same, after.length - end);
  const edits: Edit[] = [];
  let at = 0;
  for (const { text, content } of paragraph.runs) {
    const a = Math.min(Math.max(from - at, 0), text.length);
    const b = Math.min(Math.max(to - at, 0), text.length);
    at += text.length;
    const isHere = from < at || (from === to && from === at && text !== '');
    const fresh = text.slice(0, a) + (isHere ? insert : '') + text.slice(b);
    if (isHere) insert = '';
    if (fresh !== text)
      edits.push(...keepingBlanks(fresh, content.from, xml), { ...content, insert: escaped(fresh) });
  }
  return edits;
}

/** Blanks at the ends of a text are shown only where the element says so. */
function keepingBlanks(text: string, from: number, xml: string): readonly Edit[] {
  if (text.trim() === text || xml.slice(xml.lastIndexOf('<', from - 1), from).includes('xml:space'))
    return [];
  return [{ from: from - 1, to: from - 1, insert: ' xml:space="preserve"' }];
}

/** Every run of the text is deleted, and the new text inserted behind with the looks of the first. */
function tracked(task: SpliceTask, from: number, prefix: string): readonly Edit[] | OfficeRefusal {
  const { xml, root, paragraph, before, after } = task;
  const touched = new Map<number, DocxRun>();
  let at = 0;
  for (const each of paragraph.runs) {
    const end = at + each.text.length;
    if (each.text !== '' && at < from + before.length && end > from) touched.set(each.run.from, each);
    at = end;
  }
  const [first] = touched.values();
  const edits: Edit[] = [];
  let id = 0;
  for (const { run } of touched.values()) {
    const element = pathTo(root, run).at(-1);
    // Deleting the run would delete what else it holds, such as a footnote.
    if (element === undefined || elementsOf(element).some(({ name }) => !deletable.has(name)))
      return { refused: writeRefusals.graphic };
    const [open, close] = revisionTags('del', task, id++, prefix);
    edits.push({ from: run.from, to: run.from, insert: open });
    for (const child of elementsOf(element))
      if (child.name === 'w:t') edits.push(...asDeleted(child, prefix));
    edits.push({ from: run.to, to: run.to, insert: close });
  }
  const end = edits.pop();
  if (first === undefined || end === undefined) return { refused: writeRefusals.changed };
  const looks = first.properties === null ? '' : xml.slice(first.properties.from, first.properties.to);
  const [open, close] = revisionTags('ins', task, id, prefix);
  return [...edits, { ...end, insert: end.insert + open + runXml(after, looks, prefix) + close }];
}

const deletable = new Set(['w:rPr', 'w:t', 'w:lastRenderedPageBreak']);

/** The text of a deleted run is `w:delText`. */
function asDeleted({ span, inner }: XmlElement, prefix: string): readonly Edit[] {
  const tag = (from: number): Edit => ({ from, to: from + prefix.length + 1, insert: `${prefix}delText` });
  // `<w:t/>` has no end tag.
  return inner.to === span.to ? [tag(span.from + 1)] : [tag(span.from + 1), tag(inner.to + 2)];
}

/** A run at the end of a paragraph without text, with the looks that its mark has. */
function newRun(task: SpliceTask, prefix: string): Edit {
  const { xml, root, paragraph, revision, after } = task;
  const { span } = paragraph;
  const mark = childOf(childOf(pathTo(root, span).at(-1), 'w:pPr'), 'w:rPr');
  const run = runXml(after, mark === undefined ? '' : xml.slice(mark.span.from, mark.span.to), prefix);
  const insert = revision === null ? run : revisionTags('ins', task, 0, prefix).join(run);
  const end = `</${prefix}p>`;
  const at = span.to - end.length;
  if (xml.slice(at, span.to) === end) return { from: at, to: at, insert };
  // `<w:p/>`, perhaps with attributes.
  return { from: span.to - 2, to: span.to, insert: `>${insert}${end}` };
}

const runXml = (text: string, looks: string, prefix: string): string =>
  `<${prefix}r>${looks}<${prefix}t>${escaped(text)}</${prefix}t></${prefix}r>`;

function revisionTags(
  name: 'ins' | 'del',
  { revision }: SpliceTask,
  i: number,
  prefix: string,
): readonly [string, string] {
  if (revision === null) return ['', ''];
  const { id, author, date } = revision;
  const who = `${prefix}id="${id + i}" ${prefix}author="${escaped(author)}" ${prefix}date="${date}"`;
  return [`<${prefix}${name} ${who}>`, `</${prefix}${name}>`];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
