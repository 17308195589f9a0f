// A digest of a report's figures, by which a reviewer's mark tells that they have changed since.

import { memoizePerObject } from '../base/cache.ts';
import type { ReportSummary } from './summary.ts';

/**
 * 16 hexadecimal digits; the same in every layout, another one once any figure differs. A figure that is not
 * known for certain counts as 0, as in what a mark keeps.
 */
export const figuresDigest = memoizePerObject(({ edition, values }: ReportSummary): string => {
  let [a, b] = [0x811c9dc5, 0x9747b28c];
  for (const char of `${edition} ${values.map((value) => value || 0).join(' ')}`) {
    const code = char.charCodeAt(0);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
});
