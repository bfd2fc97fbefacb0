import type { ComponentChildren } from 'preact';
import type { ClassView } from '../contract';
import { Sign, sideClass } from '../parts/sides';
import { citations, times, type Citation } from './citations';
import { want } from './wanted';

export interface Cited {
  text: ComponentChildren;
  paragraph(number: number): ComponentChildren;
}

/** What the class argues from a text, once there is a debate: beside the text how often, beneath a paragraph which arguments rest on it. */
export function cited(lesson: ClassView, reading: string, look: (step: string) => void): Cited | undefined {
  const step = lesson.stepOrder.findLast((id) => lesson.open[id]?.kind === 'debate');
  const view = step === undefined ? undefined : lesson.open[step];
  const text = view?.kind === 'debate' ? citations(view).find((each) => each.reading === reading) : undefined;
  if (!text) return undefined;
  const go = (id: string) => {
    want(id);
    look(step!);
  };
  const n = Object.values(text.bySide).reduce((sum, each) => sum + each, 0);
  return {
    text: (
      <p class="cited small">
        Cited {times(n)} in the debate: <Sides lesson={lesson} counts={text.bySide} />
      </p>
    ),
    paragraph: (number) => {
      const resting = text.passages.filter((passage) => passage.paragraph === number).flatMap((passage) => passage.citations);
      if (resting.length === 0) return null;
      const counts = Object.fromEntries(lesson.positionOrder.map((side) => [side, new Set(resting.filter(({ card }) => card.side === side).map(({ id }) => id)).size]));
      return (
        <details class="cited">
          <summary>
            Arguments rest on this paragraph: <Sides lesson={lesson} counts={counts} />
          </summary>
          <ul class="plain">
            {resting.map((citation) => (
              <Resting key={`${citation.id}/${citation.quotation.passage}/${citation.quotation.exact}`} lesson={lesson} citation={citation} go={go} />
            ))}
          </ul>
        </details>
      );
    },
  };
}

function Resting({ lesson, citation: { id, card, quotation }, go }: { lesson: ClassView; citation: Citation; go: (id: string) => void }) {
  return (
    <li class={sideClass(lesson.positions[card.side])}>
      <q>{quotation.exact}</q>
      <button type="button" class="quiet link" dir="auto" onClick={() => go(id)}>
        <Sign /> {card.claim}
      </button>
    </li>
  );
}

function Sides({ lesson, counts }: { lesson: ClassView; counts: Record<string, number> }) {
  return (
    <>
      {lesson.positionOrder
        .filter((side) => counts[side])
        .map((side, at) => (
          <span key={side} class={sideClass(lesson.positions[side])}>
            {at > 0 && ' · '}
            <Sign /> {counts[side]} {lesson.positions[side]?.short}
          </span>
        ))}
    </>
  );
}
