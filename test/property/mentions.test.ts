import { ok, strictEqual } from 'node:assert';
import fc from 'fast-check';
import nzh from 'nzh';
import { chineseNumber } from '../../server/src/prose/chinese-number.ts';
import { mentionsIn } from '../../server/src/prose/mentions.ts';
import { statedSums } from '../../server/src/prose/sums/stated-sums.ts';
import { runs } from '../support/random.ts';

const context = { year: 2024, organ: '青川湖县水利局', section: 1 };

describe('mentions', () => {
  it('Chinese numerals are read as nzh writes them', () => {
    for (const encode of [nzh.cn.encodeS, nzh.cn.encodeB]) {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
          strictEqual(chineseNumber(encode(value)), value, encode(value));
        }),
        runs(100),
      );
    }
  });

  it('any text whatever is read without failing, and spans lie in it', () => {
    const words =
      '收到政府信息公开申请办结答复结转下年上2024年未无均已件条,，；。（）其中自然人行政复议诉讼维持规范性文件0123十%《》<|\n ';
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words, '政府信息公开申请', '收到', '其中', '9件'), { maxLength: 200 }),
        (chosen) => {
          const text = chosen.join('');
          for (const { span, sentence } of mentionsIn(text, context)) {
            ok(
              sentence.from <= span.from &&
                span.from <= span.to &&
                span.to <= sentence.to &&
                sentence.to <= text.length,
            );
          }
          for (const { total, parts } of statedSums(text, 1).lists)
            ok(total.span.to <= text.length && parts.length > 0);
        },
      ),
      runs(300),
    );
  });

  it('long and hostile texts take time in proportion', () => {
    for (const words of [
      '收到政府信息公开申请',
      '其中9件',
      '案件',
      '共计',
      '未发生',
      '《',
      '(',
      '9',
      '年',
      '的',
      '一',
      '其他信息9条、',
    ]) {
      const text = words.repeat(20_000);
      const start = performance.now();
      mentionsIn(text, context);
      statedSums(text, 1);
      const spent = performance.now() - start;
      ok(spent < 1000, `${words}: ${spent} ms`);
      mentionsIn(words.repeat(500), context);
      statedSums(words.repeat(500), 1);
    }
  });
});
