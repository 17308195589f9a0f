// The tables in the order they are asked. A figure that one table claims is not shown to the next.
import { interpreter } from '../interpreter.ts';
import { ABSENCES } from './absences.ts';
import { APPLICANTS } from './applicants.ts';
import { CARRIED_APPLICATIONS } from './carried-applications.ts';
import { COMPLETENESS } from './completeness.ts';
import { DECISIONS, FEES } from './decisions.ts';
import { DISPUTE_CASES } from './dispute-cases.ts';
import { DOCUMENTS } from './documents.ts';
import { FINISHED_APPLICATIONS } from './finished-applications.ts';
import { OUTCOMES, OUTCOMES_BEHIND } from './handling-outcomes.ts';
import { RECEIVED_APPLICATIONS } from './received-applications.ts';

/** 增加3件: a difference, not a count; 新增3件 is a count. */
const DIFFERENCE = /(?:增加|减少|增长|下降|上升|多|少|降低|提升|(?:比|较).{0,8}新增|(?<!新)增)了?$/;

/** What a figure, a word of absence, a word of completeness counts. */
export const readContext = {
  figure: interpreter(
    [
      DISPUTE_CASES,
      CARRIED_APPLICATIONS,
      DOCUMENTS,
      DECISIONS,
      FEES,
      OUTCOMES,
      OUTCOMES_BEHIND,
      APPLICANTS,
      FINISHED_APPLICATIONS,
      RECEIVED_APPLICATIONS,
    ],
    [{ unit: /%/ }, { near: DIFFERENCE }],
  ),
  none: interpreter([ABSENCES]),
  all: interpreter([COMPLETENESS]),
} as const;
