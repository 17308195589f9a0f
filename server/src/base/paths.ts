// Names of files and folders: paths or URIs, divided by `/`. The name of a folder ends in `/`.

/** The folder a file stands in; '' where the name says none. */
export const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);

/** One spelling for one file: `/` between folders, no `./`, characters composed (macOS decomposes them). */
export const plainPath = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .normalize('NFC');
