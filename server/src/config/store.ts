// Which configuration holds for a document: the nearest `.ogi-report.json`, and its levels over those of the
// client. Reads no disk: server and command line each inject a reader. Read next: read.ts.

import { TextDocument } from 'vscode-languageserver-textdocument';
import { folderOf, plainPath } from '../base/paths.ts';
import type { Phrase } from '../base/phrase.ts';
import { rules as allRules } from '../rules/all.ts';
import type { Finding } from '../rules/rule.ts';
import type { Severities } from '../rules/severity.ts';
import {
  type Acceptance,
  type Config,
  configFinding,
  configName,
  configRules,
  emptyConfig,
  parseConfig,
} from './read.ts';

/** A configuration as it stands on disk or in an editor. */
export interface ConfigFile {
  readonly name: string;
  readonly text: TextDocument;
  readonly config: Config;
  /** What is wrong with the text. */
  readonly problems: readonly Finding[];
  /** How the configuration names a document: the path from its folder; null for one outside. */
  readonly nameOf: (document: string) => string | null;
}

/** What holds for a document: the same object while the client's levels and the file are the same. */
export interface EffectiveConfig {
  readonly file: ConfigFile | null;
  readonly severities: Severities;
  readonly accept: readonly Acceptance[];
}

/** The text of a configuration by its name, or why it cannot be read; null where there is none. */
export type ConfigReader = (name: string) => TextDocument | Phrase | null;

export class ConfigStore {
  readonly #read: ConfigReader;
  readonly #files = new Map<string, ConfigFile | null>();
  readonly #effective = new WeakMap<Severities, Map<ConfigFile | null, EffectiveConfig>>();

  constructor(read: ConfigReader) {
    this.#read = read;
  }

  /** The configuration of that name; its text is read when first asked for, and by `refresh`. */
  file(name: string): ConfigFile | null {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const text = this.#read(name);
    const file = text && configFile(name, text);
    this.#files.set(name, file);
    return file;
  }

  /**
   * The nearest configuration from a folder upwards, as far as the first of `tops` that contains the folder;
   * where none does, that of the folder itself.
   */
  nearest(folder: string, tops: readonly string[]): ConfigFile | null {
    const top = tops.find((each) => folder.startsWith(each)) ?? folder;
    for (let at = folder; ; at = folderOf(at.slice(0, -1))) {
      const file = this.file(at + configName);
      if (file !== null || at.length <= top.length) return file;
    }
  }

  /** What holds where `file` is the nearest configuration and the client has set `severities`. */
  effective(file: ConfigFile | null, severities: Severities): EffectiveConfig {
    const made = this.#effective.get(severities) ?? new Map<ConfigFile | null, EffectiveConfig>();
    this.#effective.set(severities, made);
    const known = made.get(file);
    if (known !== undefined) return known;
    const { rules, accept } = file?.config ?? emptyConfig;
    const both = rules.size === 0 ? severities : new Map([...severities, ...rules]);
    const effective = { file, severities: both, accept };
    made.set(file, effective);
    return effective;
  }

  /** Reads a configuration again that may have changed; whether it has. */
  refresh(name: string): boolean {
    const before = this.#files.get(name) ?? null;
    const text = this.#read(name);
    const isSame =
      text === null ? before === null : 'uri' in text && text.getText() === before?.text.getText();
    if (isSame) return false;
    this.#files.set(name, text && configFile(name, text));
    return true;
  }
}

/** Ids of the rules a configuration may name. */
const ruleIds: ReadonlySet<string> = new Set([...allRules, ...configRules].map(({ id }) => id));

function configFile(name: string, read: TextDocument | Phrase): ConfigFile {
  const folder = folderOf(name);
  const nameOf = (document: string): string | null =>
    document.startsWith(folder) ? plainPath(document.slice(folder.length)) : null;
  if ('uri' in read) return { name, text: read, nameOf, ...parseConfig(read.getText(), ruleIds) };
  const text = TextDocument.create(name, 'jsonc', 0, '');
  const why = { zh: `配置文件不能读取：${read.zh}`, en: `The configuration cannot be read: ${read.en}` };
  const problems = [configFinding('invalid-configuration', { from: 0, to: 0 }, why)];
  return { name, text, nameOf, config: emptyConfig, problems };
}
