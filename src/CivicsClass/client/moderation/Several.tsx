import { useState } from 'preact/hooks';
import { debateOf } from '../console/classroom';
import { type Desk, once } from '../console/desk';
import { History } from '../debates/History';
import { sideClass, SideTag } from '../parts/sides';
import { ArgumentText } from './ArgumentText';
import { By } from './Card';
import type { Row } from './line';
import { together } from './together';

/** All that waits and is not held, in full, one below the other: read, tick, and approve the ticked in one go. */
export function Several({ desk, rows, named, onApprove, onClose }: { desk: Desk; rows: readonly Row[]; named: boolean; onApprove: (rows: Row[]) => void; onClose: () => void }) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const find = (row: Row) => debateOf(desk.view, row.step)?.arguments[row.argument];
  const open = together(rows, find);
  const chosen = open.filter((row) => ticked.has(row.key));
  const left = rows.length - open.length;
  const tick = (key: string, on: boolean) => setTicked(new Set(on ? [...ticked, key] : [...ticked].filter((k) => k !== key)));
  return (
    <section class="several" aria-label="Look through several">
      <p class="small">Read each and tick what the class may see; the rest stays in the queue.{left > 0 && ` ${left === 1 ? 'One text is' : `${left} texts are`} held and not listed: you decide on ${left === 1 ? 'it' : 'each'} alone.`}</p>
      {open.map((row) => {
        const argument = find(row)!;
        const { card } = argument;
        const answered = card.on === undefined ? undefined : debateOf(desk.view, row.step)?.arguments[card.on]?.card.claim;
        return (
          <article key={row.key} class={`card waiting ${sideClass(desk.view.class.positions[card.side])}`}>
            <SideTag position={desk.view.class.positions[card.side]} />
            <h3>{card.claim}</h3>
            <By view={desk.view} argument={argument} named={named} />
            <ArgumentText card={card} {...(answered !== undefined && { answered })} />
            <History card={card} earlier={argument.earlier} />
            <label class="toggle"><input type="checkbox" checked={ticked.has(row.key)} onChange={(e) => tick(row.key, e.currentTarget.checked)} /> Read: approve<span class="unseen"> “{card.claim}”</span></label>
          </article>
        );
      })}
      <div class="row wrap severalFoot">
        <button type="button" class="primary" disabled={chosen.length === 0} onClick={once(() => onApprove(chosen))}>Approve {chosen.length === 0 ? 'the ticked' : chosen.length}</button>
        <button type="button" onClick={onClose}>Back to one at a time</button>
      </div>
    </section>
  );
}
