// Sees every message before its handler does: refuses what comes before `initialize`, after `shutdown`, or
// with parameters that no handler could use, and reads an `initialize` that is odd. Read next: serve.ts.

import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  type InitializeParams,
  type Message,
  ResponseError,
} from 'vscode-languageserver';
import { wrongParam } from './param-shapes.ts';

/** What a refused request becomes: its handler answers with the error that it carries. */
const REFUSED = 'ogiReport/refused';

interface Refusal {
  readonly code: number;
  readonly message: string;
}

interface Incoming extends Message {
  readonly method?: string;
  /** Of requests only. */
  readonly id?: unknown;
  readonly params?: unknown;
}

/** The options of a connection whose messages are looked at; a connection of its own for each. */
export function doorkeeper(): ConnectionOptions {
  let stage: 'new' | 'running' | 'ended' = 'new';
  const refusalOf = (method: string, params: unknown): Refusal | null => {
    if (stage === 'ended') return { code: ErrorCodes.InvalidRequest, message: 'the server is shut down' };
    const isFirst = method === 'initialize';
    if (isFirst && stage === 'running')
      return { code: ErrorCodes.InvalidRequest, message: 'the server is initialized already' };
    if (!isFirst && stage === 'new')
      return { code: ErrorCodes.ServerNotInitialized, message: 'the server is not initialized' };
    const wrong = wrongParam(method, params);
    return wrong === null
      ? null
      : { code: ErrorCodes.InvalidParams, message: `${method}: unusable ${wrong}` };
  };
  /** The message as its handler is to see it; null for one that nobody sees. */
  const seen = (message: Incoming): Incoming | null => {
    const { method, id, params } = message;
    if (method === undefined) return message;
    if (id === undefined) return stage === 'running' || method === 'exit' ? message : null;
    const refusal = refusalOf(method, params);
    if (refusal !== null) return { ...message, method: REFUSED, params: refusal };
    if (method === 'shutdown') stage = 'ended';
    if (method !== 'initialize') return message;
    stage = 'running';
    return { ...message, params: readable(params as InitializeParams) };
  };
  const handleMessage = (message: Incoming, next: (message: Message) => void): void => {
    const passed = seen(message);
    if (passed !== null) next(passed);
  };
  return { messageStrategy: { handleMessage } };
}

/** Answers what the doorkeeper refuses. */
export function answerRefused(connection: Connection): void {
  connection.onRequest(REFUSED, ({ code, message }: Refusal) => {
    throw new ResponseError(code, message);
  });
}

/** Null is as good as nothing, of folders only those count that have an address. */
function readable(params: InitializeParams): InitializeParams {
  const { capabilities, workspaceFolders, rootUri, locale } = params;
  const isFolder = (each: unknown): boolean => typeof (each as { uri?: unknown } | null)?.uri === 'string';
  return {
    ...params,
    capabilities: Object(withoutNulls(capabilities)),
    rootUri: typeof rootUri === 'string' ? rootUri : null,
    ...(workspaceFolders === undefined
      ? {}
      : { workspaceFolders: Array.isArray(workspaceFolders) ? workspaceFolders.filter(isFolder) : null }),
    locale: typeof locale === 'string' ? locale : undefined,
  } as InitializeParams;
}

/** No capability is nested deeper than this. */
const DEEPEST = 8;

function withoutNulls(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > DEEPEST) return value;
  const members = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(members.map(([key, each]) => [key, withoutNulls(each, depth + 1)]));
}
