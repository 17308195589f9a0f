// Edits of the configuration that holds for a document, or of a new one: config/add-entry.ts writes them.

import type { ClientCapabilities, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configName } from '../config/read.ts';
import type { ConfigFile } from '../config/store.ts';
import type { Edit } from '../text/span.ts';
import { documentName } from './document-name.ts';
import type { Session } from './session.ts';

/** The configuration to write into. */
export interface ConfigTarget {
  readonly text: TextDocument;
  /** Null for a configuration that is not open. */
  readonly version: number | null;
  readonly isNew: boolean;
  /** How it names a document of its folder. */
  readonly nameOf: (document: string) => string;
}

export function knownConfig({ workspace }: Session, file: ConfigFile): ConfigTarget {
  const version = workspace.openDocument(file.name)?.version ?? null;
  const nameOf = (document: string) => file.nameOf(document) ?? document;
  return { text: file.text, version, isNew: false, nameOf };
}

/** `folder`: a URI that ends in `/`. */
export function newConfig(folder: string): ConfigTarget {
  const text = TextDocument.create(folder + configName, 'jsonc', 0, '');
  const nameOf = (document: string) => document.slice(documentName(folder).length);
  return { text, version: null, isNew: true, nameOf };
}

/**
 * The edit that `change` makes of the configuration's text. Null where it makes none, and for a new one where
 * the client cannot create files.
 */
export function configEdit(
  { workspace }: ClientCapabilities,
  { text, version, isNew }: ConfigTarget,
  change: (text: string) => readonly Edit[] | null,
): WorkspaceEdit | null {
  const edits = change(text.getText())?.map(
    ({ from, to, insert }): TextEdit => ({
      range: { start: text.positionAt(from), end: text.positionAt(to) },
      newText: insert,
    }),
  );
  if (edits === undefined) return null;
  const { uri } = text;
  const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {};
  if (isNew) {
    if (!documentChanges || !resourceOperations?.includes('create')) return null;
    const create = { kind: 'create' as const, uri, options: { ignoreIfExists: true } };
    return { documentChanges: [create, { textDocument: { uri, version }, edits }] };
  }
  return documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}
