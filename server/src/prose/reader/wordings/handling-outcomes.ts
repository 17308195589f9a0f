// Results of handling: `予以公开5件`, `本机关不掌握相关政府信息3件`, `因国家秘密不予公开1件`. The rows are those of the form, from the
// most particular to the groups they belong to; cells.ts adds the group where it is named beside a row of it.
import { outcome } from '../cells.ts';
import { COUNTS, RECEIVING } from '../vocabulary.ts';
import type { Group, Row } from '../wording.ts';

/** Reasons and rows of the form, looked for in the words before the figure or behind it. */
const particular = (text: 'near' | 'said'): readonly Row[] => [
  { [text]: /国家秘密/, counts: outcome(['3-3-1']) },
  { [text]: /法律.{0,6}禁止/, counts: outcome(['3-3-2']) },
  { [text]: /三安全一稳定/, counts: outcome(['3-3-3']) },
  { [text]: /第三方合法权益/, counts: outcome(['3-3-4']) },
  { [text]: /内部事务/, counts: outcome(['3-3-5']) },
  { [text]: /过程性信息/, counts: outcome(['3-3-6']) },
  { [text]: /执法案卷/, counts: outcome(['3-3-7']) },
  { [text]: /行政查询/, counts: outcome(['3-3-8']) },
  { [text]: /不掌握|非本(?:机关|单位|部门|局)(?:公开|掌握|职责)/, counts: outcome(['3-4-1']) },
  { [text]: /现成信息|另行制作/, counts: outcome(['3-4-2']) },
  { [text]: /补正后.{0,8}不明确/, counts: outcome(['3-4-3']) },
  { [text]: /信息不存在的?$/, counts: outcome(['3-4-2'], ['3-4-1'], ['3-4-1', '3-4-2']) },
  { [text]: /信访.{0,6}类(?:申请|事项)?/, counts: outcome(['3-5-1']) },
  { [text]: /重复申请/, counts: outcome(['3-5-2']) },
  { [text]: /公开出版物/, counts: outcome(['3-5-3']) },
  { [text]: /大量反复申请/, counts: outcome(['3-5-4']) },
  { [text]: /确认或重新出具/, counts: outcome(['3-5-5']) },
  { [text]: /逾期不补正|逾期未补正/, counts: outcome(['3-6-1']) },
  { [text]: /逾期未.{0,12}(?:缴|交)/, counts: outcome(['3-6-2']) },
  { [text]: /撤回|撤销|撤件/, counts: outcome(['3-6-3']) },
];

const GROUPS: readonly Row[] = [
  { said: /^予以公开$/, counts: outcome(['3-1'], ['3-1', '3-2']) },
  { said: /^予以公开(?:[及和与、或]|以及)(?:予以)?部分公开$/, counts: outcome(['3-1', '3-2']) },
  { said: /^(?:予以)?部分公开$/, counts: outcome(['3-2']) },
  { said: /^不予公开$/, counts: 'refused' },
  { said: /^(?:(?:政府)?信息)?无法提供$/, counts: 'unavailable' },
  { said: /^不予处理$/, counts: 'unprocessed' },
  { said: /^其他处理$/, counts: 'unanswered' },
];

const BEFORE: readonly RegExp[] = [
  /^(?:其中|包括|包含|本机关|本单位|我单位|我[局委办镇街厅院会]|依法|作出|决定|属于|属|因|对|有|为|均|按照|以|答复|结果为|办理结果为)+/,
  /(?:的|申请|答复|决定|类|情形|情况|共|为|有|数量|数|合计|共计){1,20}$/,
];

export const OUTCOMES: Group = {
  when: 'applications',
  unit: COUNTS,
  // Some word of every row below; a wording without one is not looked for.
  near: /公开|提供|处理|秘密|禁止|三安全|第三方|事务|过程性|案卷|查询|掌握|非本|现成|制作|补正|不存在|信访|重复|反复|重新|逾期|撤/,
  // 主动公开信息30条，不予公开0条: documents by how they are published.
  unless: [{ near: /.{41}/ }, { near: RECEIVING }, { sentence: /主动公开(?:政府)?(?:信息|文件)\D{0,3}\d/ }],
  sentence: /申请|答复|办结|办理|受理|结果|^(?:其中|予以公开|部分公开|不予公开)/,
  strip: BEFORE,
  // 其他处理 holds more than what was withdrawn.
  open: [{ near: /撤/ }],
  rows: [...particular('near'), ...GROUPS],
};

/** `12件均属于本机关不掌握相关政府信息`, `3件予以公开`: the result stands behind the figure. */
export const OUTCOMES_BEHIND: Group = {
  when: 'applications',
  unit: COUNTS,
  near: /^(?:其中|另有|另外|其余|剩余|有|的)*$/,
  tail: /^(?:申请)?(?:均|全部|都)?(?:依法|经.{1,6}后)?(?:属于?|因|由于|为|以|作出|予以|部分|不予|无法|(?:本机关|本单位|我局)?不掌握)/,
  sentence: /申请|答复|办结|办理|受理|结果|^(?:其中|予以公开|部分公开|不予公开)/,
  look: 'tail',
  strip: [/^(?:申请)?(?:均|全部|都)?(?:依法)?/],
  rows: [
    {
      said: /(?:无法提供|不予公开|不予处理|信息|秘密|案卷|事项|申请|补正|情形)$/,
      unless: { said: /不属于|第三方/ },
      rows: particular('said'),
    },
    { strip: [/^(?:属于|属|因|为|以|作出)+/, /(?:的|答复|决定|情形){1,10}$/], rows: GROUPS },
  ],
};
