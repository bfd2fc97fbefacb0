import type { DebateView, MyDebate } from '../contract';
import { SideTag } from '../parts/sides';
import { Norms } from '../norms/Norms';
import { Early } from '../seat/Early';
import { openGate, useHeadingFocus, type StepProps } from '../seat/step';
import { unsentIn } from '../seat/unsent';
import { Unsent } from '../seat/LeftOver';
import { useSending } from '../seat/useSending';
import { Board } from './Board';
import { draftField, type Target } from './form';
import { Mine } from './Mine';
import { Write } from './Write';

type Props = StepProps<DebateView, MyDebate>;

/** The board, or one post being written; norms come first for whoever has not accepted them. */
export function Debate(props: Props) {
  const { lesson, me, mode, writing: target, write } = props;
  const gate = target && mode !== 'closed' ? openGate(lesson, me) : undefined;
  const [norms, mine] = gate ? [lesson.open[gate], me.steps[gate]] : [];
  if (gate && norms?.kind === 'norms' && mine?.kind === 'norms')
    return <Norms {...props} step={gate} head={lesson.steps[gate] ?? props.head} view={norms} my={mine} gate />;
  if (target) return <Write {...props} key={draftField(props.step, target)} target={target} leave={() => write(undefined)} />;
  return <Room {...props} />;
}

function Room({ live, lesson, me, step, head, view, my, mode, posts, write }: Props) {
  const sending = useSending(live);
  const heading = useHeadingFocus(`${step}/board`);
  const canWrite = mode !== 'closed';
  const stands = my.order.map((id) => my.mine[id]?.status);
  const [isWaiting, isOnBoard] = [stands.includes('pending'), stands.includes('approved')];
  const hasPosted = isWaiting || isOnBoard;
  const fresh: Target = { kind: 'argue' };
  const hasDraft = live.drafts.text(draftField(step, fresh)) !== '';
  return (
    <>
      <main id="main" class="page wide-page stack">
        <h1 ref={heading} tabIndex={-1}>{view.prompt}</h1>
        {my.side && mode !== 'closed' && (
          <section class="card stack">
            <p class="row">
              You write for <SideTag position={lesson.positions[my.side]} />
            </p>
            <p class="small">The sides were drawn by lot. They say nothing about what anyone believes.</p>
          </section>
        )}
        {!my.side && view.sides === 'both' && mode !== 'closed' && <p class="small">In this debate everyone writes for both sides. That says nothing about what anyone believes.</p>}
        {sending.refused && <p class="error-box" role="alert">{sending.refused}</p>}
        <Mine lesson={lesson} view={view} my={my} canWrite={canWrite} write={write} withdraw={(argument) => sending.send({ kind: 'debate.withdraw', step, argument })} />
        {hasPosted && canWrite && <Early early={head.early}>{isWaiting ? 'While you wait, read' : 'Now read'} the other side and answer it.</Early>}
        {view.oneWaits && isWaiting && canWrite && <p class="small">One post of yours waits at a time. You can write the next one and send it once this one is decided; your text is kept.</p>}
        {mode === 'closed' && <p class="notice">The debate is closed. You can go on reading.</p>}
        {mode === 'closed' && <Unsent lesson={lesson} posts={posts} texts={unsentIn(step, me, live.drafts)} />}
        <Board lesson={lesson} view={view} my={my} canWrite={canWrite} mark={mode === 'open' ? (argument, version, mark, on) => void sending.send({ kind: 'debate.mark', step, argument, version, mark, on }) : undefined} answer={(kind, on) => write({ kind, on })} />
      </main>
      {canWrite && (
        <footer class="foot row between">
          <span class="small">{me.postingPaused ? 'Your posting is paused' : live.isSending ? 'Sending…' : hasDraft ? 'A draft is kept' : ''}</span>
          <button type="button" class="primary" onClick={() => write(fresh)}>
            {hasDraft ? 'Go on writing' : hasPosted ? 'Write another' : 'Write an argument'}
          </button>
        </footer>
      )}
    </>
  );
}
