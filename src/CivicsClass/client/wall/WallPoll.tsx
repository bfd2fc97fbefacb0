import type { WallPoll, WallView } from '../contract';
import { inWords, shares, why } from '../polls/result';
import { Fitted } from './Fitted';
import { Meter } from './Meter';

/** While it runs, how many have voted; then the totals, or why there are none. */
export function PollWall({ view, poll }: { view: WallView; poll: WallPoll }) {
  if (!poll.result)
    return (
      <div class="centre">
        <h1>{poll.prompt}</h1>
        <p class="lead">Choose on your own screen, or skip. Nobody can find out what you said.</p>
        <Meter done={poll.counted} of={view.here} words="have voted" />
      </div>
    );
  return (
    <Fitted of={poll.result.outcome} name="quizWall">
      <h1>{poll.prompt}</h1>
      {poll.result.outcome !== 'shown' && <p class="lead">{why(poll.result.outcome)}</p>}
      <ul class="answers revealed">
        {shares(poll).map((share) => (
          <li key={share.option}>
            <span class="text">{share.label}</span>
            <div class="bar" aria-hidden="true"><i style={{ width: `${share.percent}%` }} /></div>
            <span class="percent">{inWords(share)}</span>
          </li>
        ))}
      </ul>
      {poll.result.outcome === 'shown' && <p class="lead">{poll.result.votes} votes{poll.before ? '. Only totals can be compared.' : ''}</p>}
    </Fitted>
  );
}
