// How a summary that this program exported is told from a report: it may stand in a folder that is checked,
// and names of reports in it would make one of it. `export/` writes what is looked for here.

/** The sheets of a summary: reports, findings, roster. */
export const summaryNames = { reports: '汇总', findings: '问题', roster: '名单核对' } as const;

/** In the head of a summary's page. */
export const summaryMark = '<meta name="generator" content="ogi-report summary">';

export const isOwnPage = (html: string): boolean => html.slice(0, 1000).includes(summaryMark);

export const isOwnWorkbook = (sheets: readonly string[]): boolean =>
  Object.values(summaryNames).every((name) => sheets.includes(name));
