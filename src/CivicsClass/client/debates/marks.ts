import type { ArgumentCard, Mark, MyMarks } from '../contract';

export const MARKS: { mark: Mark; name: string }[] = [
  { mark: 'strongEvidence', name: 'Strong evidence' },
  { mark: 'wellReasoned', name: 'Well reasoned' },
  { mark: 'canAnswer', name: 'I can answer this' },
];

/** The marks that fit: a question has no reasons to praise, and without a quotation there is no evidence. */
export function marksFor(card: ArgumentCard): typeof MARKS {
  return MARKS.filter(({ mark }) => (mark === 'strongEvidence' ? card.quotations.length > 0 : mark === 'canAnswer' || card.kind !== 'ask'));
}

/** Whether one's own mark stands; one that was given to an earlier version does not. */
export function isGiven(mark: Mark, card: ArgumentCard, mine: MyMarks | undefined): boolean {
  return mine?.version === card.version && mine.given.includes(mark);
}
