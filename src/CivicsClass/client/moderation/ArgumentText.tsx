import type { ArgumentCard, ArgumentKind, Basis, HoldMark } from '../contract';
import { OtherSide } from '../debates/Argument';
import { Marked } from '../parts/Marked';
import { NotReviewed } from '../parts/NotReviewed';
import { marksIn } from './holds';

export const KINDS: Record<ArgumentKind, string> = { argue: 'argument', support: 'supports another', rebut: 'rebuts another', ask: 'asks another' };
export const BASES: Record<Basis, string> = { fact: 'claim of fact', value: 'claim of value', prediction: 'prediction' };

/** An argument in full, as the moderator reads it. The server has compared every quotation with the text, letter for letter. */
export function ArgumentText({ card, answered, marks }: { card: ArgumentCard; answered?: string; marks?: readonly HoldMark[] | undefined }) {
  return (
    <>
      {answered && <p class="on small">{card.kind === 'support' ? 'Supports' : card.kind === 'rebut' ? 'Rebuts' : 'Asks about'}: “<bdi>{answered}</bdi>”</p>}
      {card.reason && <p class="reasonText" dir="auto"><Marked text={card.reason} marks={marksIn(marks, 'reason')} /></p>}
      {card.quotations.map((quotation) => (
        <figure key={quotation.passage} class="quote">
          <blockquote dir="auto">“{quotation.exact}”</blockquote>
          <figcaption class="small"><span class="checked">✓ Quotation checked</span> · {quotation.title}, <span aria-label={`paragraph ${quotation.paragraph}`}>¶{quotation.paragraph}</span> <NotReviewed when={quotation.notReviewed} /></figcaption>
        </figure>
      ))}
      {card.link && <p class="linkText"><span class="small">How it connects:</span> <bdi><Marked text={card.link} marks={marksIn(marks, 'link')} /></bdi></p>}
      <OtherSide card={card} />
      {(marks ?? []).some(({ field }) => field === 'counterclaim' || field === 'answer') && (
        <p class="small">Marked in the other side: {(['counterclaim', 'answer'] as const).flatMap((field) => marksIn(marks, field).map(({ start, length }) => `“${(card[field] ?? '').slice(start, start + length)}”`)).join(', ')}</p>
      )}
    </>
  );
}
