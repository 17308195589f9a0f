// The names of units in a list that was copied.

import assert from 'node:assert/strict';
import { unitNames } from '../../client/src/desk/unit-names.ts';

describe('a list of units', () => {
  it('is one name a line, from a sheet, a CSV or a numbered list, each once', () => {
    const wanted = ['清溪县教育局', '清溪县水利局'];
    for (const text of [
      '清溪县教育局\n清溪县水利局\n',
      '序号\t单位名称\t联系人\r\n1\t清溪县教育局\t张某\r\n2\t清溪县水利局\t李某\r\n',
      '单位,电话\n"清溪县教育局",1\n"清溪县水利局",2\n清溪县教育局,3',
      '一、清溪县教育局\n二、清溪县水利局',
      '1.清溪县教育局\n（2）清溪县水利局\n\n',
    ])
      assert.deepEqual(unitNames(text), wanted, text);
    assert.deepEqual(unitNames(''), []);
    assert.deepEqual(unitNames('abc\n123\n单位'), []);
  });
});
