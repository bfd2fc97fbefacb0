import { useState } from 'preact/hooks';
import type { Desk } from '../console/desk';
import { debateOf } from '../console/classroom';
import { sideClass, SideTag } from '../parts/sides';
import { ArgumentText } from './ArgumentText';
import { By } from './Card';
import { Erase } from './Erase';
import { HeldActions, Texts, Why, writer } from './HeldText';
import { Incidents } from './Incidents';
import { type Row, waiting } from './line';

/** After the end: what was left waiting, to read and not to decide any more. */
export function Undecided({ desk }: { desk: Desk }) {
  const { view } = desk;
  const [erasing, setErasing] = useState<Row>();
  const left = waiting(view);
  const isIncident = (row: Row) => Object.values(view.held ?? {}).some((held) => held.seq === row.seq && held.incident);
  const actions = (row: Row) => <HeldActions desk={desk} seq={row.seq} incident={isIncident(row)} keyed={false} onErase={() => setErasing(row)} />;
  return (
    <>
      <h2>Not decided · {left.length}</h2>
      <p class="small calm">
        {left.length === 0 ? 'Nothing was left waiting when the lesson ended.' : 'The lesson has ended, so these cannot be approved or returned any more. Only you and their authors can see them.'}
      </p>
      {left.map((row) => {
        const { key, step, argument: id, text } = row;
        const held = text === undefined ? undefined : view.held?.[text];
        if (held)
          return (
            <article key={key} class="card waiting held">
              <h3>{held.what}</h3>
              <p class="small">{writer(view, held, false)}</p>
              <Why marks={held.marks} />
              <Texts held={held} />
              {actions(row)}
            </article>
          );
        const { arguments: all } = debateOf(view, step)!;
        const argument = all[id]!;
        const { card } = argument;
        const answered = card.on === undefined ? undefined : all[card.on]?.card.claim;
        return (
          <article key={key} class={`card waiting ${sideClass(view.class.positions[card.side])}`}>
            <SideTag position={view.class.positions[card.side]} />
            <h3>{card.claim}</h3>
            <By view={view} argument={argument} named={false} />
            {argument.held && <Why marks={argument.held} />}
            <ArgumentText card={card} marks={argument.held} {...(answered !== undefined && { answered })} />
            {argument.held && actions(row)}
          </article>
        );
      })}
      {erasing && <Erase incident={isIncident(erasing)} onYes={() => void desk.ask({ kind: 'text.erase', seq: erasing.seq })} onClose={() => setErasing(undefined)} />}
      <Incidents desk={desk} named={false} />
    </>
  );
}
