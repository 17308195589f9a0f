// Sentences of a report that agree with its figures.

import type { Edition, SectionNumber } from '../../server/src/form/spec.ts';
import { count, type Figures } from './figures.ts';

/** An organ's report in words: every sentence agrees with the figures. */
export interface Prose {
  readonly title: string;
  readonly preamble: string;
  readonly sections: Readonly<Record<SectionNumber, readonly string[]>>;
}

/** Invented sentences around the figures. */
export function prose(figures: Figures, edition: Edition, organ: string, year: number): Prose {
  const n = (field: string) => count(figures, field);
  const notice = edition === '2021' ? '国办公开办函〔2021〕30号' : '国办公开办函〔2019〕60号';
  const fees = n('applications.3-6-2.total') > 0;
  return {
    title: `${organ}${year}年政府信息公开工作年度报告`,
    preamble: `根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（${notice}）要求，编制本报告。本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
    sections: {
      1: [
        `（一）主动公开情况。${year}年，本机关围绕群众关心的事项做好主动公开，通过门户网站及时发布办事指南、工作动态和政策文件，方便群众查询。`,
        `（二）依申请公开情况。全年收到政府信息公开申请${n('applications.1.total')}件，上年结转${n('applications.2.total')}件；办结${n('applications.3-7.total')}件，结转下年度继续办理${n('applications.4.total')}件。`,
        '（三）政府信息管理情况。落实信息发布审核制度，定期清理栏目，对失效文件及时标注。',
        '（四）平台建设情况。优化网站检索功能，合并更新不及时的栏目，办事大厅设有查阅点。',
        '（五）监督保障情况。明确专人负责，组织业务培训，接受社会评议，未发生责任追究情形。',
      ],
      2: [],
      3: [],
      4: [],
      5: [
        '存在的主要问题：一是部分栏目更新还不够及时，二是政策解读的形式较为单一。',
        '改进情况：一是建立栏目巡查台账，按月通报，二是多用图解和问答，让群众看得懂。',
      ],
      6: [
        fees
          ? '本年度共收取信息处理费120元，无其他需要报告的事项。'
          : '本年度未收取信息处理费，无其他需要报告的事项。',
      ],
    },
  };
}

/** What web pages leave before and after an article. */
export const residueBefore = [
  '您当前的位置: 首页 > 政务公开 > 政府信息公开年报',
  '字体：[大 中 小] 打印本页',
];
export const residueAfter = [
  '扫一扫在手机打开当前页',
  '上一篇: 没有了',
  '下一篇: 没有了',
  '网站地图 | 联系我们',
];
