import { Client, frame, type Memory } from './client.ts';
import type { Sample } from './documents.ts';
import { type Measure, median, NULL, OURS, time } from './measure.ts';

/** Scripts of the two servers, and of the probe loaded into both. */
export interface Servers {
  readonly [NULL]: string;
  readonly [OURS]: string;
  readonly probe: string;
}

type Name = typeof NULL | typeof OURS;
const names: readonly Name[] = [NULL, OURS];

/** From the start of the process to the answer to `initialize`; the servers take turns. */
export async function starts(servers: Servers, report: (measure: Measure) => void): Promise<void> {
  const taken: Record<Name, number[]> = { [NULL]: [], [OURS]: [] };
  for (let i = 0; i < 11; i++)
    for (const by of names) {
      let client: Client | undefined;
      const ms = await time(() => {
        client = new Client(servers[by], servers.probe);
        return client.initialize(true);
      });
      if (i > 0) taken[by].push(ms); // the first one reads from the disk
      client?.stop();
    }
  for (const by of names)
    report({
      what: 'start to initialize',
      sample: '',
      by,
      value: median(taken[by]),
      unit: 'ms',
      runs: taken[by].length,
    });
}

/** All that is measured on one text with one server, by push or by pull. */
export async function session(
  servers: Servers,
  by: Name,
  sample: Sample,
  pull: boolean,
  report: (measure: Measure) => void,
): Promise<void> {
  const way = pull ? 'pull' : 'push';
  const put = (what: string, value: number, unit: Measure['unit'], runs = 1) =>
    report({ what, sample: sample.name, by, value, unit, runs });
  const client = new Client(servers[by], servers.probe);
  try {
    await client.initialize(pull);
    const document = new Document(client, sample, pull);
    const before = await client.memory();
    const opens = [await document.open()];
    const opened = await client.memory();
    const wanted = sample.size < 5e5 ? 9 : 3;
    while (opens.length < wanted) opens.push(await coldOpen(servers, by, sample, pull));
    put(`cold open (${way})`, median(opens), 'ms', opens.length);
    // Both servers are measured warm: the first hundreds of keystrokes are the compiler's.
    const runs = sample.size > 5e6 ? 100 : sample.size > 5e5 ? 200 : 1000;
    for (let i = 0; i < runs; i++) await document.type();
    const keys: number[] = [];
    for (let i = 0; i < runs; i++) keys.push(await document.type());
    put(`keystroke (${way})`, median(keys), 'ms', runs);
    const bursts: number[] = [];
    for (let i = 0; i < 5; i++) bursts.push(await document.burst(50));
    put(`burst of 50 (${way})`, median(bursts), 'ms', bursts.length);
    if (!pull) return;
    for (const [what, method, params] of requests(document)) {
      const asked: number[] = [];
      for (let i = 0; i < 15; i++) {
        await document.type(); // the answer to the question before is out of date
        asked.push(await time(() => client.request(method, params())));
      }
      put(what, median(asked.slice(5)), 'ms', 10);
    }
    for (let done = runs * 2; done < 1000; done += 50) await document.burst(50);
    const edited = await client.memory();
    const held = (what: string, memory: Memory): void => {
      const bytes = memory.used - before.used;
      if (sample.size < 1e6) put(what, bytes / 1e6, 'MB');
      else put(what, bytes / sample.bytes, '× text');
    };
    held('memory after open', opened);
    held('memory after 1,000 edits', edited);
    put('resident after 1,000 edits', edited.resident / 1e6, 'MB');
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error);
    report({ what: `session (${way})`, sample: sample.name, by, value: null, unit: 'ms', note });
  } finally {
    client.stop();
  }
}

/** In a process of its own. */
async function coldOpen(servers: Servers, by: Name, sample: Sample, pull: boolean): Promise<number> {
  const client = new Client(servers[by], servers.probe);
  try {
    await client.initialize(pull);
    return await new Document(client, sample, pull).open();
  } finally {
    client.stop();
  }
}

function requests(document: Document): readonly (readonly [string, string, () => object])[] {
  const { textDocument, position } = document;
  const range = { start: position, end: position };
  return [
    ['hover', 'textDocument/hover', () => ({ textDocument, position })],
    ['outline', 'textDocument/documentSymbol', () => ({ textDocument })],
    ['code action', 'textDocument/codeAction', () => ({ textDocument, range, context: { diagnostics: [] } })],
  ];
}

/** A document open in a server; types and deletes a digit by turns. */
class Document {
  readonly textDocument = { uri: 'file:///bench/report.txt' };
  readonly position: Sample['place'];
  readonly #client: Client;
  readonly #pull: boolean;
  readonly #opening: Buffer;
  #version = 1;
  #typed = false;
  #resultId: string | undefined;

  constructor(client: Client, sample: Sample, pull: boolean) {
    this.#client = client;
    this.#pull = pull;
    this.position = sample.place;
    const { uri } = this.textDocument;
    const textDocument = { uri, languageId: 'ogi-report', version: 1, text: sample.text };
    this.#opening = frame({ method: 'textDocument/didOpen', params: { textDocument } });
  }

  /** Milliseconds from here to the diagnostics. */
  open(): Promise<number> {
    return this.#diagnosed(() => this.#client.send(this.#opening));
  }

  /** A change of one digit; milliseconds to its diagnostics. */
  type(): Promise<number> {
    const change = this.#change();
    return this.#diagnosed(() => this.#client.send(change));
  }

  /** So many changes at once; milliseconds to the diagnostics of the last. */
  burst(count: number): Promise<number> {
    const changes = Buffer.concat(Array.from({ length: count }, () => this.#change()));
    return this.#diagnosed(() => this.#client.send(changes));
  }

  #change(): Buffer {
    const end = { line: this.position.line, character: this.position.character + 1 };
    const change = this.#typed
      ? { range: { start: this.position, end }, text: '' }
      : { range: { start: this.position, end: this.position }, text: '1' };
    this.#typed = !this.#typed;
    const textDocument = { ...this.textDocument, version: ++this.#version };
    return frame({ method: 'textDocument/didChange', params: { textDocument, contentChanges: [change] } });
  }

  #diagnosed(send: () => void): Promise<number> {
    return time(async () => {
      const { uri } = this.textDocument;
      const published = this.#pull ? null : this.#client.published(uri, this.#version);
      send();
      if (published !== null) return published;
      const previous = this.#resultId === undefined ? {} : { previousResultId: this.#resultId };
      const params = { textDocument: this.textDocument, ...previous };
      const answer = await this.#client.request('textDocument/diagnostic', params);
      this.#resultId = (answer as { resultId?: string } | null)?.resultId;
    });
  }
}
