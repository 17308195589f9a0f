// Shares of the received applications by applicant: `自然人8件`, `法人或其他组织1件`, `其中1件由自然人提出`.
import { COUNTS } from '../vocabulary.ts';
import { ALWAYS, type Group, type Row } from '../wording.ts';

/** `共收到自然人申请11件`: the verb opens a division whose total is not told. */
const OPENING = /^(?:20\d\d年|全年|本年|度|共|总共|我[局委办镇县市区])*(?:收到|受理|接收|新收|接到)/;

const APPLICANT: readonly Row[] = [
  { said: /^(?:自然人|公民|公民个人|个人)$/, counts: 'natural-person' },
  { said: /^商业企业$/, counts: 'business' },
  { said: /^科研机构$/, counts: 'research' },
  { said: /^(?:社会)?公益组织$/, counts: 'public-interest' },
  { said: /^(?:法律服务机构|律师事务所)$/, counts: 'legal-service' },
  // 法人 beside 其他组织 may be all columns or those without 其他.
  { said: /^法人$/, sentence: /其他组织/, counts: 'organisations', open: ALWAYS },
  { said: /^法人(?:(?:或者?|和|及|与|以及|\/)?其他组织)?$/, counts: 'organisations' },
  { said: /^企业(?:法人)?$/, counts: 'business-or-any' },
];

export const APPLICANTS: Group = {
  unit: COUNTS,
  // 收到公民、法人提交的申请14件: all of them.
  unless: { above: /(?:公民|自然人|个人|群众)、$/ },
  any: [{ when: 'split' }, { when: 'applications', near: OPENING }],
  strip: [OPENING],
  part: 'applicant',
  rows: [
    // 其中1件由自然人提出
    {
      said: /^(?:其中|有)*$/,
      tail: /^(?:由|为|系|来自)[^提申,]{2,10}(?:提出|提交|申请|$)/,
      look: 'tail',
      strip: [/^(?:由|为|系|来自)/, /[提申].{0,30}$/],
      rows: APPLICANT,
    },
    {
      strip: [
        /^(?:其中|分别为|分别是|有|由|为|来自|属于|按申请人分|申请人为|申请主体为|包括|含)+/,
        /(?:提出|提交|递交|(?:政府)?信息公开|依申请公开|申请(?:件|书|表)?|的|类|共|为|有|主体|方面){1,20}$/,
      ],
      rows: APPLICANT,
    },
  ],
};
