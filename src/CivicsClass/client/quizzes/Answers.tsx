import { useRef, useState } from 'preact/hooks';
import type { ClassView, QuestionView, RestsOnView, RevealedView } from '../contract';
import { letter } from './shuffle';

/** After the reveal: what is right and why, what one chose oneself, how the class answered. */
export function Answers({ lesson, question, revealed, order, mine }: { lesson: ClassView; question: QuestionView; revealed: RevealedView; order: string[]; mine: string[] }) {
  const isRight = mine.length === revealed.key.length && mine.every((option) => revealed.key.includes(option));
  const named = (options: string[]) => order.flatMap((option, place) => (options.includes(option) ? [letter(place)] : [])).join(', ');
  return (
    <section class="stack" aria-label="The answer">
      <div class="card stack">
        <h2>
          {revealed.key.length === 1 ? 'Right answer' : 'Right answers'}: {named(revealed.key)}
        </h2>
        <p class="small">{mine.length === 0 ? 'You gave no answer.' : isRight ? `You chose ${named(mine)}: right.` : `You chose ${named(mine)}.`}</p>
        {mine.map((option) => revealed.feedback[option] && <p key={option}>{revealed.feedback[option]}</p>)}
        <p>{revealed.explanation}</p>
        <RestsOn lesson={lesson} places={revealed.restsOn} />
      </div>
      <div class="card">
        <h2>How the class answered</h2>
        <p class="small">{revealed.answers === 1 ? '1 answer' : `${revealed.answers} answers`}</p>
        <ul class="plain shares">
          {order.map((option, place) => {
            const count = revealed.counts[option] ?? 0;
            const percent = revealed.answers === 0 ? 0 : Math.round((100 * count) / revealed.answers);
            const [isKey, isMine] = [revealed.key.includes(option), mine.includes(option)];
            return (
              <li key={option}>
                <span>
                  <b>{letter(place)}</b> <span class="unseen">{question.options[option]}</span>
                </span>
                <span class={isKey ? 'bar key' : 'bar'} aria-hidden="true">
                  <i style={{ width: `${percent}%` }} />
                </span>
                <span class="small">
                  {count} ({percent} %)
                </span>
                {(isKey || isMine) && (
                  <span class="row marks">
                    {isKey && <span class="tag good">right</span>}
                    {isMine && <span class="tag">yours</span>}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}

/** The paragraphs the answer rests on, each a tap away when the class has the text. */
export function RestsOn({ lesson, places }: { lesson: ClassView; places: RestsOnView[] }) {
  const [place, show] = useState<RestsOnView>();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = (next: RestsOnView) => {
    show(next);
    dialog.current?.showModal();
  };
  const text = (at: RestsOnView) => Object.values(lesson.open).map((view) => (view.kind === 'reading' ? view.readings[at.reading] : undefined)).find(Boolean);
  const shown = place && text(place);
  return (
    <>
      <ul class="plain">
        {places.map((at) => (
          <li key={`${at.reading}-${at.paragraph}`}>
            {text(at) ? (
              <button type="button" class="quiet link" onClick={() => open(at)}>
                Read ¶{at.paragraph} of “{at.title}”
              </button>
            ) : (
              <span class="small">
                Rests on ¶{at.paragraph} of “{at.title}”
              </span>
            )}
          </li>
        ))}
      </ul>
      <dialog class="sheet" ref={dialog} aria-labelledby="rests-on">
        {place && (
          <>
            <h2 id="rests-on">
              {place.title}, ¶{place.paragraph}
            </h2>
            <p class="read" lang={shown?.language}>
              {shown?.blocks.find((block) => block.number === place.paragraph)?.sentences.join(' ')}
            </p>
          </>
        )}
        <form method="dialog">
          <button class="primary">Close</button>
        </form>
      </dialog>
    </>
  );
}
