// The project's own source files, read as text: what the guards in test/unit look at.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import jsTokens, { type Token } from 'js-tokens';

export const root = resolve(__dirname, '../..');

export interface Source {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Paths from the project's root, or names of packages. */
  readonly imports: readonly string[];
}

export function sourcesIn(folder: string): readonly Source[] {
  return filesIn(folder)
    .filter((path) => path.endsWith('.ts'))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

/** The files of a folder and its subfolders, from the project's root, with `/`. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll('\\', '/'));

const importsOf = (path: string, text: string): readonly string[] =>
  [...text.matchAll(/\b(?:from|import|require)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, name = '']) =>
    name.startsWith('.') ? relative(root, resolve(root, dirname(path), name)).replaceAll('\\', '/') : name,
  );

/** `path: import` for every import that `wrong` objects to. */
export const wrongImports = (sources: readonly Source[], wrong: (path: string, name: string) => boolean) =>
  sources.flatMap(({ path, imports }) =>
    imports.filter((name) => wrong(path, name)).map((name) => `${path}: ${name}`),
  );

/** The names a file defines and exports. */
export const exportsOf = ({ text }: Source): readonly string[] =>
  [
    ...text.matchAll(
      /^export (?:abstract |async |declare )*(?:class|const|enum|function\*?|interface|let|type) (\w+)/gm,
    ),
  ].map(([, name = '']) => name);

/** `name: path path` for every name that stands in several files. */
export function repeated(names: readonly (readonly [name: string, path: string])[]): readonly string[] {
  const places = new Map<string, string[]>();
  for (const [name, path] of names) places.set(name, [...(places.get(name) ?? []), path]);
  return [...places].filter(([, all]) => all.length > 1).map(([name, all]) => `${name}: ${all.join(' ')}`);
}

/**
 * The code of a file, one token after another, without its comments. js-tokens takes types for what they look
 * like, which does no harm here.
 */
export const tokensOf = ({ text }: Source): readonly Token[] =>
  [...jsTokens(text)].filter(({ type }) => !type.endsWith('Comment'));

/** The character classes of a regular expression literal, `[` and `]` included. */
export const classesOf = (literal: string): readonly string[] =>
  [...literal.matchAll(/\\.|(\[(?:[^\]\\]|\\.)*\])/g)].flatMap(([, it]) => (it === undefined ? [] : [it]));

interface LongFunction {
  readonly line: number;
  readonly lines: number;
}

/**
 * Functions longer than `most` lines. The formatter ends a function on the first line that is indented as its
 * first line and begins with `}`.
 */
export function longFunctions({ text }: Source, most: number): readonly LongFunction[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    if (!opensFunction.test(line)) return [];
    const indent = /^ */.exec(line)?.[0] ?? '';
    const end = lines.findIndex((other, i) => i > at && other.startsWith(`${indent}}`));
    const length = end - at + 1;
    return length > most ? [{ line: at + 1, lines: length }] : [];
  });
}

/** A line that begins a function or method, or closes its parameters, or ends with the arrow of one. */
const opensFunction =
  /^ *(?:export |default |async )*function\b|^ *(?:static |async |get |set )*#?\w+(?:<[^>]*>)?\(.*\{$|^ *\).*\{$|=>\s*\{$/;
