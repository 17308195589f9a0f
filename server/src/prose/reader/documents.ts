import type { Context, Match } from './context.ts';
import { documentCells, powerCells } from './objects.ts';

/** Whether a figure counts regulations or normative documents made, repealed or in force. Moves the walk's noun and verb on. */
export function documents(clue: Context): Match | null {
  const { near, walk, sentence } = clue;
  if (!/^(?:[件份部个项])?$/.test(clue.unit)) return null;
  if (!/规范性|规章|[废制]|效|出台|发|颁布|新增/.test(near)) return null;
  const bare = near.replace(TRAILING, '');
  const above = clue.head.endsWith(near) ? clue.head.slice(0, clue.head.length - near.length) : '';
  const noun = /规范性文件(?:本年)?(?:制发|制定|废止|失效|现行有效|继续有效|有效)*(?:件数)?$/.test(bare)
    ? 'normative'
    : /规章(?:本年)?(?:制定|制发|废止|现行有效)*(?:件数)?$/.test(bare) && !/制度规章/.test(bare)
      ? 'regulations'
      : null;
  const verb = VERBS.find(([pattern]) => pattern.test(bare))?.[1] ?? null;
  if (noun === null && (verb === null || (walk.noun === null && !ABOVE.test(above)))) return null;
  if (OTHER_USE.test(bare) || (noun === null && bare.length > 12)) {
    walk.noun = null;
    return null;
  }
  const known = noun ?? walk.noun ?? (ABOVE.test(above) ? 'normative' : null);
  const said = verb ?? walk.verb;
  walk.noun = known;
  walk.verb = said;
  if (known === null || said === null || /及(?!其)|解读/.test(bare.slice(bare.search(/制|出|发|印/))))
    return null;
  const open =
    (said === 'in-force' && /清理|梳理|评估/.test(sentence)) ||
    // 失效2件、废止4件: which of them the table counts is open.
    (said === 'repealed' &&
      /失效\D{0,12}\d{1,6}\D{0,8}废止\D{0,12}\d|废止\D{0,12}\d{1,6}\D{0,8}失效\D{0,12}\d/.test(sentence)) ||
    /以来|历年|上半年|季度|截[至止](?!.{0,6}(?:12月31日|12月底|年底|年末|目前))/.test(near);
  return { object: known, fields: documentCells(known, said), open };
}

/** Whether a figure counts licences, penalties, compulsory measures decided, or the fees taken. Moves `walk.powers` on. */
export function powers(clue: Context): Match | null {
  const { near, head, unit, walk } = clue;
  if (!near.includes('行政')) return null;
  if (/^(?:万元|元)$/.test(unit)) {
    if (
      !/行政事业性收费(?:收入|金额|总额|总金额|共|共计|为|合计|约)*$/.test(near) ||
      /减|免|取消|降/.test(near)
    )
      return null;
    return { object: 'fee', fields: powerCells('fee') };
  }
  if (!/^(?:[件起宗例份个])?$/.test(unit)) return null;
  const match =
    /行政(许可|处罚|强制)(?:处理)?(?:决定|案件|措施|行为|业务)*(?:书)?(?:数量|数|总数|共计|共|合计|为|有)*$/.exec(
      near,
    );
  if (match === null) return null;
  if (PUBLISHED.test(near) || PUBLISHED.test(head.slice(-24))) walk.powers = 'published';
  else if (DECIDED.test(near)) walk.powers = 'decided';
  else if (!/处理决定|处罚(?:案件|决定)/.test(near) && walk.powers !== 'decided') return null;
  const object = match[1] === '许可' ? 'licence' : match[1] === '处罚' ? 'penalty' : 'compulsion';
  return {
    object,
    fields: powerCells(object),
    open: walk.powers === 'published' || /受理|立案|申请/.test(near),
  };
}

/** Whether a sum of money is the fee for information processing. */
export function processingFee(clue: Context): Match | null {
  if (!/^(?:万元|元|)$/.test(clue.unit)) return null;
  if (!/处理费|信息公开.{0,6}费用?/.test(clue.near) || /标准|办法|超过/.test(clue.near)) return null;
  return { object: 'processing-fee', fields: [] };
}

/** 清理行政规范性文件，废止3件: the clause before names the documents. */
const ABOVE = /规范性文件[^;\d,]{0,6},$/;
const TRAILING = /[数量总共计合累为有达新的]{1,40}$/;
const VERBS: readonly (readonly [RegExp, 'made' | 'repealed' | 'in-force'])[] = [
  [/现行有效|继续有效|(?:^|保留)有效/, 'in-force'],
  [/废止|失效/, 'repealed'],
  [/制发|制定|制订|出台|印发|颁布|新增|发布/, 'made'],
];
/** Documents that are read, published, filed or tidied up, and other organs' documents. */
const OTHER_USE =
  /公开|公布(?!施行)|解读|备案|审查|审核|协助|参与|起草|名义|修改|修订|转发|征求|报送|报备|类|目录|上传|归集|拟|计划|评估|公示|指导|汇编/;
const PUBLISHED = /公开|公示|发布|公布|录入|归集|上传|报送|推送|双公示/;
const DECIDED = /作出|做出|办理|办结|实施|下达|处理|审批|完成|处理决定|采取/;
