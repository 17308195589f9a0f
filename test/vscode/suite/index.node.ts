import Mocha from 'mocha';
import { Reporter, settle } from './reporter.ts';

/** The contract of @vscode/test-electron: resolves when every test passed. */
export function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: Reporter as never });
  mocha.suite.emit('pre-require', globalThis as never, '', mocha);
  // Not an import: the globals of mocha must be there first.
  require('./all.ts');
  require('./years.test.ts');
  return new Promise((done, failed) => {
    const runner = mocha.run((failures) => settle(runner, failures, done, failed));
  });
}
