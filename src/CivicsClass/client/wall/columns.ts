import type { ArgumentCard, WallDebate } from '../contract';

export type Posted = { id: string; card: ArgumentCard; answers: number; latest?: ArgumentCard };

/** One side's arguments with their answers, the one something last happened to first. */
export function column(debate: WallDebate, side: string): Posted[] {
  const answers = new Map<string, { count: number; at: number; latest: ArgumentCard }>();
  debate.order.forEach((id, at) => {
    const card = debate.cards[id];
    if (card?.on !== undefined) answers.set(rootOf(debate, card.on), { count: (answers.get(rootOf(debate, card.on))?.count ?? 0) + 1, at, latest: card });
  });
  return debate.order
    .flatMap((id, at) => {
      const card = debate.cards[id];
      if (!card || card.on !== undefined || card.side !== side) return [];
      const on = answers.get(id);
      return [{ id, card, answers: on?.count ?? 0, ...(on && { latest: on.latest }), moved: Math.max(at, on?.at ?? 0) }];
    })
    .sort((a, b) => b.moved - a.moved)
    .map(({ moved: _, ...posted }) => posted);
}

/** What a card answers, which is on the board as well: nobody answers what is not. */
export function answered(debate: WallDebate, card: ArgumentCard): ArgumentCard | undefined {
  return card.on === undefined ? undefined : debate.cards[card.on];
}

function rootOf(debate: WallDebate, id: string): string {
  const seen = new Set<string>();
  let at = id;
  for (let on = debate.cards[at]?.on; on !== undefined && !seen.has(on); on = debate.cards[at]?.on) {
    seen.add(on);
    at = on;
  }
  return at;
}

/** How much of each argument to show: everything, claim and reason, or the reason of the newest only. Both sides show alike. */
export const DETAILS = ['full', 'reason', 'newest'] as const;

export type Detail = (typeof DETAILS)[number];
