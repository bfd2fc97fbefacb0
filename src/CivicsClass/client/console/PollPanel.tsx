import type { TeacherPoll } from '../contract';
import { Totals } from '../polls/Totals';
import type { Desk } from './desk';
import { count } from './classroom';

export function PollPanel({ desk, step, poll }: { desk: Desk; step: string; poll: TeacherPoll }) {
  const isOpen = desk.view.class.steps[step]?.status === 'open';
  if (!isOpen) return <Totals poll={poll} />;
  return (
    <section class="card stack">
      <h2>{count(poll.counted, 'vote', 'votes')} so far</h2>
      <p class="small">
        You see only how many there are, never whose. Totals show when you close the poll: from ten votes on, and only if each answer has at least three. Otherwise nothing is shown or kept.
      </p>
      {poll.skipped > 0 && <p class="small">{count(poll.skipped, 'student has', 'students have')} skipped.</p>}
    </section>
  );
}
