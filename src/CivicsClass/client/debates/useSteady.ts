import { useEffect, useState } from 'preact/hooks';
import type { DebateView } from '../contract';
import { announce } from '../parts/Announcer';

/** Several approvals in a row are said once. */
const GATHER_MS = 1500;

/** The board as it stood when it was last asked for: what is new since then waits, so that nothing moves under a reader's eyes.
 *  What leaves the board leaves at once, and a new version takes the old one's place. */
export function useSteady(view: DebateView): { board: DebateView; fresh: string[]; show(): void } {
  const [known, know] = useState<ReadonlySet<string>>(() => new Set(view.order));
  const wasEmpty = !view.order.some((id) => known.has(id));
  const fresh = wasEmpty ? [] : view.order.filter((id) => !known.has(id));
  const show = () => know(new Set(view.order));
  useEffect(() => {
    if (wasEmpty && view.order.length > 0) show();
  }, [wasEmpty, view.order]);
  useEffect(() => {
    if (fresh.length === 0) return;
    const timer = setTimeout(() => announce(`${fresh.length === 1 ? 'One new post is' : `${fresh.length} new posts are`} on the board. The button above the board shows them.`), GATHER_MS);
    return () => clearTimeout(timer);
  }, [fresh.length]);
  return { board: fresh.length === 0 ? view : { ...view, order: view.order.filter((id) => known.has(id)) }, fresh, show };
}
