// The command line, and in threads of its own the examination of files: one script for both.

import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { main } from './cli/command-line.ts';
import { examinerFor } from './cli/examine.ts';
import type { Request, Task } from './cli/task.ts';

if (isMainThread) {
  void main(process.argv.slice(2), __filename).then((code) => {
    process.exitCode = code;
  });
} else {
  const examine = examinerFor(workerData as Task);
  parentPort?.on('message', (requests: readonly Request[]) => {
    parentPort?.postMessage(requests.map(examine));
  });
}
