// The command line, and in threads of its own the examination of files: one script for both.

import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { main } from './cli/command-line.ts';
import { inThisThread } from './cli/pool.ts';
import type { Request, Task } from './cli/task.ts';

if (isMainThread) {
  void main(process.argv.slice(2), __filename).then((code) => {
    process.exitCode = code;
  });
} else {
  const examiner = inThisThread(workerData as Task);
  let latest: Promise<unknown> = Promise.resolve();
  parentPort?.on('message', (requests: readonly Request[]) => {
    latest = latest.then(async () => parentPort?.postMessage(await examiner(requests)));
  });
}
