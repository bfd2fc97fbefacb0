import type { ArgumentKind } from '../contract';

export type Started = 'claim' | 'reason' | 'link' | 'counterclaim' | 'answer';

const OTHER_SIDE = {
  counterclaim: ['Somebody on the other side would say that …', 'The strongest point against this is that …', 'It could be objected that …'],
  answer: ['That is a fair point, but …', 'Even so, …', 'This weighs less because …'],
};

/** Beginnings to go on from, by kind of post and field. */
export const STARTERS: Record<ArgumentKind, Record<Started, string[]>> = {
  argue: {
    claim: ['I claim that …', 'The law should …', 'What matters most is that …'],
    reason: ['This is so because …', 'The text shows that …', 'If …, then …'],
    link: ['This quotation shows that …', 'It supports my reason because …'],
    ...OTHER_SIDE,
  },
  support: {
    claim: ['Another reason for this is that …', 'A second text says the same: …'],
    reason: ['This adds that …', 'The text shows that …'],
    link: ['This quotation shows that …', 'It fits because …'],
    ...OTHER_SIDE,
  },
  rebut: {
    claim: ['I see it differently: …', 'This leaves out that …', 'Even if that is true, …'],
    reason: ['The text says otherwise: …', 'This does not follow because …'],
    link: ['This quotation shows that …', 'It answers the claim because …'],
    ...OTHER_SIDE,
  },
  ask: {
    claim: ['What do you mean by …?', 'How do you know that …?', 'What would happen if …?'],
    reason: [],
    link: [],
    counterclaim: [],
    answer: [],
  },
};

const NONE: Record<Started, string[]> = { claim: [], reason: [], link: [], counterclaim: [], answer: [] };

/** Those of this kind of post, unless the lesson or the student does without. */
export function startersFor(kind: ArgumentKind, areWanted: boolean): Record<Started, string[]> {
  return areWanted ? STARTERS[kind] : NONE;
}

/** A starter at the beginning of what is written, its dots gone. */
export function begin(starter: string, text: string): string {
  const head = starter.replace(/\s*…\??.*$/u, ' ');
  return text.startsWith(head) ? text : head + text;
}
