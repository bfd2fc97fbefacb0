import type { ClassView, MyArgument, MyView } from '../contract';

const TAGS: Partial<Record<MyArgument['status'], string>> = { pending: 'Waiting for your teacher', returned: 'Sent back to you', removed: 'Removed', approved: 'On the board' };

/** Where a post stands, in words for its author. `isOnBoard`: an earlier version of it is. */
export function standing(status: MyArgument['status'], hasEnded: boolean, isOnBoard: boolean): { tag: string | undefined; says?: string } {
  if (status !== 'pending') return { tag: TAGS[status] };
  if (!hasEnded) return { tag: TAGS.pending, says: 'Your teacher reads every post before others see it.' };
  if (isOnBoard) return { tag: 'On the board as it was', says: 'The lesson ended before your teacher looked at this version. The one before stays on the board.' };
  return { tag: 'Not on the board', says: 'The lesson ended before your teacher looked at it. Only you and your teacher can see it.' };
}

/** Told at the end, about posts that nobody but their author and the teacher will see; absent when there are none. */
export function leftWaiting(lesson: ClassView, me: MyView): string | undefined {
  const left = lesson.stepOrder.flatMap((step) => {
    const [mine, board] = [me.steps[step], lesson.open[step]];
    return mine?.kind === 'debate' ? mine.order.filter((id) => mine.mine[id]?.status === 'pending' && !(board?.kind === 'debate' && id in board.cards)) : [];
  });
  if (left.length === 0) return undefined;
  return left.length === 1
    ? 'The lesson ended before your teacher looked at one of your posts. Only you and your teacher can see it.'
    : `The lesson ended before your teacher looked at ${left.length} of your posts. Only you and your teacher can see them.`;
}
