import type { ArgumentCard } from '../contract';
import type { Threads } from './thread';

export type Order = 'newest' | 'leastAnswered';

/** One text, or one of its sentences. */
export interface About {
  reading: string;
  passage?: string;
}

/** One side's arguments as the reader wants them. Marks order nothing: popularity is no reason. */
export function arranged(threads: Threads, side: string, order: Order, about?: About): string[] {
  const roots = threads.roots(side).filter((id) => !about || [id, ...threads.all(id)].some((each) => isAbout(threads.cards[each], about)));
  if (order === 'newest') return roots;
  const answers = new Map(roots.map((id) => [id, threads.all(id).length]));
  return [...roots].sort((one, other) => answers.get(one)! - answers.get(other)!);
}

export function isAbout(card: ArgumentCard | undefined, about: About): boolean {
  return card?.quotations.some(({ passage }) => (about.passage ? passage === about.passage : passage.split('.')[0] === about.reading)) ?? false;
}

/** "r" or "r.2.1", as a choice in a list holds it. */
export function aboutOf(choice: string): About | undefined {
  const reading = choice.split('.')[0];
  return reading ? { reading, ...(choice.includes('.') && { passage: choice }) } : undefined;
}
