// Writes new texts into single cells and paragraphs of a .docx, directly or as tracked changes. Of the
// package only the document's part becomes other bytes, and of that part only the runs concerned. The result
// is read again: where anything but the asked places reads otherwise, there is no result.
import type { Phrase } from '../../base/phrase.ts';
import { applyEdits, type Edit } from '../../text/span.ts';
import { type OfficeRefusal, type OfficeText, refusalOf, UnreadableOffice } from '../office-text.ts';
import { parseXml, type XmlElement } from '../package/xml.ts';
import { withEntry } from '../package/zip-rewriting.ts';
import { type PlaceChange, withChanges } from '../place-edits.ts';
import { recognise } from '../recognise.ts';
import { refusals } from '../refusals.ts';
import { writeRefusals } from '../write-refusals.ts';
import { type DocxDocument, openDocx } from './docx-document.ts';
import { documentRefusal, placeRefusal } from './docx-obstacles.ts';
import { type RevisionStamp, splicesOf } from './docx-splices.ts';
import { docxCellAt, docxParagraphAt, docxText, readDocx } from './docx-text.ts';

/** Changes that belong together: all of them are written, or none. */
export interface DocxEdit {
  readonly changes: readonly PlaceChange[];
  readonly tracked: boolean;
}

export interface WrittenDocx {
  /** The new file; null when no edit was written. */
  readonly bytes: Uint8Array | null;
  /** For each edit null when it was written, else why not. */
  readonly refused: readonly (Phrase | null)[];
}

/** Never throws. A refusal is about the whole file. `given` stays as it is. */
export function writeDocx(
  given: Uint8Array,
  edits: readonly DocxEdit[],
  stamp: RevisionStamp,
): WrittenDocx | OfficeRefusal {
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.length);
  try {
    if (recognise(bytes) !== 'docx') return { refused: writeRefusals.notDocx };
    const document = openDocx(bytes);
    const why = documentRefusal(document) ?? (isFaithful(document) ? null : writeRefusals.unusual);
    if (why !== null) return { refused: why };
    const writer = new DocxWriter(document, stamp);
    const refused = edits.map((edit) => writer.add(edit));
    const written = edits.filter((_, i) => refused[i] === null).flatMap(({ changes }) => changes);
    if (written.length === 0) return { bytes: null, refused };
    const content = new TextEncoder().encode(applyEdits(document.xml, writer.splices));
    const result = withEntry(bytes, document.part, content);
    return readsAsAsked(docxText(document), readDocx(result), written)
      ? { bytes: result, refused }
      : { refused: writeRefusals.notAsAsked };
  } catch (error) {
    return refusalOf(error, refusals.damaged);
  }
}

/** Whether the part is the UTF-8 that its text is encoded to: then nothing but the splices changes. */
function isFaithful({ archive, part, xml }: DocxDocument): boolean {
  const stored = archive.read(part);
  const encoded = new TextEncoder().encode(xml);
  const mark = stored !== null && stored[0] === 0xef ? 3 : 0;
  return (
    stored !== null &&
    encoded.length === stored.length - mark &&
    encoded.every((byte, i) => byte === stored[i + mark])
  );
}

/** Whether the text and its places are those from before, but for the changes. */
function readsAsAsked(before: OfficeText, after: OfficeText, changes: readonly PlaceChange[]): boolean {
  const numbers = after.places.numbers;
  return (
    after.text === withChanges(before, changes) &&
    numbers.length === before.places.numbers.length &&
    numbers.every((number, i) => number === before.places.numbers[i])
  );
}

class DocxWriter {
  readonly splices: Edit[] = [];
  private readonly document: DocxDocument;
  private readonly stamp: RevisionStamp;
  private readonly root: XmlElement;
  private readonly taken = new Set<number>();
  private nextId: number;

  constructor(document: DocxDocument, stamp: RevisionStamp) {
    const root = parseXml(document.xml);
    if (root === null) throw new UnreadableOffice(refusals.damaged);
    this.document = document;
    this.stamp = stamp;
    this.root = root;
    this.nextId = 1;
    for (const [, id] of document.xml.matchAll(/:id="(\d{1,8})"/g))
      this.nextId = Math.max(this.nextId, Number(id) + 1);
  }

  /** null when the edit's splices are in `splices`, else why not. */
  add({ changes, tracked }: DocxEdit): Phrase | null {
    const splices: Edit[] = [];
    const taken: number[] = [];
    for (const change of changes) {
      const found = this.splicesFor(change, tracked);
      if ('refused' in found) return found.refused;
      splices.push(...found.splices);
      taken.push(found.at);
    }
    if (new Set(taken).size < taken.length || taken.some((at) => this.taken.has(at)))
      return writeRefusals.changed;
    for (const at of taken) this.taken.add(at);
    this.splices.push(...splices);
    return null;
  }

  private splicesFor(
    { place, before, after }: PlaceChange,
    tracked: boolean,
  ): OfficeRefusal | { readonly splices: readonly Edit[]; readonly at: number } {
    const cell = docxCellAt(this.document, place);
    const paragraph = docxParagraphAt(this.document, place);
    const target = cell ?? paragraph;
    if (target === null) return { refused: writeRefusals.changed };
    if (cell?.continued) return { refused: writeRefusals.merged };
    const why = placeRefusal(this.root, target.span);
    if (why !== null) return { refused: why };
    const all =
      paragraph !== null ? [paragraph] : (cell?.blocks ?? []).filter((block) => block.kind === 'paragraph');
    const full = all.filter(({ text }) => text.trim() !== '');
    const [own = all[0]] = full;
    if (own === undefined || full.length > 1) return { refused: writeRefusals.paragraphs };
    if (own.obstacles.has('number')) return { refused: writeRefusals.number };
    if (own.obstacles.has('field')) return { refused: writeRefusals.field };
    const { xml } = this.document;
    const revision = tracked ? { ...this.stamp, id: this.nextId } : null;
    const splices = splicesOf({ xml, root: this.root, paragraph: own, before, after, revision });
    if ('refused' in splices) return splices;
    // One id for each deleted run and one for the insertion.
    this.nextId += own.runs.length + 1;
    return { splices, at: own.span.from };
  }
}
