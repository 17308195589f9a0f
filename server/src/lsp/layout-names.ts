// The names of layouts in commands.

import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { type LayoutId, layouts } from '../table/write/layouts.ts';

/** Throws the protocol's error for a name that is none. */
export function layoutNamed(name: string): LayoutId {
  const id = name === 'tabs' ? 'tab' : name;
  if (!Object.hasOwn(layouts, id))
    throw new ResponseError(ErrorCodes.InvalidParams, `unknown layout ${name}`);
  return id as LayoutId;
}
