import type { TimerView, WallView } from '../contract';
import { grouped } from '../console/roster';
import type { Clock } from '../live/clock';
import { asClock, asWords } from '../live/clock';
import type { Status } from '../live/live';
import { useRemaining } from '../live/useLive';
import { isDiscussed } from './isDiscussed';
import { LobbyWall } from './Lobby';
import { NormsWall, ReadingWall, ReflectionWall } from './Steps';
import { ControversyWall } from './WallControversy';
import { DebateWall } from './WallDebate';
import { MomentWall } from './WallMoment';
import { PollWall } from './WallPoll';
import { QuizWall } from './WallQuiz';
import { SourceCheckWall } from './WallSourceCheck';

export type WallPlace = { joinHost: string; qr: string };

type Props = { view: WallView; place: WallPlace; clock: Clock; status: Status };

/** What the room looks at: large, calm, only what everybody may see. */
export function Wall(props: Props) {
  return (
    <>
      <Screen {...props} />
      {props.status === 'reconnecting' && <p class="offline" role="status">Reconnecting</p>}
    </>
  );
}

function Screen({ view, place, clock }: Props) {
  if (view.phase === 'ended') return <main class="wall centre"><h1>Thank you</h1><p class="lead">This lesson has ended.</p><p class="lead">{view.question}</p></main>;
  if (view.eyesUp) return <EyesUp />;
  if (view.phase === 'lobby') return <LobbyWall view={view} place={place} />;
  const head = view.current === undefined ? undefined : view.steps[view.current];
  return (
    <main class={view.timer.paused ? 'wall paused' : 'wall'}>
      <header class="wallTop">
        <p class="stepName">{head?.title ?? view.title}{head?.status === 'closed' && ' · closed'}</p>
        <div class="corner">
          {view.joinCode !== undefined && <p class="join">{place.joinHost} <b>{grouped(view.joinCode)}</b></p>}
          {head?.status === 'open' && !isDiscussed(view) && <TimeLeft timer={view.timer} clock={clock} />}
        </div>
      </header>
      <div class="wallStep">{view.moment !== undefined ? <MomentWall text={view.moment} /> : <Step view={view} />}</div>
    </main>
  );
}

function Step({ view }: { view: WallView }) {
  const step = view.step;
  switch (step?.kind) {
    case 'norms': return <NormsWall view={view} norms={step} />;
    case 'reading': return <ReadingWall view={view} reading={step} />;
    case 'quiz': return <QuizWall view={view} quiz={step} />;
    case 'debate': return <DebateWall view={view} debate={step} />;
    case 'sourceCheck': return <SourceCheckWall view={view} check={step} />;
    case 'poll': return <PollWall view={view} poll={step} />;
    case 'controversy': return <ControversyWall view={view} it={step} />;
    case 'reflection': return <ReflectionWall view={view} reflection={step} />;
    default: return <Between view={view} />;
  }
}

/** No step is open: what was and what comes. */
function Between({ view }: { view: WallView }) {
  const status = { upcoming: '', open: 'now', closed: 'done', skipped: 'skipped' };
  return (
    <>
      <h1>{view.question}</h1>
      <ol class="wallList agenda">
        {view.stepOrder.filter((id) => view.steps[id]!.status !== 'skipped').map((id) => (
          <li key={id} class={view.steps[id]!.status}>{view.steps[id]!.title} <small>{status[view.steps[id]!.status]}</small></li>
        ))}
      </ol>
      <p class="lead">The next step opens soon.</p>
    </>
  );
}

function TimeLeft({ timer, clock }: { timer: TimerView; clock: Clock }) {
  const left = useRemaining(timer, clock);
  if (timer.paused) return <p class="timeLeft"><b>Paused</b>{left !== undefined && left > 0 && ` · ${asClock(left)}`}</p>;
  if (left === undefined) return null;
  return <p class="timeLeft" role="timer" aria-live="off">{timer.up || left === 0 ? 'Time is up' : asWords(left)}</p>;
}

function EyesUp() {
  return (
    <main class="wall centre eyesUp">
      <svg viewBox="0 0 120 60" aria-hidden="true">
        <path d="M6 32 Q60 -14 114 32 Q60 78 6 32Z" fill="none" stroke="currentColor" stroke-width="5" />
        <circle cx="60" cy="24" r="13" fill="currentColor" />
      </svg>
      <h1>Eyes up</h1>
      <p class="lead">Screens are paused. Look to your teacher.</p>
    </main>
  );
}
