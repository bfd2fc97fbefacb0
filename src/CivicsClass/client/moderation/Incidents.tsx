import { useState } from 'preact/hooks';
import { type Desk, once } from '../console/desk';
import { Erase } from './Erase';
import { incidents } from './holds';
import { Texts, Why, writer } from './HeldText';

/** What the teacher keeps until somebody has looked into it. Never in the wall-safe view. */
export function Incidents({ desk, named }: { desk: Desk; named: boolean }) {
  const [erasing, setErasing] = useState<number>();
  const kept = incidents(desk.view);
  if (kept.length === 0) return null;
  return (
    <section class="incidents" aria-label="Incidents">
      <h2>Incidents · {kept.length}</h2>
      <p class="small">Kept apart for you, whatever became of the text. Let one go when somebody has looked into it.</p>
      {kept.map((held) => (
        <article key={held.seq} class="card waiting held">
          <p class="small">{held.what} · {writer(desk.view, held, named)} · {new Date(held.at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}</p>
          <Why marks={held.marks} waits={false} />
          <Texts held={held} />
          <div class="row wrap decide">
            <button type="button" class="small-button" onClick={once(() => desk.ask({ kind: 'text.keepIncident', seq: held.seq, over: true }))}>Looked into: let it go</button>
            <button type="button" class="small-button quiet" onClick={() => setErasing(held.seq)}>Erase everywhere…</button>
          </div>
        </article>
      ))}
      {erasing !== undefined && <Erase incident onYes={() => void desk.ask({ kind: 'text.erase', seq: erasing })} onClose={() => setErasing(undefined)} />}
    </section>
  );
}
