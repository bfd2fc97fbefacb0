import type { ArgumentKind } from '../contract';

/** Beginnings to go on from, by kind of post and field. */
export const STARTERS: Record<ArgumentKind, { claim: string[]; reason: string[]; link: string[] }> = {
  argue: {
    claim: ['I claim that …', 'The law should …', 'What matters most is that …'],
    reason: ['This is so because …', 'The text shows that …', 'If …, then …'],
    link: ['This quotation shows that …', 'It supports my reason because …'],
  },
  support: {
    claim: ['Another reason for this is that …', 'A second text says the same: …'],
    reason: ['This adds that …', 'The text shows that …'],
    link: ['This quotation shows that …', 'It fits because …'],
  },
  rebut: {
    claim: ['I see it differently: …', 'This leaves out that …', 'Even if that is true, …'],
    reason: ['The text says otherwise: …', 'This does not follow because …'],
    link: ['This quotation shows that …', 'It answers the claim because …'],
  },
  ask: {
    claim: ['What do you mean by …?', 'How do you know that …?', 'What would happen if …?'],
    reason: [],
    link: [],
  },
};

/** A starter at the beginning of what is written, its dots gone. */
export function begin(starter: string, text: string): string {
  const head = starter.replace(/\s*…\??.*$/u, ' ');
  return text.startsWith(head) ? text : head + text;
}
