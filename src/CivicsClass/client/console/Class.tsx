import { useState } from 'preact/hooks';
import type { Desk } from './desk';
import { Door } from './Join';
import { here } from './classroom';
import { seats } from './roster';
import { SeatRow } from './Seat';

/** Who is in class. */
export function Class({ desk }: { desk: Desk }) {
  const { view, safe } = desk;
  const [open, setOpen] = useState<string>();
  const all = seats(view);
  return (
    <>
      <div class="row between">
        <h2>In class</h2>
        <span class="small">{all.length === 0 ? 'nobody yet' : `${here(view)} of ${all.length}`}</span>
      </div>
      <Door desk={desk} />
      {safe ? (
        <p class="small calm">Names are hidden in the wall-safe view.</p>
      ) : all.length === 0 ? (
        <p class="small calm">Students appear here as they join.</p>
      ) : (
        <ul class="roster">
          {all.map((seat) => (
            <SeatRow key={seat.id} desk={desk} seat={seat} open={open === seat.id} onOpen={() => setOpen(open === seat.id ? undefined : seat.id)} />
          ))}
        </ul>
      )}
    </>
  );
}
