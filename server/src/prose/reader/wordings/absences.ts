// Words of absence: `未收到政府信息公开申请`, `未发生行政复议、行政诉讼`, `无结转下年度申请`. The phrase runs from the word of absence to
// the end of its clause; `near` is what stands before it.
import { REQUEST } from '../vocabulary.ts';
import { type Group, STOP } from '../wording.ts';

/** Where a word of absence begins. `未` needs a verb (not 未来, 未经复议, 尚未审结); `无` needs its object at once. */
export const ABSENCE =
  /(?:未|没有?)(?:曾|再|有|新)?(?:(?:收到|接到|接收|受理|办理|发生|出现|产生|引发|引起|涉及|被|因|有|收取|征收|结转|转结|制定|制发|制订|出台|印发|新增(?=、|(?:行政)?规范性)|发布|颁布|废止|作出|做出|实施|采取|开展)|(?=(?:上年|下年|上一年|下一年|行政|政府信息|依申请|规范性|规章)))|无(?=(?:任何)?(?:(?:被)?提起|被申请|引发|引起|发生|收到|产生|该项|依法申请|申请(?:(?:件|事项)?需?结转|[,;]|$)|新?制[发定]|新制|新出台|因|由|针对|涉及|政府信息|信息公开|依申请|申请公开|公民|行政|上年|上一年|下年|下一年|20\d\d年|结转|转结|新收|规范性|规章|信息处理费|(?:投诉|举报)[、和及或]|复议|诉讼))|无人(?=(?:依法)?(?:提出|申请))|不存在(?=(?:任何|有关)?(?:因|由|针对|涉及|政府信息|信息公开|依申请|公民|行政|上年|上一年|下年|下一年|20\d\d年|结转|转结|复议|诉讼))|不收取|(?:零|0)(?:申请|受理|(?:行政)?(?:复议|诉讼)(?:[、和]?零(?:行政)?诉讼)?)/g;

/** A phrase that has a figure says how many there are. */
const WITHOUT_FIGURES = /^(?:\D|20\d\d)*$/;
const CONDITION =
  /(?:如|若|倘|凡|对|对于|除|假如|如果|因|由于|是否|有无|(?:避免|防止|确保|力争|争取|实现|保证|做到)(?:全年|年内|本年度?)?)$/;
/** Nothing but 案件, 情况 and the like behind the object: it is this that there is none of. */
const ENDS = /^[的等案件情况形事申请项现象问题目发生工作数)]*$/;

const PROCESSING_FEES: Group = {
  phrase: /处理费|信息公开.{0,6}(?:费用|收费)|检索.{0,12}费|收取.{0,14}费用/,
  unless: { phrase: /超|违规/ },
  rows: [{ counts: 'processing-fee' }],
};

const OF_ANY_KIND =
  /^(?:未|无|没有?|不存在)(?:曾|再|有)?(?:发生|出现|产生|引发|涉及|被|提起|申请|任何|(?:投诉|举报)[、和及或]){0,4}行政(?:复议|诉讼|争议)/;
const DISPUTES: Group = {
  phrase: /复议|诉讼|行政争议/,
  lastOf: /复议|诉讼|起诉(?!讼)|行政争议/,
  rows: [
    {
      gap: ENDS,
      unless: [
        { phrase: /^(?:未|没有?)(?:受理|办理|收取|制|作出|发布)|复议后|未经复议|复议前/ },
        // Where there is none of any kind, there is none about publication.
        { phrase: /./, unless: [{ when: 'disclosure' }, { phrase: OF_ANY_KIND }] },
      ],
      rows: [
        { phrase: /行政争议/, counts: 'dispute' },
        {
          every: true,
          rows: [
            { phrase: /复议/, counts: 'reconsideration' },
            { phrase: /诉讼|起诉(?!讼)/, counts: 'litigation' },
          ],
        },
      ],
    },
    STOP,
  ],
};

const ONE_YEAR = /^\D*(?<year>20\d\d)\D*$/;
const CARRIED_ENDS = /^[的等案件情况形事申请项现象问题目发生工作数)至到本年今度政府信息公开依办理]*$/;
const CARRIED_OVER: Group = {
  phrase: /结转|转结/,
  lastOf: /(?:结转|转结)[至到入]?[下上次]?一?(?:20\d\d)?(?:年度?)?(?:继续)?(?:办理)?/,
  rows: [
    {
      gap: CARRIED_ENDS,
      rows: [
        { phrase: /上年|上一年|去年/, counts: 'carried-in' },
        { near: /(?:上年|上一年|去年)度?$/, counts: 'carried-in' },
        { phrase: /下年|下一年|次年/, counts: 'carried-out' },
        { phrase: ONE_YEAR, year: -1, counts: 'carried-in' },
        { phrase: ONE_YEAR, year: 1, counts: 'carried-out' },
        { phrase: /^\D*$/, when: 'applications', counts: 'carried' },
      ],
    },
    STOP,
  ],
};

