import { useEffect, useRef } from 'preact/hooks';
import type { TimerView } from '../contract';
import { milestone, type Look } from '../live/clock';
import { announce } from './Announcer';

/** Says how much time is left where it matters, to those who listen to the page. */
export function useMilestones({ endsAt }: TimerView, left: number | undefined): void {
  const before = useRef<Look>({ endsAt, left });
  useEffect(() => {
    const look = { endsAt, left };
    const sentence = milestone(before.current, look);
    before.current = look;
    if (sentence) announce(sentence);
  }, [endsAt, left]);
}
