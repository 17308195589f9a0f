// The thread that reads PDFs for io/threaded-pdf.ts. It is given the pack of character maps, then the bytes
// of one file after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { refusalOf } from './office/office-text.ts';
import { mapsInPack, readPdf } from './office/pdf/index.ts';
import { refusals } from './office/refusals.ts';

const maps = mapsInPack(() => workerData as Uint8Array);

parentPort?.on('message', async (bytes: Uint8Array) => {
  const result = await readPdf(bytes, maps).catch((error: unknown) => refusalOf(error, refusals.damaged));
  parentPort?.postMessage(result);
});
