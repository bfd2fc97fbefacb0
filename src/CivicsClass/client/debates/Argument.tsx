import type { ComponentChildren } from 'preact';
import type { ArgumentCard, ArgumentKind, Basis, ClassView } from '../contract';
import { Quote } from '../parts/Quote';
import { sideClass, SideTag } from '../parts/sides';
import { languageOf } from '../seat/step';

export const BASIS: Record<Basis, string> = { fact: 'claim of fact', value: 'claim of value', prediction: 'prediction' };
export const ANSWERS: Record<ArgumentKind, string> = { argue: '', support: 'supports', rebut: 'rebuts', ask: 'asks' };

interface Props {
  card: ArgumentCard;
  lesson: ClassView;
  isMine?: boolean;
  showSide?: boolean;
  /** Whom an answer answers, where that does not show by itself. */
  to?: string;
  /** Of the claim's heading: 3, and one more for each step down in a thread. */
  level?: number;
  children?: ComponentChildren;
}

/** One argument or answer as the class reads it. */
export function Argument({ card, lesson, isMine = false, showSide = false, to, level = card.kind === 'argue' ? 3 : 4, children }: Props) {
  const Heading = `h${Math.min(level, 6)}` as 'h3';
  return (
    <>
      <p class="row small">
        <span>
          <span translate={false}>{card.author}</span>
          {isMine && ' (you)'} {card.kind !== 'argue' && <strong>{ANSWERS[card.kind]}</strong>}
          {to && <span translate={false}> {to}</span>}
          {card.kind !== 'ask' && ` · ${BASIS[card.basis]}`}
        </span>
        {showSide && <SideTag position={lesson.positions[card.side]} />}
      </p>
      <Heading class="claim" dir="auto">{card.claim}</Heading>
      {card.reason && <p class="written" dir="auto">{card.reason}</p>}
      <div class={sideClass(lesson.positions[card.side])}>
        {card.quotations.map((quotation) => (
          <Quote key={`${quotation.passage}/${quotation.exact}`} quotation={quotation} lang={languageOf(lesson, quotation)} />
        ))}
      </div>
      {card.link && <p class="written" dir="auto">{card.link}</p>}
      <OtherSide card={card} />
      {children}
    </>
  );
}

/** The counterclaim and the answer to it, so marked that nobody takes the counterclaim for the author's own. */
export function OtherSide({ card }: { card: ArgumentCard }) {
  if (!card.counterclaim) return null;
  return (
    <dl class="otherSide">
      <dt class="small">The other side might say</dt>
      <dd class="written" dir="auto">{card.counterclaim}</dd>
      {card.answer && (
        <>
          <dt class="small">The answer to that</dt>
          <dd class="written" dir="auto">{card.answer}</dd>
        </>
      )}
    </dl>
  );
}
