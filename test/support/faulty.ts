// The example report, clean and with one mistake, for tests of the command line and the server.

import { base, embed } from './base.ts';

/** The example report, and what other tests need it to be. */
export const clean = base;
/** One wrong total: an error on `applications.1.total`, on the balance of its column, and the suspect. */
export const wrongTotal = embed('一、本年新收政府信息公开申请数量 | 8 | 1 | 0 | 0 | 0 | 0 | 10 | ||');
/** Full-width digits: a hint with a safe fix. */
export const fullWidth = embed('行政许可 | ５７ | ||');
export const noReport = '第一回\n\n话说那一年冬天，河水没有结冰。\n';
