// Licences, penalties and compulsory measures decided, and fees: `办理行政许可57件，作出行政处罚决定4件`, `行政事业性收费12.5万元`,
// `收取信息处理费120元`.
import { NOTHING } from '../vocabulary.ts';
import type { Conditions, Group } from '../wording.ts';

/** Items put on a web page are not all decisions of the year. */
const PUBLISHED: Conditions = {
  any: [
    { near: /公开|公示|发布|公布|录入|归集|上传|报送|推送/ },
    // In the 24 units before the figure.
    { head: /(?:公开|公示|发布|公布|录入|归集|上传|报送|推送)(?=.{0,22}$)/ },
  ],
};
const DECIDED: Conditions = {
  near: /作出|做出|办理|办结|实施|下达|处理|审批|完成|采取|核发|颁发|准予/,
};
/** 行政许可决定57件: without a verb, unless the series is one of published items. */
const NAMED: Conditions = {
  any: [
    { near: /(?:许可|处罚|强制)(?:处理)?(?:决定|措施)/, power: NOTHING },
    // 全年行政许可63件，行政处罚9件
    { said: /^(?:(?:本年|全年|20\d\d年)度?,?|[我本](?:局|机关|单位|委|办))+行政(?:许可|处罚|强制)$/ },
  ],
};

export const DECISIONS: Group = {
  near: /行政/,
  unit: /^[件起宗例份个项条]?$/,
  // 行政许可55条 are items of a web page, 行政许可处理决定55条 are decisions.
  unless: { unit: /条/, unless: { near: /处理决定/ } },
  strip: [
    /(?:本年)?(?:处理)?(?:决定|案件|措施|行为|业务|事项|审批){0,6}书?(?:数量|数|总数|共计|共|合计|为|有){0,6}$/,
  ],
  rows: [
    {
      said: /行政(?:许可|处罚|强制)$/,
      unless: { near: /事项/, unless: { near: /作出|做出|办理|办结|实施|审批/ } },
      rows: [
        // 行政许可55项 are items of a list, unless they were decided.
        {
          unit: /项/,
          unless: { any: [{ near: /[作做]出|核发|颁发|准予/ }, { power: /decided/ }] },
          counts: null,
        },
        { ...DECIDED, note: { power: 'decided' } },
        { ...PUBLISHED, note: { power: 'published' } },
        { ...NAMED, note: { power: 'decided' } },
        {
          // 处罚案件8起; 办理行政许可57件、行政处罚4件
          any: [PUBLISHED, DECIDED, { near: /处罚(?:案件|决定)/ }, { power: /decided/ }],
          open: [{ power: /published/ }, { near: /受理|立案|申请/ }],
          rows: [
            { said: /许可$/, counts: 'licence' },
            { said: /处罚$/, counts: 'penalty' },
            { said: /强制$/, counts: 'compulsion' },
          ],
        },
      ],
    },
  ],
};

export const FEES: Group = {
  unit: /^(?:万元|元|)$/,
  rows: [
    {
      near: /行政事业性收费(?:收入|金额|总额|总金额|共|共计|为|合计|约)*$/,
      unit: /元/,
      unless: { near: /减|免|取消|降/ },
      counts: 'fee',
    },
    { near: /处理费|信息公开.{0,6}费用?/, unless: { near: /标准|办法|超过/ }, counts: 'processing-fee' },
  ],
};
