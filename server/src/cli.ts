import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { main } from './cli/command-line.ts';
import { examine, type Task } from './cli/examine.ts';
import type { Input } from './io/files.ts';

/** The command line, and in threads of its own the examination of files: one script for both. */
if (isMainThread) {
  void main(process.argv.slice(2), __filename).then((code) => {
    process.exitCode = code;
  });
} else {
  const task = workerData as Task;
  parentPort?.on('message', (inputs: readonly Input[]) => {
    parentPort?.postMessage(inputs.map((input) => examine(input, task)));
  });
}
