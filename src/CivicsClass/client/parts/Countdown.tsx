import type { TimerView } from '../contract';
import { asClock, asWords, type Clock } from '../live/clock';
import { useRemaining } from '../live/useLive';
import { useMilestones } from './useMilestones';

/** What is left of the time, in calm words; `exact` for those who must plan: minutes and seconds all the way. */
export function Countdown({ timer, clock, exact = false }: { timer: TimerView; clock: Clock; exact?: boolean }) {
  const left = useRemaining(timer, clock);
  useMilestones(timer, left);
  if (left === undefined) return null;
  if (timer.up || (left === 0 && timer.endsAt !== undefined)) return <span class="countdown up">Time is up</span>;
  const words = exact ? `${asClock(left)} left` : asWords(left);
  return (
    <span class="countdown" role="timer" aria-live="off">
      {timer.paused ? `Paused · ${words}` : words}
    </span>
  );
}
