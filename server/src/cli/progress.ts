// The progress line on a terminal.

import { type Language, plural } from '../base/phrase.ts';

/** The part of a terminal that progress needs. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  readonly step: (files: number, errors: number) => void;
  /** Removes the line, before something else is written. */
  readonly clear: () => void;
}

const PAUSE = 100;
const nothing = (): void => {};

/** Shown on terminals only; redrawn at most ten times a second. `now` in milliseconds. */
export function progressOn(terminal: Terminal, language: Language, now: () => number = Date.now): Progress {
  if (terminal.isTTY !== true) return { step: nothing, clear: nothing };
  let last = now();
  let drawn = false;
  return {
    step: (files, errors) => {
      if (now() - last < PAUSE) return;
      last = now();
      drawn = true;
      const words = {
        zh: `已检查 ${files} 个文件，${errors} 个错误`,
        en: `${plural(files, 'file')} checked, ${plural(errors, 'error')}`,
      };
      terminal.write(`\r\u001b[K${words[language]}`);
    },
    clear: () => {
      if (drawn) terminal.write('\r\u001b[K');
      drawn = false;
    },
  };
}
