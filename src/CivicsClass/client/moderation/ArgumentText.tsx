import type { ArgumentCard, ArgumentKind, Basis } from '../contract';
import { OtherSide } from '../debates/Argument';
import { NotReviewed } from '../parts/NotReviewed';

export const KINDS: Record<ArgumentKind, string> = { argue: 'argument', support: 'supports another', rebut: 'rebuts another', ask: 'asks another' };
export const BASES: Record<Basis, string> = { fact: 'claim of fact', value: 'claim of value', prediction: 'prediction' };

/** An argument in full, as the moderator reads it. The server has compared every quotation with the text, letter for letter. */
export function ArgumentText({ card, answered }: { card: ArgumentCard; answered?: string }) {
  return (
    <>
      {answered && <p class="on small">{card.kind === 'support' ? 'Supports' : card.kind === 'rebut' ? 'Rebuts' : 'Asks about'}: “<bdi>{answered}</bdi>”</p>}
      {card.reason && <p class="reasonText" dir="auto">{card.reason}</p>}
      {card.quotations.map((quotation) => (
        <figure key={quotation.passage} class="quote">
          <blockquote dir="auto">“{quotation.exact}”</blockquote>
          <figcaption class="small"><span class="checked">✓ Quotation checked</span> · {quotation.title}, <span aria-label={`paragraph ${quotation.paragraph}`}>¶{quotation.paragraph}</span> <NotReviewed when={quotation.notReviewed} /></figcaption>
        </figure>
      ))}
      {card.link && <p class="linkText"><span class="small">How it connects:</span> <bdi>{card.link}</bdi></p>}
      <OtherSide card={card} />
    </>
  );
}
