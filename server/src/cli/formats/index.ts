// Every output there is. A new one is a file here and a line in this table.

import type { Format, FormatName } from '../view.ts';
import { csvFormat } from './csv.ts';
import { dataFormat } from './data.ts';
import { githubFormat } from './github.ts';
import { htmlFormat } from './html-format.ts';
import { jsonFormat } from './json.ts';
import { sarifFormat } from './sarif.ts';
import { textFormat } from './text-format.ts';

export const formats: Readonly<Record<FormatName, Format>> = {
  'check text': textFormat,
  'check json': jsonFormat,
  'check sarif': sarifFormat,
  'check github': githubFormat,
  'check html': htmlFormat,
  'data json': dataFormat,
  'data csv': csvFormat,
};
