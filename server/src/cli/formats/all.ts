import type { Format, FormatName } from '../view.ts';
import { csv } from './csv.ts';
import { data } from './data.ts';
import { github } from './github.ts';
import { html } from './html-format.ts';
import { json } from './json.ts';
import { sarif } from './sarif.ts';
import { text } from './text-format.ts';

/** Every output there is. */
export const formats: Readonly<Record<FormatName, Format>> = {
  'check text': text,
  'check json': json,
  'check sarif': sarif,
  'check github': github,
  'check html': html,
  'data json': data,
  'data csv': csv,
};
