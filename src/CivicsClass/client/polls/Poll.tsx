import { useState } from 'preact/hooks';
import type { MyPoll, PollView } from '../contract';
import { announce } from '../parts/Announcer';
import { Early } from '../seat/Early';
import { useHeadingFocus, type StepProps } from '../seat/step';
import { useSending } from '../seat/useSending';
import { Totals } from './Totals';

/** Where this student leans. What was chosen stays on this page alone: the server says only that it counts. */
export function Poll({ live, step, head, view, my, mode }: StepProps<PollView, MyPoll>) {
  const { busy, refused, send } = useSending(live);
  const heading = useHeadingFocus(step);
  const [chosen, choose] = useState<string>();
  const [said, say] = useState(my.counted || my.skipped);
  if (my.counted !== said && my.counted) say(true);
  const forgotten = mode === 'open' && said && !my.counted && !my.skipped && !busy;
  const vote = async (option: string) => {
    choose(option);
    if (await send({ kind: 'poll.vote', step, option })) announce('Counted.');
  };
  const skip = async () => {
    choose(undefined);
    say(true);
    if (await send({ kind: 'poll.skip', step })) announce('Skipped.');
  };
  return (
    <>
      <main id="main" class="page stack">
        <fieldset class="stack" disabled={mode === 'closed'} aria-describedby="how">
          <legend>
            <h1 ref={heading} tabIndex={-1}>{view.prompt}</h1>
          </legend>
          <p class="small" id="how">
            Nobody sees what you say here, your teacher neither: votes are only counted, and no name is kept with them. You may skip, and you may change your mind until the poll is closed.
          </p>
          {forgotten && <p class="notice" role="status">The server was started again and has forgotten all votes, because they are kept nowhere. Please choose once more, or skip.</p>}
          {mode !== 'closed' &&
            view.optionOrder.map((option) => (
              <label key={option} class={chosen === option ? 'option on' : 'option'}>
                <input type="radio" class="unseen" name={step} checked={chosen === option} disabled={mode !== 'open'} onChange={() => void vote(option)} />
                <span>{view.options[option]}</span>
              </label>
            ))}
        </fieldset>
        {refused && <p class="error-box" role="alert">{refused}</p>}
        {mode === 'closed' ? <Totals poll={view} /> : (my.counted || my.skipped) && <Early early={head.early}>{my.counted ? 'Your vote is counted.' : 'You have skipped.'} Totals show once your teacher closes the poll.</Early>}
      </main>
      {mode !== 'closed' && (
        <footer class="foot row between">
          <span class={my.counted && !busy ? 'saved' : 'small'}>{busy ? 'Sending…' : my.counted ? 'Counted' : my.skipped ? 'Skipped' : 'Not counted yet'}</span>
          <button type="button" disabled={busy || mode !== 'open' || my.skipped} onClick={() => void skip()}>
            {my.counted ? 'Take it back and skip' : 'Skip'}
          </button>
        </footer>
      )}
    </>
  );
}
