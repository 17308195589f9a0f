import { ok, rejects, strictEqual } from 'node:assert';
import { Worker } from 'node:worker_threads';
import { zipSync, zlibSync } from 'fflate';
import { type ThreadedPdf, threadedPdf, threadOptions } from '../../server/src/io/threaded-pdf.ts';
import type { OfficeRefusal } from '../../server/src/office/office-text.ts';
import { refusals } from '../../server/src/office/refusals.ts';
import { bundleOf } from '../support/office-bundle.ts';
import { characterMap, hasFigures } from '../support/office-cases.ts';
import { pdf, pdfOf } from '../support/office-pdf.ts';
import { officeFigures, officeReport } from '../support/office-report.ts';

const maps = ['UniGB-UCS2-H', 'Adobe-GB1-UCS2'];
const pack = zipSync(Object.fromEntries(maps.map((name) => [name, characterMap(name) ?? new Uint8Array()])));
const report = pdf(officeReport(officeFigures));

/** A page whose content says of itself how it is packed. */
const page = (content: Uint8Array, filters: string): Uint8Array =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    `<< /Filter [${filters}] /Length ${content.length} >>\nstream\n${Buffer.from(content).toString('latin1')}\nendstream`,
  ]);

describe('PDFs in a thread', () => {
  let code = '';
  before(async () => {
    code = (await bundleOf('server/src/pdf-thread.ts')).code;
  });
  const start = () => new Worker(code, { ...threadOptions, workerData: pack, eval: true });

  let thread: ThreadedPdf | null = null;
  const open = (limits?: Parameters<typeof threadedPdf>[1]) => {
    thread = threadedPdf(start, limits);
    return thread;
  };
  afterEach(() => thread?.close());

  const refuses = (bytes: Uint8Array, { read }: ThreadedPdf, refused: OfficeRefusal['refused']) =>
    rejects(read(bytes), (error: OfficeRefusal) => {
      strictEqual(error.refused.en, refused.en);
      return true;
    });

  it('reads one file after the other, and goes on behind a damaged one', async () => {
    const all = open();
    const [first, , second] = await Promise.all([
      all.read(report),
      refuses(report.subarray(0, 99), all, refusals.damaged),
      all.read(report),
    ]);
    hasFigures(first?.text ?? '', officeFigures);
    strictEqual(second?.text, first?.text);
    strictEqual(first?.places.unit, 'page');
  });

  it('stops a file that takes too long, and reads the next in a new thread', async () => {
    const slow = open({ clock: 1, memory: 800 << 20 });
    await refuses(report, slow, refusals.tooSlow);
    slow.close();
    hasFigures((await open().read(report)).text, officeFigures);
  });

  it('stops a file that takes too much memory', async () => {
    // Two bytes become 128, and deflating makes little of these two: 40 KB of 2.5 GB.
    const runs = new Uint8Array(40 << 20).fill(0x81);
    for (let i = 1; i < runs.length; i += 2) runs[i] = 0x20;
    const bomb = page(zlibSync(runs, { level: 1 }), '/FlateDecode /RunLengthDecode');
    const before = process.memoryUsage.rss();
    await refuses(bomb, open({ clock: 60_000, memory: 400 << 20 }), refusals.tooSlow);
    ok(process.memoryUsage.rss() - before < 1500 << 20);
  });
});
