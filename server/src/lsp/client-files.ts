// The files of a client's folders for a server without a disk: a web worker asks the client for them.

import type { Connection } from 'vscode-languageserver';
import type { Files } from './session.ts';

/** Requests beyond LSP, answered by a client that sets `files` in its initialization options. */
const requests = { list: 'ogiReport/listFiles', read: 'ogiReport/readFile' } as const;

export function clientFiles(connection: Connection): Files {
  const ask = async <T>(method: string, params: unknown, none: T): Promise<T> => {
    try {
      return ((await connection.sendRequest(method, params)) as T | null) ?? none;
    } catch {
      return none; // what the client cannot read is not there
    }
  };
  return {
    async *list(folder, also) {
      yield* await ask<readonly string[]>(requests.list, { folder, also }, []);
    },
    read: (uri) => ask<string | null>(requests.read, { uri }, null),
  };
}
