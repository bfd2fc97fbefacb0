import type { PollResult } from '../contract';
import { inWords, shares, why } from './result';

/** The totals of a closed poll, or why there are none. */
export function Totals({ poll }: { poll: { optionOrder: string[]; options: Record<string, string>; result?: PollResult; before?: PollResult } }) {
  if (!poll.result) return <p class="notice">This poll is closed. Totals show in a moment.</p>;
  if (poll.result.outcome !== 'shown') return <p class="notice">{why(poll.result.outcome)}</p>;
  return (
    <section class="card stack" aria-label="Totals">
      <h2>{poll.result.votes} votes</h2>
      {shares(poll).map((share) => (
        <div key={share.option} class="share">
          <p class="row between small">
            <span>{share.label}</span> <span>{inWords(share)}</span>
          </p>
          <div class="bar" aria-hidden="true">
            <i style={{ width: `${share.percent}%` }} />
          </div>
        </div>
      ))}
      {poll.before && <p class="small">Only the totals can be compared: who changed their mind, nobody can know.</p>}
    </section>
  );
}
