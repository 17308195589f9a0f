/** Whether a UTF-16 unit shows nothing: what `\\s` matches, and the zero-width characters that pages leave between others. */
export const isBlank = (unit: number): boolean =>
  unit <= 0x20
    ? unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
    : // Chinese characters and nearly all their marks stand behind U+3000.
      unit <= 0x3000 || unit === 0xfeff
      ? isExotic(unit)
      : false;

const isExotic = (unit: number): boolean =>
  unit === 0xa0 ||
  unit === 0x1680 ||
  (unit >= 0x2000 && unit <= 0x200d) ||
  unit === 0x2028 ||
  unit === 0x2029 ||
  unit === 0x202f ||
  unit === 0x205f ||
  unit === 0x3000 ||
  unit === 0xfeff;
