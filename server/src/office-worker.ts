// The web worker that reads Office files in VS Code for the web, where the server may load nothing. It is
// given the bytes of one file after the other and answers each with what was read.
import { readOffice } from './office/read-office.ts';

// The scope of the worker.
declare const self: {
  onmessage: ((event: { readonly data: Uint8Array }) => void) | null;
  postMessage(message: unknown): void;
};

let latest: Promise<unknown> = Promise.resolve();

self.onmessage = ({ data }) => {
  latest = latest.then(async () => self.postMessage(await readOffice(data, {})));
};
