import type { ArgumentCard } from '../contract';

export interface Posted {
  order: readonly string[];
  cards: Readonly<Record<string, ArgumentCard>>;
}

/** What answers what on a board, looked up once: a board of 200 is asked for it often. */
export class Threads {
  private readonly below = new Map<string, string[]>();
  private readonly standAlone: string[] = [];
  readonly cards: Posted['cards'];

  constructor({ order, cards }: Posted) {
    this.cards = cards;
    for (const id of order) {
      const on = cards[id]?.on;
      if (on === undefined || !cards[on]) this.standAlone.push(id);
      else this.below.set(on, [...(this.below.get(on) ?? []), id]);
    }
  }

  /** The arguments that stand alone on a side, the newest first. An answer whose argument is gone stands alone too. */
  roots(side: string): string[] {
    return this.standAlone.filter((id) => this.cards[id]?.side === side).reverse();
  }

  /** The answers to this one alone, the oldest first. */
  answers(id: string): string[] {
    return this.below.get(id) ?? [];
  }

  /** Every answer beneath it, to answers too, as they are read: each before what answers it. */
  all(id: string): string[] {
    return this.answers(id).flatMap((answer) => [answer, ...this.all(answer)]);
  }

  /** The argument a chain of answers begins with. */
  rootOf(id: string): string {
    const on = this.cards[id]?.on;
    return on !== undefined && this.cards[on] ? this.rootOf(on) : id;
  }
}
