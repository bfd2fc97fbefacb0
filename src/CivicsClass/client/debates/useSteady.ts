import { useEffect, useState } from 'preact/hooks';
import type { DebateView } from '../contract';
import { announce } from '../parts/Announcer';

/** Several approvals in a row are said once. */
const GATHER_MS = 1500;

/** While somebody reads in it, the board as it stood: what is new since then waits, so that nothing moves under a reader's eyes.
 *  What leaves the board leaves at once, and a new version takes the old one's place. */
export function useSteady(view: DebateView, isRead: () => boolean): { board: DebateView; fresh: string[]; show(): void } {
  const [known, know] = useState<ReadonlySet<string>>(() => new Set(view.order));
  const unknown = view.order.filter((id) => !known.has(id));
  const isFree = unknown.length > 0 && (unknown.length === view.order.length || !isRead());
  const fresh = isFree ? [] : unknown;
  const show = () => know(new Set(view.order));
  useEffect(() => {
    if (isFree) show();
  }, [isFree, view.order]);
  useEffect(() => {
    if (fresh.length === 0) return;
    const timer = setTimeout(() => announce(`${fresh.length === 1 ? 'One new post is' : `${fresh.length} new posts are`} on the board. The button above the board shows them.`), GATHER_MS);
    return () => clearTimeout(timer);
  }, [fresh.length]);
  return { board: fresh.length === 0 ? view : { ...view, order: view.order.filter((id) => known.has(id)) }, fresh, show };
}
