// The labelled sentences of test/sentences, and how well they are read.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sections } from '../../server/src/form/sections.ts';
import { type Mention, mentionsIn } from '../../server/src/prose/mentions.ts';
import type { Report } from '../../server/src/report/report.ts';
import { narrativeSum } from '../../server/src/rules/narrative-sum.ts';

/** The report year of the labelled sentences. */
export const YEAR = 2024;

/** One labelled paragraph. `⟦9⟧{received}` names what is read there; several names with commas. */
export interface Labelled {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly section: number;
  readonly organ: string;
  /** Only the marked figures may be held against a cell. */
  readonly trap: boolean;
  /** `from-to name`, sorted. */
  readonly marks: readonly string[];
}

/** Every paragraph of test/sentences. */
export function labelledSentences(): readonly Labelled[] {
  const folder = fileURLToPath(new URL('../sentences', import.meta.url));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((file) => parse(file, readFileSync(join(folder, file), 'utf8')));
}

/**
 * What is read of a paragraph, named as the marks name it: `received`, `outcome@applications.3-1.total`,
 * `normative@made`, and behind it what keeps it from being compared: `other`, `bound`, `open`, a year that is
 * not the report's; `part` for a channel.
 */
export function readLabels({ text, section, organ, file }: Labelled): readonly string[] {
  if (file === 'sums.txt') return sumLabels(text);
  return mentionsIn(text, { year: YEAR, organ, section })
    .map((mention) => `${mention.span.from}-${mention.span.to} ${nameOf(mention)}`)
    .sort();
}

/** Marked and read figures, for `bench:accuracy`: recall of the sentences, precision of the traps. */
export function scoreSentences(): Readonly<Record<string, Readonly<Record<string, number | string>>>> {
  const out: Record<string, Record<string, number | string>> = {};
  for (const [name, trap] of [
    ['sentences', false],
    ['traps', true],
  ] as const) {
    const score = { paragraphs: 0, marked: 0, found: 0, wrong: 0 };
    for (const labelled of labelledSentences()) {
      if (labelled.trap !== trap) continue;
      const { missed, wrong } = judge(labelled);
      score.paragraphs++;
      score.marked += labelled.marks.length;
      score.found += labelled.marks.length - missed.length;
      score.wrong += wrong.length;
    }
    const { marked, found, wrong } = score;
    out[name] = { ...score, recall: percent(found, marked), precision: percent(found, found + wrong) };
  }
  return out;
}

/**
 * What a paragraph's marks and its reading do not share. In traps, figures that are never compared are no
 * fault.
 */
export function judge(labelled: Labelled): {
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
} {
  const got = readLabels(labelled);
  const missed = labelled.marks.filter((mark) => !got.includes(mark));
  const wrong = got.filter(
    (label) => !labelled.marks.includes(label) && !(labelled.trap && isHarmless(label)),
  );
  return { missed, wrong };
}

const isHarmless = (label: string): boolean =>
  / (?:other|bound|open|part|\d{4})(?= |$)| processing-fee$/.test(label);

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

function nameOf({ object, fields, scope, certainty, year, part }: Mention): string {
  const field = fields[0]?.[0] ?? '';
  const at = /^(?:outcome|dispute-result)$/.test(object)
    ? `@${field}`
    : /^(?:normative|regulations)$/.test(object)
      ? `@${field.split('.')[2]}`
      : '';
  const bare = object === 'dispute-result' && (fields[0]?.length ?? 0) > 2 ? '' : at;
  const rest = [
    scope === 'other' ? 'other' : '',
    certainty === 'exact' ? '' : certainty,
    year === null || year === YEAR ? '' : String(year),
    part === 'channel' ? 'part' : '',
  ].filter((word) => word !== '');
  return [`${object}${bare}`, ...rest].join(' ');
}

function sumLabels(text: string): readonly string[] {
  const spec = sections[0];
  const heading = spec === undefined ? null : { spec, span: { from: 0, to: 0 }, number: 1 };
  const report: Report = {
    length: text.length,
    title: null,
    year: YEAR,
    organ: null,
    edition: '2021',
    sections: [{ section: { heading, text, tables: [] }, at: 0 }],
    tables: {},
  };
  return narrativeSum
    .check(report)
    .map(({ span, message }) => {
      const said = message.en;
      const name = /larger/.test(said)
        ? 'part'
        : /exceeds/.test(said)
          ? 'over'
          : /short/.test(said)
            ? 'short'
            : /before it/.test(said)
              ? 'late'
              : / of /.test(said)
                ? 'share'
                : 'growth';
      return `${span.from}-${span.to} ${name}`;
    })
    .sort();
}

function parse(file: string, content: string): readonly Labelled[] {
  const out: Labelled[] = [];
  let section = 1;
  let organ = '';
  let trap = file === 'traps.txt';
  content.split(/\r?\n/).forEach((raw, at) => {
    if (raw.trim() === '' || raw.startsWith('//')) return;
    const head = /^@section (\d) 组织 (\S+)( traps)?$/.exec(raw);
    if (head !== null) {
      section = Number(head[1]);
      organ = head[2] as string;
      trap = file === 'traps.txt' || head[3] !== undefined;
      return;
    }
    out.push({ file, line: at + 1, section, organ, trap, ...marked(raw) });
  });
  return out;
}

function marked(raw: string): { readonly text: string; readonly marks: readonly string[] } {
  let text = '';
  const marks: string[] = [];
  for (const [, before = '', inside, names] of raw.matchAll(/([^⟦]*)(?:⟦([^⟧]*)⟧\{([^}]*)\})?/g)) {
    text += before;
    if (inside === undefined || names === undefined) continue;
    const from = text.length;
    text += inside;
    for (const name of names.split(','))
      if (name.trim() !== '') marks.push(`${from}-${text.length} ${name.trim()}`);
  }
  return { text, marks: marks.sort() };
}
