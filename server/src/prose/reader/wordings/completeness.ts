// Words of completeness: `均已答复` leaves nothing for next year, `均维持` no other result.
import { disputeResult } from '../cells.ts';
import { OTHER_MATTERS } from '../vocabulary.ts';
import { type Group, STOP } from '../wording.ts';

/** The words themselves. */
export const COMPLETE =
  /(?:全部|均|都)(?:已|已经|获|获得|被|予以)*(?:办结|答复完毕|答复|办理完毕|维持|胜诉)/g;

export const COMPLETENESS: Group = {
  // 除2件结转外，均已答复
  unless: { lead: /除[^除外]{0,30}外/ },
  rows: [
    {
      phrase: /维持|胜诉/,
      rows: [
        { when: 'one-dispute', phrase: /胜诉/, counts: disputeResult('corrected', 'pending') },
        { when: 'one-dispute', counts: disputeResult('corrected', 'other', 'pending') },
        STOP,
      ],
    },
    {
      when: ['received', 'applications', 'early'],
      unless: [
        // 均在法定期限内答复: those that were due.
        { near: /按时|按期|期限|时限|及时|除|到期|规定|应/ },
        { head: /(?:按时|按期|期限|时限|及时|到期|规定)(?=.{0,38}$)|[除应](?=.{0,39}$)/ },
        { near: OTHER_MATTERS },
      ],
      counts: 'carried-out',
    },
  ],
};
