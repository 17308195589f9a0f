// Which configuration holds for an input of the command line. Finding and reading: config/store.ts.

import { parse, relative, resolve, sep } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { folderOf } from '../base/paths.ts';
import { type ConfigFile, ConfigStore } from '../config/store.ts';
import type { FindingsContext } from '../findings/findings.ts';
import { ioErrorOf } from '../io/io-error.ts';
import { type Input, readIfThere } from '../io/read-file.ts';
import type { Severities } from '../rules/severity.ts';
import type { Task } from './task.ts';

export class Configs {
  /** The one named on the command line, null for none; undefined where those beside the reports hold. */
  readonly named: ConfigFile | null | undefined;
  readonly #cwd: string;
  readonly #store: ConfigStore;

  constructor({ config, cwd }: Pick<Task, 'config' | 'cwd'>) {
    const named = typeof config === 'string' ? slashes(resolve(cwd, config)) : config;
    this.#cwd = `${slashes(cwd)}/`;
    this.#store = new ConfigStore((name) => {
      try {
        const text = readIfThere(name, name !== named);
        return text === null ? null : TextDocument.create(name, 'jsonc', 0, text);
      } catch (error) {
        return ioErrorOf(error);
      }
    });
    this.named = typeof named === 'string' ? this.#store.file(named) : named;
  }

  /** What holds for an input: the configuration named, or the nearest one around the file. */
  of(input: Input): Pick<FindingsContext, 'config' | 'document'> {
    const { file, path } = input;
    const folder = file === '' ? this.#cwd : folderOf(documentOf(input));
    // Up to the top, wherever the program was started: a file has the same findings from any folder.
    const top = `${slashes(parse(folder).root)}/`;
    const found = this.named === undefined ? this.#store.nearest(folder, [top]) : this.named;
    return {
      config: this.#store.effective(found, asShipped),
      document: file === '' || found === null ? path : relative(folderOf(found.name), file),
    };
  }

  file(name: string): ConfigFile | null {
    return this.#store.file(name);
  }
}

/** The command line sets no levels itself. */
const asShipped: Severities = new Map();

/** The name of an input's document in the index of all reports. */
export const documentOf = ({ file, path }: Input): string => (file === '' ? path : slashes(file));

const slashes = (path: string): string => path.split(sep).join('/').replace(/\/$/, '');
