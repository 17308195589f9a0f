// Pinyin initials, by which Chinese labels can be typed and searched: 重复申请 is `cfsq`.

import { once } from '../base/cache.ts';

/** Initials of a text's characters; letters and digits as they are, unknown characters left out. */
export function pinyinInitials(text: string): string {
  let out = '';
  for (const char of text) out += known().get(char) ?? (/[0-9a-z]/i.test(char) ? char.toLowerCase() : '');
  return out;
}

/** The characters of the form and of organs' names, by the initial they have there (重复 c, 调解 t). */
const characters: Readonly<Record<string, string>> = {
  a: '安按案',
  b: '八版办包保报被本比变遍表并驳补不布步部',
  c: '采查产常超撤成程持出处慈此次存磋措重',
  d: '答大代单当到道得地的登等底第定动督度对多',
  e: '额而二',
  f: '发罚法反范方访放废费分否服府负复',
  g: '该改概高稿告格个各更工公供共勾构购关管规国果过',
  h: '还害含函号合和后护环回汇会或获',
  j: '机稽及级集籍计记纪济继加家监减检见件建缴接街结截解金进禁经径纠九局举具据卷决绝',
  k: '开刊科可款况括',
  l: '类累里理力历利例量料列令另流六录履律论',
  m: '没门秘密民名明目',
  n: '哪纳内能年',
  p: '频平普',
  q: '七期其企起弃前强勤情请求区取全权确',
  r: '然人认仍日容如入',
  s: '三善商上尚少设社涉申审省失师施十实史市示式事视是适收书属束述数说司私四讼诉损所索',
  t: '他它台讨提题体填条调通同投途推托统',
  w: '外万往危围违维委为未位文稳问握无五务物',
  x: '县息系下先显现限乡相响项销小效校写新信行形性须需许序续宣询析',
  y: '研要业一依已以义议益意因隐印应影用由有又于余逾与予元员原院约月',
  z: '再在造责增章掌障者这镇正政之知织执直止只指至制治中终种州主转资自总组作',
};

const known = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      Object.entries(characters).flatMap(([initial, all]) =>
        [...all].map((char) => [char, initial] as const),
      ),
    ),
);
