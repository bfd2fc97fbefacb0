import { type Desk, once } from './desk';
import { ControversyPanel } from './ControversyPanel';
import { DebatePanel } from './DebatePanel';
import { Head } from './Head';
import { Invitation } from './Join';
import { Next } from './Next';
import { NormsPanel } from './NormsPanel';
import { Plan } from './Plan';
import { QuizPanel } from './QuizPanel';
import { PollPanel } from './PollPanel';
import { Questions } from './Questions';
import { ReadingPanel } from './ReadingPanel';
import { ReflectionPanel } from './ReflectionPanel';
import { SourceCheckPanel } from './SourceCheckPanel';
import { Speak } from './Speak';
import { tiles } from './tiles';

/** The step that runs now: what it needs from the teacher, and what comes next. */
export function Lesson({ desk, remaining, refused, onRefusedRead }: { desk: Desk; remaining: number | undefined; refused?: string; onRefusedRead: () => void }) {
  const lesson = desk.view.class;
  const step = lesson.current;
  return (
    <>
      <Head desk={desk} remaining={remaining} />
      <Progress desk={desk} />
      <div role="status">
        {refused !== undefined && (
          <p class="notice row between"><span>{refused}</span><button type="button" class="small-button" onClick={onRefusedRead}>Got it</button></p>
        )}
      </div>
      {lesson.eyesUp && lesson.phase !== 'ended' && <p class="notice">Every student’s screen is frozen and the time stands still. Tap “Eyes up is on” to go on.</p>}
      <Questions desk={desk} />
      {lesson.phase === 'lobby' && <Lobby desk={desk} />}
      {lesson.phase === 'ended' && <p class="card">Nobody writes any more. The report shows who took part, what the quiz taught and every argument with its evidence.</p>}
      {lesson.phase === 'running' && step === undefined && <p class="card">No step is open. Students see that the next one is on its way.</p>}
      {lesson.phase !== 'ended' && step !== undefined && <Step desk={desk} step={step} />}
      {lesson.phase === 'running' && <Speak desk={desk} />}
      <Plan desk={desk} />
      <Next desk={desk} />
    </>
  );
}

function Lobby({ desk }: { desk: Desk }) {
  return (
    <>
      <Invitation desk={desk} />
      <section class="card"><p class="small">The question</p><p class="question">{desk.view.class.question}</p></section>
    </>
  );
}

function Step({ desk, step }: { desk: Desk; step: string }) {
  const { view, ask } = desk;
  const script = view.scripts[step];
  const closed = view.class.steps[step]!.status !== 'open';
  const numbers = tiles(view, step);
  return (
    <>
      {closed && (
        <p class="notice row between"><span>This step is closed: students read it but cannot write.</span><button type="button" class="small-button" onClick={once(() => ask({ kind: 'step.open', step }))}>Open it again</button></p>
      )}
      {script && <p class="script"><span class="small">You might say</span> {script}</p>}
      {numbers.length > 0 && (
        <dl class="tiles">
          {numbers.map((tile) => <div key={tile.label} class="card tile"><dt>{tile.label}</dt><dd>{tile.value}</dd></div>)}
        </dl>
      )}
      <Panel desk={desk} step={step} />
    </>
  );
}

function Panel({ desk, step }: { desk: Desk; step: string }) {
  const it = desk.view.steps[step];
  switch (it?.kind) {
    case 'norms': return <NormsPanel desk={desk} step={step} norms={it} />;
    case 'reading': return <ReadingPanel desk={desk} step={step} reading={it} />;
    case 'quiz': return <QuizPanel desk={desk} step={step} quiz={it} />;
    case 'debate': return <DebatePanel desk={desk} step={step} debate={it} />;
    case 'sourceCheck': return <SourceCheckPanel desk={desk} step={step} check={it} />;
    case 'poll': return <PollPanel desk={desk} step={step} poll={it} />;
    case 'controversy': return <ControversyPanel desk={desk} step={step} controversy={it} />;
    case 'reflection': return <ReflectionPanel desk={desk} reflection={it} />;
    default: return null;
  }
}

/** Where the lesson stands, as a line of steps. */
function Progress({ desk }: { desk: Desk }) {
  const { stepOrder, steps } = desk.view.class;
  return <div class="steps" aria-hidden="true">{stepOrder.map((id) => <i key={id} class={steps[id]!.status} />)}</div>;
}
