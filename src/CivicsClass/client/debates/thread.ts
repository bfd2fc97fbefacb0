import type { DebateView } from '../contract';

/** The arguments that stand alone on a side, the newest first. An answer whose argument is gone stands alone too. */
export function roots(view: DebateView, side: string): string[] {
  return view.order.filter((id) => view.cards[id]?.side === side && !rootOf(view, id)).reverse();
}

/** The answers beneath an argument, to answers too, the oldest first. */
export function thread(view: DebateView, root: string): string[] {
  return view.order.filter((id) => rootOf(view, id) === root);
}

/** The argument a chain of answers begins with; absent for one that answers nothing on the board. */
function rootOf(view: DebateView, id: string): string | undefined {
  let root: string | undefined;
  for (let on = view.cards[id]?.on; on !== undefined && view.cards[on] && on !== root; on = view.cards[on]?.on) root = on;
  return root;
}
