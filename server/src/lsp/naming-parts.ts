// Commands for a superior's report of which no configuration says what it sums up: the reports it may be the
// sum of, and the edit that names those a person has picked.

import type { WorkspaceEdit } from 'vscode-languageserver';
import { folderOf } from '../base/paths.ts';
import { addEntry } from '../config/add-entry.ts';
import { configEdit, knownConfig, newConfig } from './config-edits.ts';
import { documentName, fileUri } from './document-name.ts';
import type { Document } from './open-documents.ts';
import type { Session } from './session.ts';

interface PartCandidate {
  readonly uri: string;
  readonly organ: string | null;
  /** Its path from the folder in which it may be. */
  readonly path: string;
}

/**
 * The other organs' reports of the same year, below the folder of the configuration that holds for the
 * document or, without one, below the client's folder; null for a document that is in no folder.
 */
export function partCandidates(session: Session, document: Document): readonly PartCandidate[] | null {
  const { workspace } = session;
  const name = documentName(document.uri);
  const folder = folderOf(workspace.configFor(name)?.name ?? workspace.folderWith(name));
  if (folder === '') return null;
  const [own] = workspace.reportsOf(name);
  return workspace
    .documents()
    .filter((other) => other !== name && other.startsWith(folder))
    .flatMap((other): PartCandidate[] => {
      const report = workspace
        .reportsOf(other)
        .find(({ year, key }) => year === own?.year && (key === null || key !== own?.key));
      const place = report && workspace.locate(report, { from: 0, to: 0 });
      return place ? [{ uri: place.uri, organ: report.organ, path: other.slice(folder.length) }] : [];
    });
}

/** The edit that names the reports at `uris` as the parts of the document's; null where none can be made. */
export function nameParts(
  session: Session,
  document: Document,
  uris: readonly string[],
): WorkspaceEdit | null {
  const { workspace, client } = session;
  const name = documentName(document.uri);
  const parts = uris.map(documentName);
  const file = workspace.configFor(name);
  const folder = commonFolder(fileUri(document.uri), parts);
  if (parts.length === 0 || folder === '' || !(file || workspace.knowsConfigOf(name))) return null;
  const target = file ? knownConfig(session, file) : newConfig(folder);
  const entry = { report: target.nameOf(name), parts: parts.map(target.nameOf) };
  return configEdit(client, target, (text) => addEntry(text, 'aggregates', entry));
}

/** The URI of the innermost folder that holds a file and all `names`; '' for none. */
function commonFolder(uri: string, names: readonly string[]): string {
  let folder = folderOf(uri);
  while (folder !== '' && !names.every((name) => name.startsWith(documentName(folder))))
    folder = folderOf(folder.slice(0, -1));
  return folder;
}
