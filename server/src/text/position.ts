/** A place as the language server protocol counts: from 0, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}
