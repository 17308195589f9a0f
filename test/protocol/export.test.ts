import { deepStrictEqual, strictEqual } from 'node:assert';
import { readOffice } from '../../server/src/office/index.ts';
import { clean, noReport } from '../support/faulty.ts';
import { Client, pulling } from '../support/server.ts';

describe('a report written as a file', () => {
  it('comes as bytes, for a document that is open; null for what is no report', async () => {
    const client = new Client();
    await client.initialize(pulling);
    try {
      await client.open(clean, 'file:///a.txt');
      await client.open(noReport, 'file:///b.txt');
      for (const format of ['docx', 'xlsx', 'html']) {
        const { bytes, lost } = await client.execute<{ bytes: string; lost: string[] }>(
          'exportReport',
          'file:///a.txt',
          format,
        );
        deepStrictEqual(lost, []);
        const read = await readOffice(new Uint8Array(Buffer.from(bytes, 'base64')), {});
        strictEqual('kind' in read && read.kind, format);
      }
      strictEqual(await client.execute('exportReport', 'file:///a.txt', 'exe'), null);
      strictEqual(await client.execute('exportReport', 'file:///b.txt', 'docx'), null);
    } finally {
      client.stop();
    }
  });
});
