import type { ComponentChildren } from 'preact';
import type { ArgumentCard, ArgumentKind, Basis, ClassView } from '../contract';
import { Quote } from '../parts/Quote';
import { sideClass, SideTag } from '../parts/sides';
import { languageOf } from '../seat/step';

export const BASIS: Record<Basis, string> = { fact: 'claim of fact', value: 'claim of value', prediction: 'prediction' };
const ANSWERS: Record<ArgumentKind, string> = { argue: '', support: 'supports', rebut: 'rebuts', ask: 'asks' };

/** One argument or answer as the class reads it. */
export function Argument({ card, lesson, isMine = false, showSide = false, children }: { card: ArgumentCard; lesson: ClassView; isMine?: boolean; showSide?: boolean; children?: ComponentChildren }) {
  const Heading = card.kind === 'argue' ? 'h3' : 'h4';
  return (
    <>
      <p class="row small">
        <span>
          <span translate={false}>{card.author}</span>
          {isMine && ' (you)'} {card.kind !== 'argue' && <strong>{ANSWERS[card.kind]}</strong>}
          {card.kind !== 'ask' && ` · ${BASIS[card.basis]}`}
        </span>
        {showSide && <SideTag position={lesson.positions[card.side]} />}
      </p>
      <Heading class="claim">{card.claim}</Heading>
      {card.reason && <p class="written">{card.reason}</p>}
      <div class={sideClass(lesson.positions[card.side])}>
        {card.quotations.map((quotation) => (
          <Quote key={`${quotation.passage}/${quotation.exact}`} quotation={quotation} lang={languageOf(lesson, quotation)} />
        ))}
      </div>
      {card.link && <p class="written">{card.link}</p>}
      {children}
    </>
  );
}
