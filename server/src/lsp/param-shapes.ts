// What the parameters of requests must be, so that handlers need not ask: by the name of a parameter its
// shape, by the method of a request those that it cannot do without.

type Shape = (value: unknown) => boolean;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isString: Shape = (value) => typeof value === 'string';
const isTextOrNone: Shape = (value) => value === undefined || typeof value === 'string';
const isNumber: Shape = (value) => typeof value === 'number';
const object =
  (members: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    isObject(value) && Object.entries(members).every(([name, isRight]) => isRight(value[name]));
const list =
  (of: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(of);

const isPosition = object({ line: isNumber, character: isNumber });
const isRange = object({ start: isPosition, end: isPosition });

const shapes: Readonly<Record<string, Shape>> = {
  textDocument: object({ uri: isString }),
  position: isPosition,
  positions: list(isPosition),
  range: isRange,
  context: isObject,
  'context.diagnostics': list(object({ range: isRange })),
  ch: isString,
  newName: isString,
  query: isString,
  previousResultId: isString,
  previousResultIds: list(object({ uri: isString, value: isString })),
  item: object({ uri: isString, range: isRange }),
  command: isString,
  arguments: Array.isArray,
};

const document = ['textDocument'];
const place = ['textDocument', 'position'];

const needed: Readonly<Record<string, readonly string[]>> = {
  'textDocument/hover': place,
  'textDocument/definition': place,
  'textDocument/references': [...place, 'context'],
  'textDocument/documentHighlight': place,
  'textDocument/documentSymbol': document,
  'textDocument/foldingRange': document,
  'textDocument/selectionRange': [...document, 'positions'],
  'textDocument/prepareCallHierarchy': place,
  'callHierarchy/incomingCalls': ['item'],
  'callHierarchy/outgoingCalls': ['item'],
  'textDocument/codeAction': [...document, 'range', 'context', 'context.diagnostics'],
  'textDocument/codeLens': document,
  'textDocument/inlayHint': [...document, 'range'],
  'textDocument/completion': place,
  'textDocument/inlineCompletion': place,
  'textDocument/formatting': document,
  'textDocument/rangeFormatting': [...document, 'range'],
  'textDocument/onTypeFormatting': [...place, 'ch'],
  'textDocument/prepareRename': place,
  'textDocument/rename': [...place, 'newName'],
  'textDocument/linkedEditingRange': place,
  'textDocument/diagnostic': document,
  'textDocument/semanticTokens/full': document,
  'textDocument/semanticTokens/full/delta': document,
  'textDocument/semanticTokens/range': [...document, 'range'],
  'workspace/diagnostic': ['previousResultIds'],
  'workspace/symbol': ['query'],
  'workspace/executeCommand': ['command'],
  initialize: [],
};

/** Parameters that a request may leave out; null is as good as nothing. */
const optional = ['previousResultId', 'arguments'];

/** The name of the first parameter that is not as it must be, `params` for all; null where all are. */
export function wrongParam(method: string, params: unknown): string | null {
  const own = Object.hasOwn(needed, method) ? needed[method] : undefined;
  if (own === undefined) return null;
  if (!isObject(params)) return 'params';
  const given = (name: string): unknown =>
    name.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), params);
  const isGiven = (name: string): boolean => (params[name] ?? null) !== null;
  return [...own, ...optional.filter(isGiven)].find((name) => !shapes[name]?.(given(name))) ?? null;
}

const argument: Readonly<Record<string, Shape>> = {
  uri: isString,
  position: isPosition,
  ranges: list(isRange),
  wanted: isObject,
  text: isString,
  uris: list(isString),
  names: list(isString),
  reviews: list(
    object({
      uri: isString,
      line: isNumber,
      state: isString,
      notes: list(object({ field: isString, text: isString })),
    }),
  ),
  clipboard: object({ html: isTextOrNone, text: isTextOrNone }),
};

/** What those commands of the server are called with that read their arguments; see commands.ts. */
const called: Readonly<Record<string, readonly string[]>> = {
  cellAt: ['uri', 'position'],
  figures: ['uri', 'position'],
  selectionStats: ['uri', 'ranges'],
  skeleton: ['wanted'],
  fixSums: ['uri', 'position'],
  pasteTable: ['uri', 'position', 'clipboard'],
  readOffice: ['uri', 'text'],
  shownOffice: ['uri', 'wanted'],
  writeOffice: ['uri', 'wanted'],
  exportReport: ['uri', 'text'],
  reportCells: ['uri'],
  summary: ['text', 'reviews'],
  nameParts: ['uri', 'uris'],
  nameRoster: ['uri', 'names'],
};

/** Whether a command of the server can be run with these arguments. */
export const areArguments = (command: string, values: readonly unknown[]): boolean =>
  (called[command] ?? []).every((name, i) => argument[name]?.(values[i]));
