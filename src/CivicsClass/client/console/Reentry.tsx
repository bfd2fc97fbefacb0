import { useEffect, useState } from 'preact/hooks';
import type { Place } from './desk';
import { Dialog } from './Dialog';
import { grouped, type Seat } from './roster';

type Answer = { code: string; minutes: number } | { failed: string };

/** A code to read out, with which this student comes back on another device. */
export function Reentry({ place, seat, onClose }: { place: Place; seat: Seat; onClose: () => void }) {
  const [answer, setAnswer] = useState<Answer>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let gone = false;
    setAnswer(undefined);
    request(place, seat.id).then((a) => { if (!gone) setAnswer(a); });
    return () => { gone = true; };
  }, [tries]);
  return (
    <Dialog title={`Re-entry code for ${seat.label}`} onClose={onClose}>
      <div aria-live="polite">
        {answer === undefined && <p>Getting a code…</p>}
        {answer && 'code' in answer && (
          <>
            <p class="bigcode"><span class="unseen">{[...answer.code].join(' ')}</span><span aria-hidden="true">{grouped(answer.code)}</span></p>
            <p>Read it out. On the join page it brings {seat.label} back with everything they did. It works once, for {answer.minutes} minutes.</p>
          </>
        )}
        {answer && 'failed' in answer && <p>{answer.failed}</p>}
      </div>
      <div class="row end">
        {answer && 'failed' in answer && <button type="button" onClick={() => setTries(tries + 1)}>Try again</button>}
        <button type="button" class="primary" onClick={onClose}>Close</button>
      </div>
    </Dialog>
  );
}

async function request(place: Place, participant: string): Promise<Answer> {
  try {
    const response = await fetch(`/s/${place.key}/reentry/${participant}`, { method: 'POST', headers: { RequestVerificationToken: place.antiforgery } });
    if (!response.ok) return { failed: 'The code could not be made. Reload this page and try again.' };
    return (await response.json()) as { code: string; minutes: number };
  } catch {
    return { failed: 'The server did not answer. Try again in a moment.' };
  }
}
