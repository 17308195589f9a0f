// The characters of a web page: by its byte order mark, by what it says of itself, else as UTF-8 or GB18030.

/** How much of a page is looked at for `<meta charset>`, in bytes. */
const HEAD = 4096;

export function decodeHtml(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  if (wide !== null) return decodeAs(wide, bytes) ?? '';
  // A page that says UTF-16 in single bytes is not.
  const said = /charset\s{0,9}=\s{0,9}["']?(?!utf-?16)([\w-]{3,20})/i.exec(headOf(bytes))?.[1];
  for (const encoding of said === undefined ? ['utf-8'] : [said, 'utf-8']) {
    const text = decodeAs(encoding, bytes, true);
    if (text !== null) return text;
  }
  return decodeAs('gb18030', bytes) ?? '';
}

/** UTF-16 by its mark, or by the zeros that its first character, a `<` or blank, has. */
function wideEncoding([first, second]: Uint8Array): string | null {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return null;
}

/** The start of a page in single bytes, in which all of markup shows. */
export const headOf = (bytes: Uint8Array): string =>
  new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)).replaceAll('\0', '');

/** Null for an encoding that is not known and, where it is `certain`, for bytes that are no text in it. */
function decodeAs(label: string, bytes: Uint8Array, certain = false): string | null {
  try {
    // Pages that say GB 2312 use characters of GB18030 all the same.
    const encoding = /^gb/i.test(label) ? 'gb18030' : label;
    return new TextDecoder(encoding, { fatal: certain }).decode(bytes);
  } catch {
    return null;
  }
}
