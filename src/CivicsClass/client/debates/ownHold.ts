import type { MyArgument } from '../contract';

/** What an author reads of a post that is held or was erased; absent for every other. Nobody is blamed: a list of words made the choice. */
export function ownHold({ status, held, erased }: Pick<MyArgument, 'status' | 'held' | 'erased'>, hasEnded: boolean): { tag: string; says: string } | undefined {
  if (erased)
    return { tag: 'Erased', says: 'Your teacher has erased this post, here and wherever it was kept, because something in it should not stay written down. That can happen to anybody. You can write a new one without that part.' };
  if (!held || status !== 'pending') return undefined;
  if (hasEnded) return { tag: 'Not on the board', says: 'The lesson ended before your teacher had read this. Only you and your teacher can see it.' };
  return { tag: 'Your teacher reads this first', says: 'It has words in it that a teacher looks at before anybody else does, such as a name, a number or something private. You can wait, or say it in another way meanwhile.' };
}
