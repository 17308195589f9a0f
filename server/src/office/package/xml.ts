// The XML of Office packages: a walk over its elements with limits, and a tree of them. Names are made
// canonical by their namespaces, so that `x:p` with the strict namespace and `w:p` with the transitional one
// are both `w:p`.
import { Parser } from 'htmlparser2';
import type { Span } from '../../text/span.ts';
import { UnreadableOffice } from '../office-text.ts';
import { refusals } from '../refusals.ts';

const DEEPEST = 256;
/** Elements of a tree; a report has some ten thousand. */
const MOST_ELEMENTS = 500_000;
/** UTF-16 units that are parsed at a time. */
const STEP = 65_536;

export type Attributes = Readonly<Record<string, string>>;

export interface XmlVisitor {
  /**
   * `span`: of the tag in the XML, in UTF-16 units. `namespaceOf`: the canonical prefix for one written in
   * the XML.
   */
  open?(name: string, attributes: Attributes, span: Span, namespaceOf: (prefix: string) => string): void;
  text?(text: string): void;
  close?(name: string, span: Span): void;
}

/**
 * Canonical prefixes. What is in none of these namespaces keeps its prefix behind a `?`, which no reader asks
 * for.
 */
const namespaces: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/spreadsheetml\/(?:2006\/)?main$/, 's'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/\/package\/2006\/relationships$/, 'rel'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a'],
  [/\/drawingml\/(?:2006\/)?chart$/, 'c'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/\/office\/word\/2010\/wordprocessing(?:Shape|Group|Canvas)$/, 'wps'],
  [/\/office\/word\/20\d\d\/(?:wordml|wordprocessingDrawing)$/, 'w14'],
];

const known = new Set(namespaces.map(([, prefix]) => prefix));

const canonicalPrefix = (uri: string, prefix: string): string =>
  namespaces.find(([pattern]) => pattern.test(uri))?.[1] ?? `?${prefix}`;

/** UTF-8 unless a byte order mark says UTF-16, as the standard has it. */
export const decodeXml = (bytes: Uint8Array): string =>
  new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(bytes);

/**
 * Throws `UnreadableOffice` for a document type declaration (which entities need) and for what is nested too
 * deeply. `undeclared`: the canonical prefix of names without one where no namespace is declared.
 */
export function walkXml(xml: string, visitor: XmlVisitor, undeclared = ''): void {
  const scopes = new NamespaceScopes(undeclared);
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > DEEPEST) throw new UnreadableOffice(refusals.tooDeep);
        scopes.enter(depth, attributes);
        visitor.open?.(scopes.nameOf(name), attributes, spanOf(parser), scopes.prefixOf);
      },
      ontext: (text) => visitor.text?.(text),
      onclosetag(name) {
        visitor.close?.(scopes.nameOf(name), spanOf(parser));
        scopes.leave(depth--);
      },
      onprocessinginstruction(name) {
        if (/^!doctype$/i.test(name)) throw new UnreadableOffice(refusals.doctype);
      },
    },
    { xmlMode: true },
  );
  for (let at = 0; at < xml.length; at += STEP) parser.write(xml.slice(at, at + STEP));
  parser.end();
}

const spanOf = ({ startIndex, endIndex }: Parser): Span => ({ from: startIndex, to: endIndex + 1 });

/** Which canonical prefix each prefix stands for where the walk is. */
class NamespaceScopes {
  private prefixes: Map<string, string>;
  /** Canonical names by names as written, within this scope. */
  private names = new Map<string, string>();
  private readonly outer: { readonly depth: number; readonly prefixes: Map<string, string> }[] = [];

  constructor(undeclared: string) {
    this.prefixes = new Map([['', undeclared]]);
  }

  enter(depth: number, attributes: Attributes): void {
    let inner: Map<string, string> | null = null;
    for (const name in attributes)
      if (name.startsWith('xmlns')) {
        const prefix = name.slice('xmlns:'.length);
        inner ??= new Map(this.prefixes);
        inner.set(prefix, canonicalPrefix(attributes[name] ?? '', prefix));
      }
    if (inner === null) return;
    this.outer.push({ depth, prefixes: this.prefixes });
    this.use(inner);
  }

  leave(depth: number): void {
    if (this.outer.at(-1)?.depth === depth) this.use(this.outer.pop()?.prefixes ?? this.prefixes);
  }

  nameOf(name: string): string {
    let canonical = this.names.get(name);
    if (canonical === undefined) {
      const colon = name.indexOf(':');
      canonical = `${this.prefixOf(name.slice(0, Math.max(colon, 0)))}:${name.slice(colon + 1)}`;
      this.names.set(name, canonical);
    }
    return canonical;
  }

  private use(prefixes: Map<string, string>): void {
    this.prefixes = prefixes;
    this.names = new Map();
  }

  readonly prefixOf = (prefix: string): string => this.prefixes.get(prefix) ?? prefix;
}

/** An element with its children. Spans count in the XML, in UTF-16 units. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Attributes;
  /** From its start tag to the end of its end tag. */
  readonly span: Span;
  /** What stands between its tags; empty, behind the tag, for `<w:t/>`. */
  readonly inner: Span;
  readonly children: readonly (XmlElement | string)[];
  /** For an `mc:Choice`: whether every namespace it requires is one of those above. */
  readonly understood: boolean;
}

/** The root element; null when there is none. Throws as `walkXml` does, and for too many elements. */
export function parseXml(xml: string, undeclared = ''): XmlElement | null {
  let root: XmlElement | null = null;
  let count = 0;
  const open: { element: Mutable<XmlElement>; children: (XmlElement | string)[] }[] = [];
  const visitor: XmlVisitor = {
    open(name, attributes, span, prefixOf) {
      if (++count > MOST_ELEMENTS) throw new UnreadableOffice(refusals.tooLarge);
      const children: (XmlElement | string)[] = [];
      const understood = (attributes.Requires ?? '').split(/\s+/).every((it) => known.has(prefixOf(it)));
      const inner = { from: span.to, to: span.to };
      const element = { name, attributes, span, inner, children, understood };
      open.at(-1)?.children.push(element);
      root ??= element;
      open.push({ element, children });
    },
    text: (text) => open.at(-1)?.children.push(text),
    close(_, span) {
      const element = open.pop()?.element;
      if (element === undefined || span.from < element.inner.from) return;
      element.span = { from: element.span.from, to: span.to };
      element.inner = { from: element.inner.from, to: span.from };
    },
  };
  walkXml(xml, visitor, undeclared);
  return root;
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

/** The elements among the children. */
export const elementsOf = (element: XmlElement): readonly XmlElement[] =>
  element.children.filter((child) => typeof child !== 'string');

/** The first child of that name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.filter((child) => typeof child !== 'string').find((child) => child.name === name);

/** The elements from the root to the one at this span; none when there is no such element. */
export function pathTo(root: XmlElement, { from, to }: Span): XmlElement[] {
  const path: XmlElement[] = [];
  for (let at: XmlElement | undefined = root; at !== undefined; ) {
    path.push(at);
    if (at.span.from === from && at.span.to === to) return path;
    at = elementsOf(at).find(({ span }) => span.from <= from && to <= span.to);
  }
  return [];
}

/** An attribute by its local name, whatever its prefix: `w:val`, `val`. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[`w:${name}`] ?? attributes[name];
  if (plain !== undefined) return plain;
  const other = Object.keys(attributes).find((key) => key.endsWith(`:${name}`));
  return other === undefined ? undefined : attributes[other];
}
