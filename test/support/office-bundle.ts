import { resolve } from 'node:path';
import { build } from 'esbuild';

/** A bundle as scripts/build.mjs makes it, and the modules of Node that it needs. */
export async function bundleOf(
  entry: string,
): Promise<{ readonly code: string; readonly needs: readonly string[] }> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: resolve(__dirname, '../..'),
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    charset: 'utf8',
    define: { self: 'undefined', 'import.meta.url': '""' },
    logLevel: 'error',
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const needs = imports.filter(({ external }) => external).map(({ path }) => path);
  return { code: outputFiles[0]?.text ?? '', needs: [...new Set(needs)] };
}
