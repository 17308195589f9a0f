// The settings of the client: the level of each rule, `ogiReport.rules`, and whether Office files of the
// folders are read, `ogiReport.office`.

import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { type Level, levels, type Severities } from '../rules/severity.ts';
import { refreshFindings } from './diagnostics.ts';
import { log, type Session } from './session.ts';

/** Keeps the levels as the client has them: asks for them where it can, else takes what is sent. */
export function watchSettings(session: Session): void {
  const { connection, client } = session;
  const canAsk = client.workspace?.configuration === true;
  connection.onDidChangeConfiguration(({ settings }) => {
    if (canAsk) void ask(session);
    else apply(session, (settings as { ogiReport?: unknown } | null)?.ogiReport);
  });
  session.ready.push(() => {
    if (!canAsk) return;
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'ogiReport' });
    session.settingsRead = ask(session);
  });
}

async function ask(session: Session): Promise<void> {
  try {
    apply(session, await session.connection.workspace.getConfiguration('ogiReport'));
  } catch (error) {
    log(session, 'settings', error);
  }
}

function apply(session: Session, settings: unknown): void {
  const severities = severitiesOf(settings);
  const before = session.setting.severities;
  const same =
    severities.size === before.size && [...severities].every(([rule, set]) => before.get(rule) === set);
  const officeFolder = Object(settings).office === 'folder';
  if (officeFolder !== session.setting.officeFolder) {
    session.setting = { ...session.setting, officeFolder };
    session.relist?.();
  }
  if (same) return;
  session.setting = { ...session.setting, severities };
  session.reread?.();
  refreshFindings(session);
}

/** The levels in settings of any shape; what is not a level is left out. */
export function severitiesOf(settings: unknown): Severities {
  const rules: unknown =
    typeof settings === 'object' && settings !== null && 'rules' in settings ? settings.rules : null;
  if (typeof rules !== 'object' || rules === null) return new Map();
  const valid = Object.entries(rules).filter(([, level]) => levels.includes(level as Level));
  return new Map(valid as [string, Level][]);
}
