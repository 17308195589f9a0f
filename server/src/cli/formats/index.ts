// Every output there is. A new one is a file here and a line in this table.

import type { Format, FormatName } from '../view.ts';
import { checkGithub } from './check-github.ts';
import { checkHtml } from './check-html.ts';
import { checkJson } from './check-json.ts';
import { checkRows } from './check-rows.ts';
import { checkSarif } from './check-sarif.ts';
import { checkText } from './check-text.ts';
import { dataCsv } from './data-csv.ts';
import { dataJson } from './data-json.ts';
import { dataWide } from './data-wide.ts';

export const formats: Readonly<Record<FormatName, Format>> = {
  'check text': checkText,
  'check json': checkJson,
  'check sarif': checkSarif,
  'check github': checkGithub,
  'check html': checkHtml,
  'check rows': checkRows,
  'data json': dataJson,
  'data csv': dataCsv,
  'data wide': dataWide,
};
