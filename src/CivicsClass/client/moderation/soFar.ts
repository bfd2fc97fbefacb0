import type { TeacherView } from '../contract';
import { debates } from '../console/classroom';

const DECISIONS = ['approved', 'returned', 'removed'] as const;

/** Such as "approved 2 and 1, returned 1 and 0, removed 0 and 1", in the session's order of sides; nothing before the first decision. */
export function soFar(view: TeacherView): string | undefined {
  const sum = (side: string, of: (typeof DECISIONS)[number]) => debates(view).reduce((n, [, debate]) => n + (debate.decisions[side]?.[of] ?? 0), 0);
  const counts = DECISIONS.map((of) => ({ of, bySide: view.class.positionOrder.map((side) => sum(side, of)) }));
  if (counts.every(({ bySide }) => bySide.every((n) => n === 0))) return undefined;
  return counts.map(({ of, bySide }) => `${of} ${bySide.join(' and ')}`).join(', ');
}
