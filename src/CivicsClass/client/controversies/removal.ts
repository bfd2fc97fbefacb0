import type { ReasonView } from '../contract';

export type ModerationReason = ReasonView;

/** Those of Moderation/ModerationReason.cs that fit an entry of a team; the student reads the server's sentence. */
export const REASONS: readonly ReasonView[] = [
  { id: 'off-topic', label: 'Off topic', sentence: 'This is not yet about our question. Tie it to what the question asks.', starter: '' },
  { id: 'unclear', label: 'Unclear', sentence: 'I am not sure what you mean. Say it again in shorter sentences.', starter: '' },
  { id: 'disrespectful', label: 'Disrespectful', sentence: 'Our norms ask us to take on the argument and leave the person alone. Say it so that somebody on the other side would keep listening.', starter: '' },
  { id: 'personal', label: 'Personal information', sentence: 'This says something about a real person that does not belong on a shared board. Make the point without it.', starter: '' },
];
