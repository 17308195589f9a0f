import browserMocha from 'mocha';
import { Reporter, settle } from './reporter.ts';

const mocha = browserMocha as unknown as {
  setup(options: object): void;
  run(done: (failures: number) => void): Parameters<typeof settle>[0];
};

/** The same contract in the web worker extension host: mocha's browser build, everything in one bundle. */
export function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 30_000, reporter: Reporter });
  // Not an import: the globals of mocha must be there first.
  require('./all.ts');
  return new Promise((done, failed) => {
    const runner = mocha.run((failures) => settle(runner, failures, done, failed));
  });
}
