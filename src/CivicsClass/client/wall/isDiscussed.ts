import type { WallView } from '../contract';

/** The answer stands there and the class talks about it: that the question's time is up is no news any more. */
export function isDiscussed({ step, timer }: Pick<WallView, 'step' | 'timer'>): boolean {
  return step?.kind === 'quiz' && step.question?.status === 'revealed' && timer.up;
}
