// Reconsiderations and suits about the publication of information, and their results: `引发行政复议2件、行政诉讼1件`,
// `其中结果维持2件`.
import { disputeResult } from '../cells.ts';
import { COUNTS } from '../vocabulary.ts';
import type { Group, Row } from '../wording.ts';

/** The organ as reviewing authority, as court party of others, as adviser: not its own table. */
const ANOTHER_ROLE =
  /办理|审理|受理|审结|办结|承办|收到|接收|接到|应诉|代理|参与|化解|作为复议机关|公开.{0,4}(?:决定|文书)/;
const PAIR =
  /复议(?:案件?)?(?:[、和及与或]|以及)+(?:(?:被)?提起)?(?:行政)?诉讼[案件事项申请数量总共计合分别为有各的均情况发生新增累是]{0,40}$/;

const RESULTS: readonly Row[] = [
  { said: /^(?:被|均|获|结果|结果为|予以)?维持/, counts: disputeResult('upheld') },
  { said: /^(?:被|结果|予以)?纠[正错]/, counts: disputeResult('corrected') },
  { said: /^为?其他结果/, counts: disputeResult('other') },
  { said: /^(?:尚在审结$|(?:目前)?(?:尚未|未)审结)/, counts: disputeResult('pending') },
];

/** 有1件因政府信息公开引发的行政复议: the kind of case stands behind the figure. */
const BEHIND: readonly Row[] = [
  { tail: /^[^,;]{0,20}信息公开[^,;]{0,8}行政复议(?:案件)?$/, counts: 'reconsideration' },
  { tail: /^[^,;]{0,20}信息公开[^,;]{0,8}行政诉讼(?:案件)?$/, counts: 'litigation' },
];

export const DISPUTE_CASES: Group = {
  unit: COUNTS,
  rows: [
    { near: /(?:共?有|发生|引发|产生)了?$/, unless: { near: ANOTHER_ROLE }, rows: BEHIND },
    {
      near: /复议|诉讼|起诉|争议/,
      unless: {
        near: ANOTHER_ROLE,
        unless: [
          { near: /引发|引起|被(?:申请|提起)|(?:针对|对|以)[我本]/ },
          // 收到申请4件，收到行政复议0件
          { when: ['zero', 'applications-topic'], near: /收到|接到|接收/ },
        ],
      },
      when: 'disclosure',
      strip: [/[案件事项申请数量总共计合分别为有各的均情况发生新增累是]{1,40}$/],
      open: [
        // Belongs to the table when it was dealt with this year, which the sentence does not say.
        { head: /(?:20\d\d年|上年|去年)度?.{0,12}申请.{0,6}(?:引发|引起|产生)/ },
        { near: /转|协助|指导|举报/ },
      ],
      rows: [
        {
          said: /未经(?:行政)?复议.{0,8}(?:起诉|诉讼)(?:的?政府信息公开(?:行政)?诉讼)?$/,
          counts: 'direct-suit',
        },
        { said: /直接(?:起诉|提起(?:行政)?诉讼)$/, counts: 'direct-suit' },
        {
          said: /(?:复议后|经(?:行政)?复议)(?:再|又)?(?:起诉|提起(?:行政)?诉讼|(?:行政)?诉讼)$/,
          counts: 'suit-after-reconsideration',
        },
        {
          said: /(?:行政|公开|类|起|提起|引发|产生|发生|涉及|被|、|^)诉讼$/,
          rows: [
            // 行政复议、行政诉讼各1件; 均为0件
            {
              head: PAIR,
              any: [{ near: /各(?:有|为)?$/ }, { when: 'zero' }],
              every: true,
              rows: [{ counts: 'reconsideration' }, { counts: 'litigation' }],
            },
            { head: PAIR, counts: 'dispute' }, // 行政复议和行政诉讼共3件
            { counts: 'litigation' },
          ],
        },
        { said: /(?:^|、)被起诉$/, counts: 'litigation' }, // 被申请复议1件，被起诉1件
        { said: /行政争议$/, counts: 'dispute' },
        { said: /(?:行政|公开|类|提起|申请|引发|引起|产生|发生|涉及|被|^)复议$/, counts: 'reconsideration' },
      ],
    },
    {
      when: 'disputes',
      strip: [
        /^(?:其中|行政复议|行政诉讼|均|被|有|分别为|复议机关|法院|判决)+/,
        /(?:的|共|为|案件|有){1,9}$/,
      ],
      rows: [
        ...RESULTS,
        { said: /^有?$/, look: 'tail', rows: RESULTS }, // 其中2宗维持
      ],
    },
  ],
};
