import type { Part } from '../contract';

export const STARTERS: Record<Part, string[]> = {
  reason: ['One reason is that …', 'The text shows that …', 'If …, then …', 'What matters here is that …'],
  agreed: ['We all agree that …', 'Whatever the law says, …', 'Both sides want …'],
  open: ['We still do not know whether …', 'We see it differently when …', 'It would help to find out …'],
  strongest: ['The strongest point is that …', 'What is hard to answer is that …'],
};

export const RESTATE_STARTERS = ['If we understood you, you say that …', 'Your main reason is that …', 'What matters to you is that …'];
export const NOTE_STARTERS = ['You left out that …', 'We did not say that …', 'What we meant was …'];
