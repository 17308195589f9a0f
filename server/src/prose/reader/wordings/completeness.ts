// Words of completeness: `均已答复` leaves nothing for next year, `均维持` no other result.
import { disputeResult, outcome } from '../cells.ts';
import { OTHER_MATTERS } from '../vocabulary.ts';
import { type Group, STOP } from '../wording.ts';

/** The words themselves. */
export const COMPLETE =
  /(?:全部|均|都)(?:已(?:经)?(?:依法|依规)*|获|获得|被|予以|为(?=维持))*(?:办结|办毕|(?:答复|回复|办理|处理)完毕|(?:办理)?答复|回复|维持|胜诉)|(?:全部|均|都)(?:已|依法|依规|答复|为|是)*(?:不予公开|(?:予以|同意|给予|(?<=均)予)公开|无法提供|本(?:机关|单位|局)不掌握)|(?:全部|均|都)(?:为|是|系|由|来自)(?:自然人|公民|个人)/g;

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
      when: ['whole', 'applications', 'early'],
      // 收到4件，已全部予以公开
      near: /^(?:上述|以上|所有)?(?:申请(?:人|主体|对象)?(?:类别|类型)?)?(?:内容|(?:办理|答复|处理)?结果)?(?:经[^,]{1,8}后)?已?$/,
      rows: [
        { phrase: /自然人|公民|个人/, counts: 'organisations' },
        { phrase: /不予公开/, counts: 'refused', takesWhole: true },
        { phrase: /不掌握/, counts: outcome(['3-4-1']), takesWhole: true },
        { phrase: /无法提供/, counts: 'unavailable', takesWhole: true },
        { phrase: /公开/, counts: outcome(['3-1'], ['3-1', '3-2']), takesWhole: true },
      ],
    },
    { phrase: /公开|提供|掌握|自然人|公民|个人/, counts: null },
    {
      when: ['applications', 'early'],
      // In the 30 units before: 到期的所有申请均已办结 is no statement about the others.
      near: /^(?:所有|全部)(?:的)?(?:政府信息公开|依申请公开|信息公开)?申请(?:件)?$/,
      head: /^(?!.*[期时除]).*$/,
      counts: 'carried-out',
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
