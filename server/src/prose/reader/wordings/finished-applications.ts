// Applications finished: `办结8件`, `答复政府信息公开申请12件`, `8件已按时办结`.
import { ANY, COUNTS, HELPING, ROUGH, SOME } from '../vocabulary.ts';
import type { Group } from '../wording.ts';

/** Behind the figure. */
const DONE =
  /^(?:申请)?(?:均|都)?(?:在(?:法定|规定)(?:时限|期限|时间)内)?(?:已(?:经)?(?:全部)?(?:按时|按期|依法|及时|如期)*(?:答复|回复)|已?(?:经)?(?:全部)?(?:按时|按期|依法|及时|如期)*(?:办结|(?:办理|处理|答复|回复)完毕))/;

export const FINISHED_APPLICATIONS: Group = {
  unit: COUNTS,
  look: 'wide',
  lastOf:
    /(?:答复|回复|办理|处理|处置)完(?:毕|成)|办结|办毕|办复|答复|回复|已(?:经)?(?:全部|依法|按期|按时|及时|依规|按规定)*(?:处理|办理|办复)|已办$/,
  rows: [
    {
      last: ANY,
      // 已办理9件: the received ones, where none were counted before.
      unless: { last: /^已/, unless: { when: 'received' } },
      rows: [
        { said: /(?:收到|受理|办理|接收)并已?(?:答复|办结)|受理答复/, counts: null }, // 收到并答复申请7件: received
        { said: /(?:^|[^息请])公开答复$/, counts: null }, // 公开答复5件: one result of several
        { gap: /^(?:书|函|率|意见|文书|告知|期限|时限|模板)/, counts: null }, // 答复书12份
        { when: 'request', said: HELPING, counts: 'finished', other: true }, // 协助县政府答复申请4件
        { when: 'request', counts: 'finished', open: [{ said: ROUGH }, { said: SOME }] },
      ],
    },
    {
      said: /^(?:其中|全年|本年度?|已有|目前|剩余|其余|[有共现])*$/,
      tail: DONE,
      when: 'applications',
      counts: 'finished',
    },
  ],
};
