// Regulations and normative documents made, repealed or in force: `制发行政规范性文件3件，废止1件，现行有效20件`. A figure may
// leave out the noun or the verb that the one before it named; rows without `counts` note what is named.
import { ANY, NOTHING } from '../vocabulary.ts';
import type { Conditions, Group } from '../wording.ts';

const NORMATIVE: Conditions = {
  said: /规范性文件(?:本年)?(?:制发|制定|废止|失效|现行有效|继续有效|累计有效|有效)*(?:件数?)?$/,
};
const REGULATIONS: Conditions = {
  said: /规章(?:本年)?(?:制定|制发|废止|现行有效)*(?:件数?)?$/,
  unless: { said: /制度规章/ },
};
/** 清理行政规范性文件，废止3件: the clause before names the documents. */
const ABOVE = /规范性文件[^;\d,:]{0,6}[,:]$/;
const MADE = /制发|制定|制订|出台|印发|颁布|新增|发布/;
const REPEALED = /废止|失效/;
const IN_FORCE =
  /现行有效|有效(?=(?:行政)?规范性文件)|(?<!对)现有(?=(?:行政)?规范性文件)|继续有效|累计有效|(?:^|保留|目前|年[末底]|规范性文件)有效/;
/** Documents that are read, published, filed or tidied up, and other organs' documents. */
const OTHER_USE =
  /公开|公布(?!施行)|解读|备案|审查|审核|协助|参与|起草|(?<!以[本我].{1,3})名义|修改|修订|转发|征求|报送|报备|类|目录|上传|归集|拟|计划|评估|公示|指导|汇编|标注|标识|标记|注明|撤下|下架/;

/** 制发6份规范性文件: the noun stands behind the figure. */
const BEHIND: Conditions = {
  tail: /^[^,的]{0,8}规范性文件$/,
  unless: { near: /公开|解读|备案|审查|名义|协助|参与|修|拟|计划|转发|报送|征求|清理|标注|标识/ },
};
/** 清理并公布现行有效的规范性文件52件: all of them. */
const TIDIED: Conditions = {
  said: /(?:清理|梳理)(?:并|后|、)*(?:集中|统一|全部|及时|对外)*(?:公开|公布|发布)(?:了)?现行有效的?[^,的]{0,6}规范性文件$/,
};
/** 以县政府名义印发并公开的规范性文件9件, in a government's own report. */
const IN_ITS_NAME: Conditions = {
  when: 'government',
  near: /名义(?:制定|制发|印发|出台|发布)(?:并公开|并公布|并发布)?的?(?:行政)?规范性文件/,
};

export const DOCUMENTS: Group = {
  unit: /^[件份部个项]?$/,
  // Some word of every row below; a wording without one is not looked for.
  near: /规范性|规章|[废制]|效|出台|发|颁布|新增/,
  strip: [/[数量总共计合累为有达新的]{1,40}$/],
  rows: [
    {
      ...BEHIND,
      rows: [
        { said: /(?:制发|制定|制订|出台|印发|颁布)了?$/, counts: 'normative-made' },
        { said: /废止了?$/, counts: 'normative-repealed' },
        { said: /现行有效$/, counts: 'normative-in-force' },
      ],
    },
    { ...TIDIED, counts: 'normative-in-force' },
    { ...IN_ITS_NAME, counts: 'normative-made' },
    {
      any: [
        NORMATIVE,
        REGULATIONS,
        { said: MADE, any: [{ noun: ANY }, { above: ABOVE }] },
        { said: REPEALED, any: [{ noun: ANY }, { above: ABOVE }] },
        { said: IN_FORCE, any: [{ noun: ANY }, { above: ABOVE }] },
      ],
      rows: [
        { said: OTHER_USE, note: { noun: '' }, counts: null },
        { said: /.{13}/, unless: [NORMATIVE, REGULATIONS], note: { noun: '' }, counts: null },
        { noun: NOTHING, above: ABOVE, note: { noun: 'normative' } },
        { ...NORMATIVE, note: { noun: 'normative' } },
        { ...REGULATIONS, note: { noun: 'regulations' } },
        // The last of these that fits holds.
        { said: MADE, note: { deed: 'made' } },
        { said: REPEALED, note: { deed: 'repealed' } },
        { said: IN_FORCE, note: { deed: 'in-force' } },
        // 印发规范性文件及解读3件
        { said: /[制出发印].{0,60}(?:及(?!其)|解读)|及$/, counts: null },
        {
          open: [
            // 公开信息200条，其中发布规范性文件3件: items of a web page.
            { near: /^其中.{0,4}(?:发布|公布)/ },
            { deed: /in-force/, sentence: /清理|梳理|评估/ },
            // 失效2件、废止4件: which of them the table counts is open.
            {
              deed: /repealed/,
              sentence: /失效\D{0,12}\d{1,6}\D{0,8}废止\D{0,12}\d|废止\D{0,12}\d{1,6}\D{0,8}失效\D{0,12}\d/,
            },
            { near: /以来|历年|上半年|季度|截[至止](?!.{0,6}(?:12月31日|12月底|年底|年末|目前))/ },
          ],
          rows: [
            { noun: /normative/, deed: /made/, counts: 'normative-made' },
            { noun: /normative/, deed: /repealed/, counts: 'normative-repealed' },
            { noun: /normative/, deed: /in-force/, counts: 'normative-in-force' },
            { noun: /regulations/, deed: /made/, counts: 'regulations-made' },
            { noun: /regulations/, deed: /repealed/, counts: 'regulations-repealed' },
            { noun: /regulations/, deed: /in-force/, counts: 'regulations-in-force' },
          ],
        },
      ],
    },
  ],
};
