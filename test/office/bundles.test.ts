import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { bundleOf } from '../support/office-bundle.ts';
import { docx, paragraph, run } from '../support/office-docx.ts';

describe('bundles of Office files', () => {
  it('the reader of most formats is small and needs nothing of Node', async () => {
    const { code, needs } = await bundleOf('server/src/office/index.ts');
    deepStrictEqual(needs, []);
    ok(code.length < 150_000, `${code.length}`);
    const module = { exports: {} as typeof import('../../server/src/office/index.ts') };
    new Function('module', 'exports', 'require', code)(module, module.exports, undefined);
    const result = await module.exports.readOffice(docx(paragraph(run('甲'))), {});
    strictEqual('text' in result && result.text, '甲\n');
  });

  it('the reader of PDFs needs nothing of Node and takes no worker for its own', async () => {
    const { code, needs } = await bundleOf('server/src/office/pdf/index.ts');
    deepStrictEqual(needs, []);
    ok(code.length < 2_000_000, `${code.length}`);
    ok(!/\bself\.postMessage\b/.test(code));
  });
});
