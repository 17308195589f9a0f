import { COUNTS, type Context, type Match, RECEIVES } from './context.ts';
import { ACCEPTED, type Alternatives, applicantCells, OUTCOMES, RECEIVED } from './objects.ts';

/** Whether a figure counts an outcome: `予以公开5件`, `本机关不掌握相关政府信息3件`. */
export function outcomeMatch(clue: Context): Match | null {
  const { near, walk, sentence } = clue;
  if (walk.subject !== 'applications' || !COUNTS.test(clue.unit)) return null;
  if (near.length > 40 || RECEIVES.test(near) || !/申请|答复|办结|办理|受理|结果/.test(sentence)) return null;
  if (!OUTCOME_WORD.test(near)) return null;
  const bare = near.replace(BEFORE_OUTCOME, '').replace(AFTER_OUTCOME, '');
  for (const [pattern, fields] of OUTCOMES) {
    if (!pattern.test(bare) && !pattern.test(near)) continue;
    // 其他处理 holds more than what was withdrawn.
    return { object: 'outcome', fields: withGroup(fields, bare), open: /撤/.test(near) };
  }
  return null;
}

/** `因本机关不掌握等原因无法提供`: a row named as the reason of its group may be all there is, 等 says that it is not. */
function withGroup(fields: Alternatives, bare: string): Alternatives {
  const group = OUTCOMES.find(([pattern]) =>
    pattern.test(/(?:不予公开|无法提供|不予处理|其他处理)$/.exec(bare)?.[0] ?? ''),
  )?.[1];
  if (group === undefined || group === fields) return fields;
  return bare.includes('等') ? group : [...fields, ...group];
}

/** Whether a figure is a share of the received ones by applicant: `自然人8件`, `法人或其他组织1件`. */
export function applicant(clue: Context): Match | null {
  const { tail, walk, sentence } = clue;
  if (!COUNTS.test(clue.unit) || (walk.split === null && walk.subject !== 'applications')) return null;
  const near = clue.near.replace(
    /^(?:20\d\d年|全年|本年|度|共|总共|我[局委办镇县市区])*(?:收到|受理|接收|新收|接到)/,
    '',
  );
  const opens = near !== clue.near && walk.subject === 'applications';
  const total = walk.split ?? (opens ? (/受理/.test(clue.near) ? ACCEPTED : RECEIVED) : null);
  if (total === null) return null;
  const behind = /^(?:其中|有)*$/.test(near)
    ? (/^(?:由|为|系|来自)([^提申,]{2,10}?)(?:提出|提交|申请|$)/.exec(tail)?.[1] ?? '')
    : '';
  const bare =
    behind !== ''
      ? behind
      : near
          .replace(/^(?:其中|分别为|分别是|有|由|来自|属于|按申请人分|申请人为|申请主体为|包括|含)+/, '')
          .replace(/(?:提出|提交|递交|申请|的|类|共|为|有|主体|方面){1,20}$/, '');
  if (/^(?:自然人|公民|公民个人|个人)$/.test(bare)) {
    return { object: 'natural-person', fields: applicantCells('natural-person', total), part: 'applicant' };
  }
  const column = COLUMNS[bare];
  if (column !== undefined)
    return { object: 'legal-person', fields: applicantCells(column, total), part: 'applicant' };
  if (/^法人(?:(?:或者?|和|及|与|以及|\/)?其他组织)?$/.test(bare)) {
    const whole: Match = {
      object: 'legal-person',
      fields: applicantCells('organisations', total),
      part: 'applicant',
    };
    return bare === '法人' && /其他组织/.test(sentence + tail) ? { ...whole, open: true } : whole;
  }
  if (/^企业(?:法人)?$/.test(bare)) {
    const fields = [...applicantCells('business', total), ...applicantCells('organisations', total)];
    return { object: 'legal-person', fields, part: 'applicant' };
  }
  return null;
}

/** Some word of every outcome, to look no further than need be. */
const OUTCOME_WORD =
  /公开|提供|处理|秘密|禁止|三安全|第三方|事务|过程性|案卷|查询|掌握|非本|现成|制作|补正|不存在|信访|重复|反复|重新|逾期|撤/;
const BEFORE_OUTCOME = /^(?:其中|依法|作出|决定|属于|属|因|对|有|为|均|按照|以|答复|结果为|办理结果为)+/;
const AFTER_OUTCOME = /(?:的|申请|答复|决定|类|情形|情况|共|为|有|数量|合计|共计){1,20}$/;
const COLUMNS: { readonly [name: string]: string } = {
  商业企业: 'business',
  科研机构: 'research',
  社会公益组织: 'public-interest',
  公益组织: 'public-interest',
  法律服务机构: 'legal-service',
  律师事务所: 'legal-service',
};
