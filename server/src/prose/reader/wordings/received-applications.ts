// Applications received or dealt with: `收到政府信息公开申请9件`, `受理申请30件（含上年结转2件）`, `信函申请12件`.
import { ANY, HELPING, NOTHING, OTHER_MATTERS, RECEIVING, ROUGH, SOME } from '../vocabulary.ts';
import type { Group, Row } from '../wording.ts';

/** In the 30 units before the figure. */
const ROUGH_LATELY = /(?:日均|月均|平均|目标|计划|预计)(?=.{0,28}$)/;
/** By the verb that governs the figure. */
const VERBS: readonly Row[] = [
  { last: /^(?:收到|接到|接收)(?:并|和|及|、)(?:受理|办理|处理)$/, counts: 'received' },
  { last: /办|处理|答复/, unless: { when: 'zero' }, counts: 'handled' },
  { last: /受理/, counts: 'accepted' },
  // 收到63件（上年结转4件，结转下年2件）
  {
    after: /^[^(,;]{0,8}\((?:其中)?,?(?:上年|上一年|去年|20\d\d年)度?.{0,8}(?:结转|转结)/,
    unless: { last: /^新收$/ },
    counts: 'accepted',
  },
  // 收到30件（含上年结转2件）
  {
    after: /^.{0,6}(?:含|包括|包含|其中).{0,16}(?:结转|转结)/,
    unless: { last: /^新收$/ },
    counts: 'accepted',
  },
  { counts: 'received' },
];

export const RECEIVED_APPLICATIONS: Group = {
  unit: /^(?:[件条份宗起例项次封篇个期桩]|件\(次\)|[件条例宗]次)?$/,
  look: 'wide',
  lastOf: RECEIVING,
  rows: [
    {
      last: NOTHING,
      rows: [
        // 依申请公开申请量为3件
        {
          said: /(?:信息公开|依申请公开?|依申请公开政府信息)申请(?:(?:总量|数量|总数|量|数)(?:为|是|共|共计)?|共计|总计|合计|为|是)$/,
          counts: 'received',
        },
        { said: /(?<![该其])共有(?:政府信息公开|依申请公开|信息公开)申请(?:书|表|件)?$/, counts: 'received' },
        // 政府信息公开申请7件，已答复6件
        {
          said: /^(?:(?:本年|全年|20\d\d年)度?,?)?政府信息公开申请$/,
          after: /^.?,(?:均?已|其中|按[时期]|依法)?(?:答复|办结|办理|受理)/,
          counts: 'received',
        },
        // 全年依申请公开7件，均按期答复
        {
          said: /^(?:本年|全年|20\d\d年)度?,?依申请公开(?:政府)?(?:信息)?(?:共计|合计|总计|共|为)?$/,
          after: /^.?,(?:全部|[均已]|按[时期]|依法)*(?:答复|办结)/,
          unless: { sentence: /主动公开\D{0,8}\d/ },
          counts: 'received',
        },
        // 共有7件依申请公开事项
        { said: /(?<![该其])共有$/, tail: /^(?:政府信息公开申请|依申请公开)/, counts: 'received' },
        { when: 'applications', said: /(?:^|[年度局办共])[收接]件(?:共|为|共计)?$/, counts: 'received' },
        { said: /依申请公开(?:收件|请求)(?:共|为|共计)?$/, counts: 'received' },
        { said: /^(?:本年|全年|20\d\d年)度?,?政府信息公开申请[件表]$/, counts: 'received' },
        // 全年依申请公开件共9件
        { said: /依申请公开(?:申请)?[件表](?:总量|数量|总数|数)?(?:为|共|共计|合计)$/, counts: 'received' },
        // 本年度依申请公开0件: no count of published documents is told as none.
        {
          when: 'zero',
          said: /(?:^|年度?|[局委办镇乡处院厅会])(?:(?:政府信息)?依申请公开(?:信息|事项)?|(?:政府)?信息公开申请)(?:件数|数量|数|件)?(?:为|共|共计)?$/,
          unless: { sentence: /主动公开\D{0,8}\d/ },
          counts: 'received',
        },
        // 收到申请42件，其中网络申请30件
        {
          when: ['split', 'channel'],
          unless: { said: /.{21}/ },
          strip: [/信件|来信/],
          rows: [{ unless: { said: OTHER_MATTERS }, counts: 'received', part: 'channel' }],
        },
      ],
    },
    {
      last: ANY,
      when: 'request',
      rows: [
        { said: HELPING, counts: 'received', other: true },
        { when: 'channel', part: 'channel', rows: VERBS },
        // 日均受理3件, 合并办理3件
        {
          open: [
            { unit: /次$/, last: /^(?:办理|处理)/ },
            { said: ROUGH },
            { head: ROUGH_LATELY },
            { said: SOME },
          ],
          rows: VERBS,
        },
      ],
    },
  ],
};
