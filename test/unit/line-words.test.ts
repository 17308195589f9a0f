// Lines that belong to the page, not to the table.

import assert from 'node:assert/strict';
import { isPageMark } from '../../server/src/table/read/line-words.ts';

describe('page marks and running heads', () => {
  for (const line of [
    '青岩县林业局 2024 年政府信息公开工作年度报告 第 3 页',
    '青岩县林业局2024年政府信息公开工作年度报告',
    '2024年政府信息公开年度报告 - 7 -',
    '2023 年度政府信息公开工作年度报告 4/9',
    '第 2 页 青岩县林业局2024年政府信息公开工作年度报告',
    '青岩县林业局2024年政府信息公开工作年度报告第5页 共9页',
    '— 4 —',
  ])
    it(`${line} is of the page`, () => assert.equal(isPageMark(line), true));

  for (const line of [
    '（七）总计 7 1 0 0 0 0 8',
    '3.补正后申请内容仍不明确 1 0 0 0 0 0 1',
    '年度报告 3',
    '政府信息公开工作年度报告编制 3 1 20',
    '政府信息公开工作年度报告 3 1 20',
    '本局编制2024年政府信息公开工作年度报告。第 3 页',
    '政府信息公开年度报告由办公室编写',
  ])
    it(`${line} is not`, () => assert.equal(isPageMark(line), false));
});
