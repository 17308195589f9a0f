// `--fix` and `--fix-figures` for a Word file: notation is written as it is, figures as tracked changes.
import { readOfficeFile, writeOfficeBytes } from '../io/office-files.ts';
import type { DocxEdit } from '../office/index.ts';
import type { OfficeRefusal, OfficeText } from '../office/office-text.ts';
import { changesOf } from '../office/place-edits.ts';
import { placeAt } from '../office/places.ts';
import { writeRefusals } from '../office/write-refusals.ts';
import { documentText } from '../report/index.ts';
import type { DocumentText } from '../text/document-text.ts';
import type { Edit } from '../text/span.ts';
import { certainFigureFixes } from './figure-fixes.ts';
import { compatibleSafeFixes, ROUNDS } from './fix.ts';
import type { FixesAsked } from './task.ts';
import { nothingWritten, type UnwrittenFix, type ViewedReport, type WrittenFixes } from './view.ts';

/** A file with the fixes in it. `bytes` are those that were given where nothing was written. */
export interface FixedOffice {
  readonly office: OfficeText;
  readonly bytes: Uint8Array;
  readonly written: WrittenFixes;
}

type ViewText = (text: DocumentText) => readonly ViewedReport[];

/** A refusal is about the whole file. Kinds that are never written say so where there is something to fix. */
export async function fixOffice(
  office: OfficeText,
  bytes: Uint8Array,
  asked: FixesAsked,
  view: ViewText,
): Promise<FixedOffice | OfficeRefusal> {
  const fixer = new OfficeFixer({ office, bytes, written: nothingWritten });
  const safe = (text: DocumentText) => compatibleSafeFixes(placed(view(text)), text.length);
  const figures = (text: DocumentText) => certainFigureFixes(text, view);
  if (office.kind !== 'docx') {
    const text = documentText(office.text);
    const some = (asked.notation && safe(text).length > 0) || (asked.figures && figures(text).length > 0);
    if (some) fixer.refuse({ place: null, why: writeRefusals.notDocx });
    return fixer.file;
  }
  for (let round = 0; asked.notation && round < ROUNDS; round++) {
    const refused = await fixer.write(safe, false);
    if (refused === 'nothing') break;
    if (refused !== null) return refused;
  }
  const refused = asked.figures ? await fixer.write(figures, true) : 'nothing';
  return refused === null || refused === 'nothing' ? fixer.file : refused;
}

const placed = (viewed: readonly ViewedReport[]) =>
  viewed.flatMap(({ at, findings }) => findings.map((finding) => ({ finding, at })));

class OfficeFixer {
  file: FixedOffice;
  /** Fixes that were refused, by their edits: they are found again in every round. */
  private readonly told = new Set<string>();

  constructor(file: FixedOffice) {
    this.file = file;
  }

  refuse(fix: UnwrittenFix): void {
    const { written } = this.file;
    this.file = { ...this.file, written: { ...written, unwritten: [...written.unwritten, fix] } };
  }

  /** Writes the fixes found now, each place once. null: some were written, so more may be found. */
  async write(
    find: (text: DocumentText) => readonly (readonly Edit[])[],
    tracked: boolean,
  ): Promise<OfficeRefusal | 'nothing' | null> {
    const edits = this.writable(find(documentText(this.file.office.text)), tracked);
    if (edits.length === 0) return 'nothing';
    const result = await writeOfficeBytes(this.file.bytes, edits);
    if (!('bytes' in result)) return result;
    for (const [i, why] of result.refused.entries()) {
      const [first] = edits[i]?.changes ?? [];
      if (why === null || first === undefined) continue;
      this.told.add(JSON.stringify(edits[i]?.changes));
      this.refuse({ place: first.place, why });
    }
    if (result.bytes === null) return 'nothing';
    const office = await readOfficeFile(result.bytes);
    if ('refused' in office) return office;
    const count = result.refused.filter((why) => why === null).length;
    const { fixed, tracked: before, unwritten } = this.file.written;
    const written = { fixed: fixed + count, tracked: before + (tracked ? count : 0), unwritten };
    this.file = { office, bytes: result.bytes, written };
    return null;
  }

  /** The fixes as changes of cells and paragraphs. What is no such change is refused, once. */
  private writable(fixes: readonly (readonly Edit[])[], tracked: boolean): readonly DocxEdit[] {
    const { office } = this.file;
    const taken = new Set<string>();
    return fixes.flatMap((edits): DocxEdit[] => {
      const changes = changesOf(office, edits);
      const key = JSON.stringify(changes ?? edits.map(({ insert }) => insert));
      if (this.told.has(key)) return [];
      if (changes === null) {
        this.told.add(key);
        this.refuse({ place: placeAt(office.places, edits[0]?.from ?? 0), why: writeRefusals.elsewhere });
        return [];
      }
      const places = changes.map(({ place }) => JSON.stringify(place));
      if (places.some((place) => taken.has(place))) return [];
      for (const place of places) taken.add(place);
      return [{ changes, tracked }];
    });
  }
}
