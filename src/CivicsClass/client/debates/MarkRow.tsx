import type { ArgumentCard, Mark, MyMarks } from '../contract';
import { isGiven, MARKS, marksFor } from './marks';

/** How many have marked it, and the marks one can give: switches, on or off. */
export function MarkRow({ card, mine, mark }: { card: ArgumentCard; mine: MyMarks | undefined; mark: ((mark: Mark, on: boolean) => void) | undefined }) {
  if (!mark) {
    const given = MARKS.filter((each) => card.marks?.[each.mark]);
    return given.length === 0 ? null : <p class="row marked small">{given.map((each) => <span key={each.mark} class="tag">{each.name} {card.marks![each.mark]}</span>)}</p>;
  }
  return (
    <p class="row marked" role="group" aria-label={`What you think of: ${card.claim}`}>
      {marksFor(card).map((each) => {
        const [on, count] = [isGiven(each.mark, card, mine), card.marks?.[each.mark] ?? 0];
        return (
          <button key={each.mark} type="button" class="chip" aria-pressed={on} onClick={() => mark(each.mark, !on)}>
            {each.name}
            {count > 0 && <b> {count}<span class="unseen"> in the class</span></b>}
          </button>
        );
      })}
    </p>
  );
}
