// Reads the folder's files for a server that has no disk, as in vscode.dev.

import { RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** A folder that is far away is read over the network: no more files than this. */
const most = 5000;
/** In bytes, as the server on a disk has it. */
const largest = 8 * 1024 * 1024;

/** Answers the two requests of the server's `lsp/client-files.ts`. */
export function answerFiles(client: BaseLanguageClient): void {
  client.onRequest('ogiReport/listFiles', async ({ folder, also }: { folder: string; also: string }) => {
    const base = workspace.getWorkspaceFolder(Uri.parse(folder)) ?? Uri.parse(folder);
    const find = (names: string) =>
      workspace.findFiles(new RelativePattern(base, names), '**/node_modules/**', most);
    const found = await Promise.all([find(`**/${also}`), find('**/*.{txt,md,htm,html,ogi}')]);
    return found
      .flat()
      .map((uri) => client.code2ProtocolConverter.asUri(uri))
      .sort();
  });
  client.onRequest('ogiReport/readFile', async ({ uri }: { uri: string }) => {
    try {
      const bytes = await workspace.fs.readFile(Uri.parse(uri));
      return bytes.length > largest ? null : decoded(bytes);
    } catch {
      return null; // gone, or not to be read
    }
  });
}

/** Texts that are not UTF-8 are taken for what Chinese Windows writes. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
