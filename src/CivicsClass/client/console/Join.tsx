import { useState } from 'preact/hooks';
import type { Desk } from './desk';
import { host, isThisComputer } from './host';
import { grouped } from './roster';

/** The join code as it is read out, and the door. */
export function Door({ desk }: { desk: Desk }) {
  const { view, ask, place } = desk;
  if (view.class.phase === 'ended') return null;
  return (
    <div class="door">
      {view.class.phase !== 'lobby' && (
        <>
          <p class="small">Join at {host(place.joinUrl)}</p>
          <p class="code"><span class="unseen">{spelled(view.joinCode)}</span><span aria-hidden="true">{grouped(view.joinCode)}</span></p>
        </>
      )}
      <button type="button" class="small-button" aria-pressed={view.locked} onClick={() => ask({ kind: 'door.lock', on: !view.locked })}>
        {view.locked ? 'Door locked: unlock' : 'Lock the door'}
      </button>
    </div>
  );
}

/** The lobby's large invitation: code, link and QR. */
export function Invitation({ desk }: { desk: Desk }) {
  const { view, place } = desk;
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard?.writeText(place.joinUrl).then(() => setCopied(true), () => setCopied(false));
  return (
    <section class="card invitation" aria-label="How students join">
      <div>
        <p class="small">Students go to <strong>{host(place.joinUrl)}</strong> and enter</p>
        <p class="bigcode"><span class="unseen">{spelled(view.joinCode)}</span><span aria-hidden="true">{grouped(view.joinCode)}</span></p>
        <p class="link"><a href={place.joinUrl} target="_blank" rel="noopener">{place.joinUrl}</a></p>
        <div class="row wrap">
          <button type="button" class="small-button" onClick={copy}>Copy the link</button>
          <span role="status" class="small">{copied && 'Link copied'}</span>
        </div>
        {view.locked && <p class="small">The door is locked: nobody new can join until you unlock it.</p>}
      </div>
      <img src={place.qr} alt="QR code of the join link" width="190" height="190" />
      {!desk.safe && isThisComputer(place.joinUrl) && (
        <p class="notice unreachable">
          Only this computer can open this address; for students’ devices, set <code>Site:Address</code> as docs/operating.md says.
        </p>
      )}
    </section>
  );
}

function spelled(code: string): string {
  return `Join code: ${[...code].join(' ')}`;
}
