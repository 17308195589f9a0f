// The commands on all reports of the client's folders; commands.ts takes them up.

import { folderReports } from './folder-reports.ts';
import { folderRoster, nameRoster } from './folder-roster.ts';
import { folderSummary } from './folder-summary.ts';
import { reportCells } from './report-cells.ts';
import type { Session } from './session.ts';

export const folderCommands = {
  /** () → the reports of the client's folders as far as they are read, and how far that is. */
  folder: folderReports,
  /** () → the same once all files are read, which this begins. */
  checkFolder: async (session: Session) => {
    await session.folderReader?.read();
    return folderReports(session);
  },
  /** () → what is amiss with the rosters of the folders; null where there is none. */
  roster: folderRoster,
  /** (URI of a folder, names) → the edit of its `.ogi-report.json` that makes them the roster. */
  nameRoster,
  /**
   * (`xlsx` or `html`, reviews, URI of a folder or none) → `{ bytes }`: the reports of that folder or of all
   * as one file in Base64, with a sheet to send back for each that is to be corrected; null where the client
   * has to write it itself.
   */
  summary: folderSummary,
  /** (uri) → the cells of each of its reports, the document open or not, and the digest of the figures. */
  reportCells,
};
