// The list of table layouts a person picks from.

import { l10n, window } from 'vscode';

/** Lets a person choose how tables are to be written. Answers the layout's id as the server knows it. */
export async function pickLayout(): Promise<string | undefined> {
  const picked = await window.showQuickPick(
    [
      { id: 'markdown', label: l10n.t('One row a line, bars around cells'), detail: '| 规章 | 0 | 0 | 0 |' },
      { id: 'row-line', label: l10n.t('One row a line, bars between cells'), detail: '规章 | 0 | 0 | 0 |' },
      { id: 'tab', label: l10n.t('Tabs, as copied from Word, WPS or Excel'), detail: '规章 → 0 → 0 → 0' },
      {
        id: 'html',
        label: l10n.t('HTML, with merged cells'),
        detail: '<td>规章</td><td>0</td><td>0</td><td>0</td>',
      },
      { id: 'cell-line', label: l10n.t('One cell a line'), detail: '规章 ⏎ 0 ⏎ 0 ⏎ 0' },
    ],
    { title: l10n.t('Layout of the tables') },
  );
  return picked?.id;
}
