import { useState } from 'preact/hooks';
import type { Desk } from './desk';
import { Confirm } from './Dialog';
import { Reentry } from './Reentry';
import { removing, type Seat, words } from './roster';

type Asking = 'reentry' | 'remove';

/** One student on the roster. The row opens what can be done for this student. */
export function SeatRow({ desk, seat, open, onOpen }: { desk: Desk; seat: Seat; open: boolean; onOpen: () => void }) {
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const live = desk.view.class.phase !== 'ended';
  return (
    <li class="seat">
      <button type="button" class="who" aria-expanded={open} onClick={onOpen} disabled={!live}>
        <span class={seat.here ? 'dot' : 'dot off'} aria-hidden="true" />
        <span class="whoName">
          {seat.label}
          {seat.name !== undefined && <small>{seat.alias}</small>}
        </span>
        <span class="progress">
          {words(seat, desk.now)}
          {seat.postingPaused && <em>not posting</em>}
        </span>
      </button>
      {open && live && (
        <div class="seatActions">
          <button type="button" class="small-button" onClick={() => setAsking('reentry')}>Re-entry code</button>
          <button type="button" class="small-button" onClick={() => desk.ask({ kind: 'student.pausePosting', participant: seat.id, on: !seat.postingPaused })}>
            {seat.postingPaused ? 'Let post again' : 'Pause posting'}
          </button>
          <button type="button" class="small-button" onClick={() => setAsking('remove')}>Remove</button>
        </div>
      )}
      {asking === 'reentry' && <Reentry place={desk.place} seat={seat} onClose={close} />}
      {asking === 'remove' && (
        <Confirm
          title={`Remove ${seat.label}?`}
          says={removing(desk.view.locked)}
          yes="Remove"
          onYes={() => desk.ask({ kind: 'student.remove', participant: seat.id })}
          onClose={close}
        />
      )}
    </li>
  );
}
