// The bundle that writes files of Word, Excel and web pages; loaded when one is to be written.
import type * as Writers from '../export/index.ts';

export const exportWriters = (): Promise<typeof Writers> => import('../export/index.ts');
