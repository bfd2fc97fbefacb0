import type { ArgumentCard, ArgumentKind, Basis, DebateView, MyDebate, QuotationDraft, SubmitArgument } from '../contract';
import { hasHidden, tooLong } from '../parts/limit';

/** What is being written: a new argument, an answer to one, or a revision of one's own. */
export interface Target {
  argument?: string;
  kind: ArgumentKind;
  on?: string;
}

export interface Form {
  side?: string;
  claim: string;
  basis?: Basis;
  reason: string;
  quotations: QuotationDraft[];
  link: string;
  counterclaim: string;
  answer: string;
}

export type Field = 'side' | 'claim' | 'basis' | 'reason' | 'quotations' | 'link' | 'counterclaim' | 'answer';

export const MAX = { claim: 300, reason: 1500, link: 600, counterclaim: 600, answer: 1000, quotations: 4 };

const NAMES = { claim: 'the claim', reason: 'the reason', link: 'the link to your reason', counterclaim: 'the counterclaim', answer: 'the answer to the counterclaim' };

export const EMPTY: Form = { claim: '', reason: '', quotations: [], link: '', counterclaim: '', answer: '' };

export function draftField(step: string, target: Target): string {
  return `debate/${step}/${target.argument ?? (target.on ? `${target.kind}-${target.on}` : 'new')}`;
}

export function targetOf({ argument, argumentKind, on }: SubmitArgument): Target {
  return { argument, kind: argumentKind, on };
}

export function formOf(card: ArgumentCard): Form {
  return { side: card.side, claim: card.claim, basis: card.basis, reason: card.reason ?? '', quotations: card.quotations.map(({ passage, exact }) => ({ passage, exact })), link: card.link ?? '', counterclaim: card.counterclaim ?? '', answer: card.answer ?? '' };
}

export function read(draft: string, otherwise: Form): Form {
  try {
    return draft ? { ...EMPTY, ...(JSON.parse(draft) as Partial<Form>) } : otherwise;
  } catch {
    return otherwise;
  }
}

/** One's own post that was sent from this draft, once it shows. */
export function cardOf(target: Target, my: MyDebate, draft: string): ArgumentCard | undefined {
  const { claim } = read(draft, EMPTY);
  const id = target.argument ?? my.order.findLast((mine) => my.mine[mine]?.card.kind === target.kind && my.mine[mine].card.on === target.on && my.mine[mine].card.claim === claim.trim());
  return id === undefined ? undefined : my.mine[id]?.card;
}

/** The side an argument stands on. By lot it is the student's own; an answer otherwise follows what it answers. */
export function sideOf(target: Target, form: Form, lot: string | undefined, debate: DebateView, positions: readonly string[]): string | undefined {
  const answered = target.on ? debate.cards[target.on]?.side : undefined;
  if (lot) return lot;
  if (target.kind === 'rebut') return positions.find((side) => side !== answered);
  return answered ?? form.side;
}

/** What is missing or too much, field by field, in the student's words. */
export function problems(target: Target, form: Form, side: string | undefined, mustQuote: boolean): Partial<Record<Field, string>> {
  const found: Partial<Record<Field, string>> = {};
  if (!side) found.side = 'Choose the side you write for.';
  if (!form.claim.trim()) found.claim = target.kind === 'ask' ? 'Write your question.' : 'Write your claim: one sentence that somebody could disagree with.';
  if (target.kind !== 'ask' && !form.basis) found.basis = 'Choose what kind of claim it is.';
  if ((target.kind === 'argue' || target.kind === 'rebut') && !form.reason.trim()) found.reason = 'Add a reason: why should somebody believe your claim?';
  if (target.kind === 'argue' && mustQuote && form.quotations.length === 0) found.quotations = 'Choose at least one quotation from your evidence tray.';
  if (target.kind !== 'ask' && form.answer.trim() && !form.counterclaim.trim()) found.counterclaim = 'Write the counterclaim that you answer: what would the other side say at its strongest?';
  for (const field of target.kind === 'ask' ? (['claim'] as const) : (['claim', 'reason', 'link', 'counterclaim', 'answer'] as const)) {
    const wrong = tooLong(form[field], MAX[field]) ?? (hasHidden(form[field]) ? `There are characters in ${NAMES[field]} that cannot be shown. Type that part again.` : undefined);
    if (wrong) found[field] = wrong;
  }
  if (form.quotations.length > MAX.quotations) found.quotations = `Quote at most ${MAX.quotations} times. Keep the strongest.`;
  return found;
}

/** The field that the server's sentence is about; absent when it is about the post as a whole. */
export function fieldOf(refusal: string): Field | undefined {
  if (/the link to your reason/.test(refusal)) return 'link';
  if (/the answer to the counterclaim/.test(refusal)) return 'answer';
  if (/the counterclaim/.test(refusal)) return 'counterclaim';
  if (/^(Write your (claim|question)|Write the claim|Shorten the claim)|characters in the claim/.test(refusal)) return 'claim';
  if (/^(Add a reason|Shorten the reason)|characters in the reason/.test(refusal)) return 'reason';
  if (/quotation|^Quote at/.test(refusal)) return 'quotations';
  return undefined;
}

export function submit(step: string, target: Target, form: Form, side: string): SubmitArgument {
  return {
    kind: 'debate.submit',
    step,
    argument: target.argument,
    argumentKind: target.kind,
    on: target.on,
    side,
    claim: form.claim.trim(),
    basis: form.basis ?? 'fact',
    reason: form.reason.trim() || undefined,
    quotations: form.quotations,
    link: form.link.trim() || undefined,
    counterclaim: form.counterclaim.trim() || undefined,
    answer: form.answer.trim() || undefined,
  };
}
