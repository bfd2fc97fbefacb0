import type { HeldView, HoldMark, HoldReason, TeacherView } from '../contract';

/** Why a text is held, as a whole sentence for the teacher. */
export const WHY: Record<HoldReason, string> = {
  status: 'It may tell somebody’s immigration status.',
  className: 'It names somebody of this class.',
  phone: 'It has what looks like a phone number.',
  email: 'It has what looks like an e-mail address.',
  address: 'It has what looks like a street address.',
  profanity: 'It has a swear word.',
  slur: 'It has a word that is used as a slur.',
};

const GRAVEST: HoldReason[] = ['status', 'className', 'phone', 'email', 'address', 'slur', 'profanity'];

/** Each reason once, what could harm somebody first. */
export function reasonsOf(marks: readonly HoldMark[]): string[] {
  const found = new Set(marks.map((mark) => mark.reason));
  return GRAVEST.filter((reason) => found.has(reason)).map((reason) => WHY[reason]);
}

export function marksIn(marks: readonly HoldMark[] | undefined, field: string): HoldMark[] {
  return (marks ?? []).filter((mark) => mark.field === field);
}

/** Texts kept until somebody has looked into what happened, the latest first. */
export function incidents(view: TeacherView): HeldView[] {
  return Object.values(view.held ?? {}).filter((held) => held.incident).sort((a, b) => b.seq - a.seq);
}

/** What erasing does, before it is done. */
export const ERASING = 'All its versions go for good: from every screen, from what this server has stored, and from the drafts kept here for its author. The author reads that you have erased it, and not the words. A backup made before keeps it until it is restored; restoring erases it again. A page that somebody has printed or photographed is out of reach.';