const DOCUMENTS: Group = {
  phrase: /规范性文件|规章(?!制度)/,
  lastOf: /规范性文件|规章(?!制度)/,
  rows: [
    {
      gap: /^(?:的?(?:制发|制定|出台|发布|印发|废止|等|情况|工作|件|文件|[、和与及或])*)$/,
      unless: { phrase: /公开|解读|备案|清理|修订|征求|报送|转发|以.{1,8}名义/ },
      every: true,
      rows: [
        {
          phrase: /规章(?!制度)/,
          every: true,
          rows: [
            { phrase: /制发|制定|制订|出台|印发|发布|颁布/, counts: 'regulations-made' },
            { phrase: /废止/, counts: 'regulations-repealed' },
          ],
        },
        {
          phrase: /规范性文件/,
          every: true,
          rows: [
            { phrase: /制发|制定|制订|出台|印发|发布|颁布|新增/, counts: 'normative-made' },
            { phrase: /废止/, counts: 'normative-repealed' },
          ],
        },
      ],
    },
    STOP,
  ],
};

const FEES: Group = {
  phrase: /行政事业性收费/,
  lastOf: /行政事业性收费/,
  rows: [{ phrase: /收取|征收|产生|发生|无|没有|涉及/, gap: ENDS, counts: 'fee' }, STOP],
};

const DECISIONS: Group = {
  phrase: /行政(?:许可|处罚|强制)/,
  lastOf: /许可|处罚|强制/,
  rows: [
    {
      gap: /^(?:处理)?(?:决定|案件|措施|行为|事项|权限|职权){0,4}[的等案件情况形事申请项现象问题目发生工作数)]*$/,
      unless: {
        phrase: /公开|公示|发布|目录|清单|投诉|复议|申请|^(?:未|没有?).{0,2}(?:收到|接到|接收|受理)/,
      },
      every: true,
      rows: [
        { phrase: /许可/, counts: 'licence' },
        { phrase: /处罚/, counts: 'penalty' },
        { phrase: /强制/, counts: 'compulsion' },
      ],
    },
    STOP,
  ],
};

const APPLICATIONS: Group = {
  unless: [
    { phrase: /^[未没].{0,2}(?:被|因|收取|引发|出台|制|印发|发布|废止|作出|做出|实施|采取|开展)/ },
    {
      phrase:
        /逾期|超期|超时|投诉|举报|撤回|纠错|不满|延期|过错|补正|异议|答复|泄密|咨询|(?<!申请公开)信件|工单|自然人|(?<!公民[、和及与或])法人(?!.{0,2}其他)|企业/,
    },
    {
      phrase: /当面|现场|信函|网上|线上|线下|邮寄|传真|平台/,
      unless: { phrase: /等|(?:线|网)上.{0,2}线下|线下.{0,2}(?:线|网)上/ },
    },
  ],
  rows: [
    {
      phrase: REQUEST,
      lastOf: /申请公开|依申请|公开.{0,12}申请|申请/,
      rows: [
        {
          gap: /^(?:诉求|要求|[公开政府信息的申请件书表事项求案情况形数量内容业务来办理等发生工作])*$/,
          counts: 'received',
        },
        STOP,
      ],
    },
    {
      when: 'applications-topic',
      phrase:
        /^(?:(?:未|没有?)(?:收到|接到|接收|受理|办理)(?:过|任何)?(?:[^,]{1,40}(?:提出|提交|递交)的)?(?:过|任何|有关|相关|各类|公民|群众|该项|此项|该|的)*|无(?:新收)?)申请(?:书|件|表)?$/,
      counts: 'received',
    },
  ],
};

export const ABSENCES: Group = {
  look: 'phrase',
  phrase: WITHOUT_FIGURES,
  unless: [
    { phrase: /.{81}/ },
    { near: CONDITION },
    { phrase: /其[他它](?!组织|形式|方式|渠道|途径)|另外|此类|该类|再次/ },
    // 有12个单位未收到申请
    {
      near: /(?:单位|部门|镇街|乡镇|街道|村|社区|各[^,级渠]{0,4}(?:[林农]场|所|站|科室|股室|分局|学校|医院))[均都尚暂]?$/,
      unless: { near: /[我本各](?:单位|部门|街道)[均都尚暂]?$/ },
    },
  ],
  rows: [
    PROCESSING_FEES,
    DISPUTES,
    CARRIED_OVER,
    DOCUMENTS,
    FEES,
    DECISIONS,
    { phrase: /^[零0]/, when: 'applications-topic', counts: 'received' }, // 全年零申请
    { phrase: /^[零0]/, counts: null },
    APPLICATIONS,
  ],
};
