// Applications carried over: `上年结转1件`, `剩余1件结转下年度继续办理`, `2024年结转2025年4件`.
import { COUNTS } from '../vocabulary.ts';
import type { Group, Row } from '../wording.ts';

/** Some word of every row below; a wording without one is not looked for. */
const CARRYING =
  /转|顺延|延续|延至|遗留|正|尚|仍|还在|在办|待办|未办|跨年|未到|将[在于]|[办处]理中|[下次明来翌]一?年/;
const FROM_TO = /20\d\d年度?.{0,6}(?:结转|转结)(?:[至到入]|办理)?(?<year>20\d\d)年/;
const FROM_THIS = /(?<year>20\d\d)年度?.{0,6}(?:结转|转结)(?:[至到入]|办理)?20\d\d年/;
const TO = /(?:结转|转结|顺延|延续|延至)(?:办理)?[至到入]?(?<year>20\d\d)年/;
const PASSED_ON = /^(?:申请)?转[至到入]?(?<year>20\d\d)年/;
const FROM = /(?<year>20\d\d)年度?.{0,8}(?:结转|转结|转入|未办[结完])/;
const LAST_YEAR =
  /(?:上年|上一年|去年|前一年|往年|上个年)度?.{0,8}(?:结转|转结|转入|转来|遗留|未办[结完])|(?:结转|转结|承接)(?:了|自)?的?(?:上年|上一年|去年|前一年)/;
const NEXT_YEAR =
  /(?:结转|转结|顺延|延续|延至|转)[至到入]?(?:下年|下一年|下个年|次年|明年|来年|翌年|下一?年度)|(?:下年|下一年|次年)度?(?:继续)?(?:结转|转结|办理)/;
const PENDING =
  /^(?:申请)?(?:目前)?(?:正在|尚在|仍在|还在|正按)(?:.{0,8})(?:办理|处理|办)|^(?:申请)?(?:均|都)?(?:在办|待办|[办处]理中|尚未办结|未办结|尚未答复|尚?未到(?:答复|办理)?期限?(?!限|的))/;
const REST = /(?:剩余|余下|其余|尚有|还有|另有|剩)(?:的)?$/;

/** By the years named, in front of the figure or behind it. */
const YEARS: readonly Row[] = [
  { said: FROM_TO, year: 0, counts: 'carried-in' }, // 2023年结转2024年2件
  { said: FROM_THIS, year: 0, counts: 'carried-out' }, // 2024年结转2025年4件
  { said: FROM_TO, counts: null },
  { said: TO, year: 1, counts: 'carried-out' }, // 结转2025年办理1件
  { said: TO, year: 0, counts: 'carried-in' },
  { said: TO, year: -1, counts: 'carried-in' },
  { said: TO, when: 'dated', counts: null },
  { said: PASSED_ON, when: 'applications', year: 1, counts: 'carried-out' }, // 剩余6件转2025年办理
  { said: LAST_YEAR, counts: 'carried-in' },
  { said: NEXT_YEAR, counts: 'carried-out' },
  { said: FROM, year: -1, counts: 'carried-in' }, // 2023年结转2件
  { said: FROM, year: 0, counts: 'carried' }, // 2024年结转2件
  { said: FROM, when: 'dated', counts: null },
];

export const CARRIED_APPLICATIONS: Group = {
  unit: COUNTS,
  unless: { near: /许可|处罚|复议|诉讼|资金|项目/ },
  any: [{ near: CARRYING }, { tail: CARRYING }],
  rows: [
    ...YEARS,
    // 收到47件以及2023年结转3件
    { look: 'tail', unless: { tail: /^(?:以及|及|和|与|并|另|含|加)/ }, rows: YEARS },
    {
      when: 'applications',
      rows: [
        { tail: PENDING, counts: 'carried-out' }, // 1件正在办理
        { tail: /^(?:申请)?将[在于](?<year>20\d\d)年/, year: 1, counts: 'carried-out' },
        { near: /未到(?:答复|办理)?期限?的?(?:申请)?$/, counts: 'carried-out' },
        {
          near: /(?:正在(?:办理|处理|答复|回复)|[办处]理中|在办|待办|尚未办结|未办结)(?:中)?的?(?:申请)?$/,
          counts: 'carried-out',
        },
        { near: REST, tail: /^(?:申请)?(?:结转|转结|顺延)/, counts: 'carried-out' }, // 剩余2件结转
        { tail: /^(?:申请)?(?:结转|转结|顺延)/, counts: 'carried' },
        { near: /(?:结转|转结|跨年度?)(?:继续)?(?:申请|办理)?(?:共|为)?$/, counts: 'carried' },
      ],
    },
  ],
};
