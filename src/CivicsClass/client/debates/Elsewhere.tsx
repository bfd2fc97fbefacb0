import type { ArgumentCard, ClassView } from '../contract';
import { useHeadingFocus } from '../seat/step';
import { Argument } from './Argument';

/** In place of the form, when another tab has sent what stood in it. */
export function Elsewhere({ lesson, step, card, again, leave }: { lesson: ClassView; step: string; card: ArgumentCard | undefined; again: (() => void) | undefined; leave: () => void }) {
  const heading = useHeadingFocus(`${step}/elsewhere`);
  return (
    <main id="main" class="page stack write">
      <h1 ref={heading} tabIndex={-1}>
        This was sent from another tab
      </h1>
      <p role="status">Your teacher has it. There is nothing more to send here.</p>
      {card && (
        <article class="card stack mine">
          <Argument card={card} lesson={lesson} isMine showSide />
        </article>
      )}
      <p class="row">
        <button type="button" class="primary" onClick={leave}>
          Back to the board
        </button>
        {again && (
          <button type="button" onClick={again}>
            Write another
          </button>
        )}
      </p>
    </main>
  );
}
