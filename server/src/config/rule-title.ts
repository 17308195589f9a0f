// What a rule is called where people read it. Its id stands in settings, and in output for programs.
import { once } from '../base/cache.ts';
import { inBoth, type Phrase } from '../base/phrase.ts';
import { rules } from '../rules/all.ts';
import { configRules } from './read.ts';

/** `总计与各项之和不符`, of rules on reports and of those on the configuration itself. */
export const ruleTitle = (id: string): Phrase => titles().get(id) ?? inBoth(id);

const titles = once(() => new Map([...rules, ...configRules].map((rule) => [rule.id, rule.title])));
