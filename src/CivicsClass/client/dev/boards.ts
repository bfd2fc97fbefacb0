import type { ArgumentCard, ArgumentKind, DebateView } from '../contract';

const CLAIMS = [
  'Whoever pays for the mistake should make the choice.', 'A handover in the jail is safer than an arrest at home.', 'One nation needs one rule about who may stay.',
  'People who fear the police do not call them, and then nobody is safe.', 'A promise that each town may break is no promise.', 'Local officers know their streets and what keeps them calm.',
  'من يقرر، المدينة أم الولاية؟', 'Whoever makes a law should have to pay for what it costs to carry it out, down to the last hour of overtime in the smallest county.', 'Fairness means the same answer on both sides of a county line. 👍🏽',
];
const NAMES = ['Quick Heron', 'Bright Wren', 'Brave Finch', 'Kind Lark', 'Calm Otter', 'Wise Crane', 'Bold Marten'];
const KINDS: ArgumentKind[] = ['rebut', 'support', 'ask'];

/** A board of so many posts: two in five answer another, some of them answers too. */
export function boardWith(count: number, board: DebateView, card: (author: string, side: string, claim: string, more?: Partial<ArgumentCard>) => ArgumentCard): DebateView {
  const cards: Record<string, ArgumentCard> = {};
  const sides = ['local-choice', 'cooperation'];
  for (let n = 0; n < count; n++) {
    const on = n % 5 >= 3 ? `b${Math.max(1, Math.floor(n * 0.7))}` : undefined;
    const answered = on === undefined ? undefined : cards[on];
    const kind = answered ? KINDS[n % 3]! : 'argue';
    const side = !answered ? sides[n % 2]! : kind === 'rebut' ? sides.find((other) => other !== answered.side)! : answered.side;
    cards[`b${n + 1}`] = card(NAMES[n % NAMES.length]!, side, `${CLAIMS[n % CLAIMS.length]}`, {
      kind, ...(answered && { on: on!, quotations: [] }), basis: (['fact', 'value', 'prediction'] as const)[n % 3]!, ...(kind === 'ask' && { reason: undefined }),
      ...(n % 4 === 0 && { marks: { strongEvidence: n % 6, wellReasoned: n % 3, canAnswer: 1 } }),
    });
  }
  return { ...board, order: Object.keys(cards), cards };
}
