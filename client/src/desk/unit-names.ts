// The names of units in a text that a person has copied or saved: a column of a sheet, a list. Nothing of
// VS Code in it.

/** Heads of the columns that such lists have. */
const HEAD = /^(?:序号|编号|单位|机关|部门|名称|单位名称|机关名称|部门名称|报送单位|责任单位)$/;
/** `1.`, `（一）`, `一、` in front of a name. */
const NUMBER = /^[（(]?[\d一二三四五六七八九十]{1,4}[)）.、．]\s*/;

/**
 * One name a line: of cells between tabs or commas, the first that has Chinese characters and is no
 * head, without the number in front of it. Each name once.
 */
export function unitNames(text: string): readonly string[] {
  const names = text.split(/\r?\n|\r/).flatMap((line) => {
    const cells = line.split(/[\t,，;；]/).map((cell) => cell.replaceAll('"', '').trim());
    const name = cells
      .map((cell) => cell.replace(NUMBER, ''))
      .find((cell) => /\p{Script=Han}{2}/u.test(cell));
    return name === undefined || HEAD.test(name) ? [] : [name];
  });
  return [...new Set(names)];
}
