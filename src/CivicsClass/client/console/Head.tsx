import { asClock } from '../live/clock';
import { useMilestones } from '../parts/useMilestones';
import { type Desk, once } from './desk';

const MINUTE_S = 60;

/** Which step, how long still, and the clock's buttons. */
export function Head({ desk, remaining }: { desk: Desk; remaining: number | undefined }) {
  const { view, ask } = desk;
  const lesson = view.class;
  const step = lesson.current;
  const number = step === undefined ? 0 : lesson.stepOrder.indexOf(step) + 1;
  const open = step !== undefined && lesson.steps[step]!.status === 'open';
  const timed = remaining !== undefined;
  return (
    <header class="head">
      <div class="headTitle">
        <p class="small">{place(lesson.phase, number, lesson.stepOrder.length)}{step !== undefined && !open && lesson.phase === 'running' && ' · closed'}</p>
        <h1>{lesson.phase === 'ended' ? 'The lesson has ended' : step !== undefined ? lesson.steps[step]!.title : lesson.phase === 'lobby' ? 'Before the lesson' : 'Between two steps'}</h1>
      </div>
      <div class="headTools">
        {open && (
          <div class="controls" role="group" aria-label="Time">
            <button type="button" title="One minute less" disabled={!timed} onClick={() => ask({ kind: 'lesson.extend', seconds: -MINUTE_S })}>−1 min</button>
            <TimeLeft desk={desk} remaining={remaining} />
            <button type="button" title="One minute more" disabled={!timed} onClick={() => ask({ kind: 'lesson.extend', seconds: MINUTE_S })}>+1 min</button>
            <button type="button" aria-pressed={lesson.timer.paused} onClick={once(() => ask({ kind: 'lesson.pause', on: !lesson.timer.paused }))}>{lesson.timer.paused ? 'Resume' : 'Pause'}</button>
          </div>
        )}
        {lesson.phase !== 'ended' && <EyesUp desk={desk} />}
      </div>
    </header>
  );
}

function TimeLeft({ desk, remaining }: { desk: Desk; remaining: number | undefined }) {
  const { timer, eyesUp } = desk.view.class;
  useMilestones(timer, remaining);
  if (remaining === undefined) return <span class="time none">no clock running</span>;
  const words = timer.up ? 'time is up' : timer.paused ? 'paused' : eyesUp ? 'stopped' : 'left';
  return (
    <span class={timer.up ? 'time up' : 'time'} role="timer" aria-live="off">
      {asClock(remaining)}
      <small>{words}</small>
    </span>
  );
}

/** One tap freezes every screen; the button keeps its place, so that the same tap ends it. */
function EyesUp({ desk }: { desk: Desk }) {
  const on = desk.view.class.eyesUp;
  return (
    <button type="button" class={on ? 'eyes on' : 'eyes'} aria-pressed={on} onClick={once(() => desk.ask({ kind: 'lesson.eyesUp', on: !on }))}>
      Eyes up{on && ' is on'}
    </button>
  );
}

function place(phase: string, number: number, of: number): string {
  if (number > 0 && phase === 'running') return `Step ${number} of ${of}`;
  return phase === 'lobby' ? 'Lobby' : `${of} steps`;
}
