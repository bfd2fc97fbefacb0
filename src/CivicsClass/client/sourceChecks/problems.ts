import type { Verdict } from '../contract';
import { hasHidden, tooLong } from '../parts/limit';
import type { Form } from './form';

export const MAX_REASON = 500;
const LEAST_WORDS = 3;

/** All six, with what each means. */
export const VERDICTS: [verdict: Verdict, meaning: string][] = [
  ['true', 'The evidence supports it as it stands.'],
  ['partlyTrue', 'One part holds, another does not, or something important is missing.'],
  ['false', 'The evidence says otherwise.'],
  ['outdated', 'It was right once and is not any more.'],
  ['unverifiable', 'Nothing that can be found settles it.'],
  ['opinion', 'It says what should be or how to see it. Evidence cannot settle it.'],
];

/** Reasons to choose, or to begin with. */
export const REASONS: Record<Verdict, string[]> = {
  true: ['An official text says so.', 'Other sources that are independent say the same.', 'I know this from …'],
  partlyTrue: ['One part is right, but …', 'It is too broad because …', 'It leaves out that …'],
  false: ['The source says the opposite.', 'The words were changed.', 'It does not fit with …'],
  outdated: ['It was right at the time, but …', 'Things have changed since.'],
  unverifiable: ['No source is named for it.', 'The numbers come without a source or a date.', 'It is about the future.'],
  opinion: ['It says what should be.', 'The word “…” judges and does not report.'],
};

export type Part = 'verdict' | 'paragraph' | 'reason';

/** What is missing or too much, part by part, in the student's words. */
export function problems({ verdict, paragraph, reason }: Form): Partial<Record<Part, string>> {
  const found: Partial<Record<Part, string>> = {};
  if (!verdict) found.verdict = 'Choose a verdict.';
  if (!paragraph) found.paragraph = 'Choose the paragraph that the claim rests on.';
  if (reason.trim().split(/\s+/).filter(Boolean).length < LEAST_WORDS) found.reason = 'Say why in a few words: three at least.';
  const wrong = tooLong(reason, MAX_REASON) ?? (hasHidden(reason) ? 'There are characters in your reason that cannot be shown. Type that part again.' : undefined);
  if (wrong) found.reason = wrong;
  return found;
}
