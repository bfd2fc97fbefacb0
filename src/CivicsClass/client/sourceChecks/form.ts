import type { JudgeClaim, Judgement, Verdict } from '../contract';
import { inWords } from './verdicts';

/** A judgement being made. */
export interface Form {
  verdict?: Verdict;
  paragraph?: number;
  reason: string;
}

export const EMPTY: Form = { reason: '' };

export function judgeField(step: string, claim: string): string {
  return `sourceCheck/${step}/${claim}`;
}

export function read(draft: string, otherwise: Form): Form {
  try {
    return draft ? { ...EMPTY, ...(JSON.parse(draft) as Partial<Form>) } : otherwise;
  } catch {
    return otherwise;
  }
}

/** Whether it says what is stored, or nothing where nothing is. */
export function isSame(form: Form, stored: Judgement | undefined): boolean {
  return form.verdict === stored?.verdict && form.paragraph === stored?.paragraph && form.reason.trim() === (stored?.reason ?? '');
}

export function judge(step: string, claim: string, form: Form): JudgeClaim {
  return { kind: 'sourceCheck.judge', step, claim, verdict: form.verdict ?? 'true', reason: form.reason.trim(), paragraph: form.paragraph ?? 0 };
}

/** "Partly true, ¶3", and the reason below. */
export function plain({ verdict, paragraph, reason }: Form): string {
  const head = [verdict && inWords(verdict), paragraph && `¶${paragraph}`].filter(Boolean).join(', ');
  return [head, reason.trim()].filter(Boolean).join('\n\n');
}
