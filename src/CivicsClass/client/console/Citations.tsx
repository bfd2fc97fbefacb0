import type { ClassView, DebateView } from '../contract';
import { citations, times } from '../debates/citations';
import { sideClass, Sign } from '../parts/sides';

/** Which passages of a text the arguments on the board rest on, how often and by which side, and which arguments those are. */
export function Citations({ lesson, board, reading }: { lesson: ClassView; board: DebateView; reading: string }) {
  const passages = citations(board).find((text) => text.reading === reading)?.passages ?? [];
  if (passages.length === 0) return null;
  return (
    <details class="citations">
      <summary class="small">{passages.length === 1 ? 'The passage' : `The ${passages.length} passages`} on the board</summary>
      <ul class="plain">
        {passages.map(({ passage, paragraph, citations: resting }) => (
          <li key={passage}>
            <p>
              <q dir="auto">{resting[0]!.quotation.exact}</q> <span class="small">¶{paragraph}, cited {times(resting.length)}</span>
            </p>
            <ul class="plain">
              {resting.map(({ id, card, quotation }) => (
                <li key={`${id}/${quotation.exact}`} class={`small ${sideClass(lesson.positions[card.side])}`}>
                  <Sign /> <span class="unseen">{lesson.positions[card.side]?.short}: </span><bdi>{card.claim}</bdi>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}
