import type { Desk } from '../console/desk';
import { debateOf } from '../console/classroom';
import { sideClass, SideTag } from '../parts/sides';
import { ArgumentText } from './ArgumentText';
import { By } from './Card';
import { waiting } from './line';

/** After the end: what was left waiting, to read and not to decide any more. */
export function Undecided({ desk }: { desk: Desk }) {
  const { view } = desk;
  const left = waiting(view);
  return (
    <>
      <h2>Not decided · {left.length}</h2>
      <p class="small calm">
        {left.length === 0 ? 'Nothing was left waiting when the lesson ended.' : 'The lesson has ended, so these cannot be approved or returned any more. Only you and their authors can see them.'}
      </p>
      {left.map(({ key, step, argument: id }) => {
        const { arguments: all } = debateOf(view, step)!;
        const argument = all[id]!;
        const { card } = argument;
        const answered = card.on === undefined ? undefined : all[card.on]?.card.claim;
        return (
          <article key={key} class={`card waiting ${sideClass(view.class.positions[card.side])}`}>
            <SideTag position={view.class.positions[card.side]} />
            <h3>{card.claim}</h3>
            <By view={view} argument={argument} named={false} />
            <ArgumentText card={card} {...(answered !== undefined && { answered })} />
          </article>
        );
      })}
    </>
  );
}
