import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { ClassView, MyView, StepView } from '../contract';
import { draftField, type Target } from '../debates/form';
import { Posts } from '../debates/posts';
import { Refusals } from '../debates/Refusals';
import { Lobby } from '../lobby/Lobby';
import { WordStrip } from '../lobby/Word';
import { useLive } from '../live/useLive';
import { Norms } from '../norms/Norms';
import { Announcer, announce } from '../parts/Announcer';
import { Countdown } from '../parts/Countdown';
import { StatusBar } from '../parts/StatusBar';
import { Quiz } from '../quizzes/Quiz';
import { NotTaken } from '../readings/NotTaken';
import { Reading } from '../readings/Reading';
import { useTray } from '../readings/useTray';
import { Reflection } from '../reflections/Reflection';
import { CameBack } from './CameBack';
import { EyesUp } from './EyesUp';
import { Later, usePart, useWhatComes } from './Later';
import { LookingBack } from './LookingBack';
import { Message } from './Message';
import { NotTakenEarlier } from './NotTakenEarlier';
import { Top } from './Top';
import { NotSaved, Over } from './LeftOver';
import { useNews } from './useNews';
import { whereClassIs } from './whereClassIs';
import { modeOf, type StepProps, type StudentLive } from './step';

/** A student's place in the class: one thing at a time, and always what happens next. */
export function Seat({ live, word, isNew = false }: { live: StudentLive; word: string | undefined; isNew?: boolean }) {
  useLive(live);
  const { class: lesson, my: me } = live.views;
  if (live.status === 'removed')
    return (
      <Message title="You are not in this class any more">
        <p>{live.removed}</p>
        <p>
          <a class="btn" href="/">
            Join with a code
          </a>
        </p>
      </Message>
    );
  if (!lesson || !me)
    return (
      <Message title="Joining your class">
        <p role="status">{live.status === 'reconnecting' ? 'The connection is slow. Trying again.' : 'One moment.'}</p>
      </Message>
    );
  return <Class live={live} lesson={lesson} me={me} word={word} isNew={isNew} />;
}

function Class({ live, lesson, me, word, isNew }: { live: StudentLive; lesson: ClassView; me: MyView; word: string | undefined; isNew: boolean }) {
  const [mustKeepWord, keptWord] = useState(isNew);
  const [lookingAt, lookAt] = useState<string>();
  const [writing, write] = useState<{ step: string; target: Target }>();
  const posts = usePosts(live);
  const tray = useTray(live, lesson, me);
  const cameLate = useRef(lesson.phase !== 'lobby');
  const current = lesson.phase === 'running' ? lesson.current : undefined;
  const shown = lookingAt !== undefined && lesson.open[lookingAt] ? lookingAt : current;
  const { cameBack, read } = useNews(lesson, me, ({ step, argument }) => shown === step && (writing?.step !== step || writing.target.argument === argument));
  const before = useRef(current);
  useEffect(() => {
    if (before.current === current) return;
    before.current = current;
    lookAt(undefined);
    write(undefined);
    scrollTo(0, 0);
    if (current) announce(`Now: ${lesson.steps[current]?.title}.`);
  }, [current]);
  useEffect(() => {
    document.title = `${shown ? lesson.steps[shown]?.title : lesson.title} · ${me.alias}`;
  }, [shown, lesson.title, me.alias]);

  useWhatComes(lesson);
  const Help = usePart('help', lesson.phase !== 'lobby')?.Help;

  const isLookingBack = current !== undefined && shown !== current;
  const clock = <Countdown timer={lesson.timer} clock={live.clock} />;
  const look = (step: string) => {
    lookAt(step === current ? undefined : step);
    scrollTo(0, 0);
  };
  return (
    <>
      <div class="seat" inert={lesson.eyesUp}>
        <a class="skip" href="#main">
          Skip to the step
        </a>
        <Top lesson={lesson} me={me} word={word} shown={shown} look={look} clock={isLookingBack ? undefined : clock}>
          <NotTakenEarlier lesson={lesson} left={live.left} />
          <NotSaved lesson={lesson} posts={posts} shown={shown} />
          {isLookingBack && <LookingBack classIs={whereClassIs(lesson)} clock={clock} go={() => look(current)} />}
          <Refusals
            lesson={lesson}
            posts={posts}
            onForm={writing && writing.step === shown ? draftField(writing.step, writing.target) : undefined}
            goOn={({ step, target }) => {
              look(step);
              write({ step, target });
            }}
          />
          <NotTaken changes={tray.refused.filter(({ step }) => step !== shown)} read={tray.read} />
          <CameBack
            posts={cameBack}
            me={me}
            read={read}
            look={(step) => {
              look(step);
              write(undefined);
            }}
          />
        </Top>
        <StatusBar status={live.status} heldUp={live.isHeldUp} kept={live.keepsOnDevice} />
        {lesson.timer.paused && !lesson.eyesUp && (
          <p class="banner" role="status">
            {pausedWords(shown === undefined ? undefined : lesson.open[shown]?.kind)}
          </p>
        )}
        {me.postingPaused && (
          <p class="banner" role="status">
            Your teacher has paused your posting. What you write is kept; talk to your teacher.
          </p>
        )}
        {mustKeepWord && word && lesson.phase === 'running' && (
          <WordStrip word={word} open={cameLate.current} done={() => keptWord(false)} />
        )}
        {shown !== undefined && shown === current && lesson.steps[shown]?.status === 'closed' && (
          <p class="banner" role="status">
            This step is closed. Your teacher will open the next one.
          </p>
        )}
        {Help && <Help live={live} lesson={lesson} me={me} />}
        {shown === undefined ? <Between {...{ live, lesson, me, posts, word }} /> : (
          <Shown
            key={shown}
            {...{ live, lesson, me, posts, tray, look }}
            step={shown}
            writing={writing?.step === shown ? writing.target : undefined}
            write={(target) => write(target && { step: shown, target })}
          />
        )}
      </div>
      {lesson.eyesUp && <EyesUp />}
      <Announcer />
    </>
  );
}

function pausedWords(kind: StepView['kind'] | undefined): string {
  if (kind === 'debate' || kind === 'sourceCheck' || kind === 'controversy' || kind === 'reflection') return 'The lesson is paused. You can go on reading and writing; send it when the lesson goes on.';
  if (kind === 'reading') return 'The lesson is paused. You can go on reading.';
  return 'The lesson is paused. Your teacher will go on soon.';
}

/** The same for the whole stay; renders again whenever a post is sent, stored or refused. */
function usePosts(live: StudentLive): Posts {
  const [posts] = useState(() => new Posts(live));
  const [, render] = useReducer<number, void>((n) => n + 1, 0);
  useEffect(() => posts.subscribe(() => render()), [posts]);
  return posts;
}

function Between({ word, ...seat }: Pick<StepProps<never, never>, 'live' | 'lesson' | 'me' | 'posts'> & { word: string | undefined }) {
  if (seat.lesson.phase === 'ended') return <Over {...seat} />;
  return <Lobby lesson={seat.lesson} me={seat.me} word={word} />;
}

function Shown(seat: Pick<StepProps<never, never>, 'live' | 'lesson' | 'me' | 'step' | 'posts' | 'tray' | 'writing' | 'write' | 'look'>) {
  const { lesson, me, step } = seat;
  const [head, view, my] = [lesson.steps[step], lesson.open[step], me.steps[step]];
  if (!head || !view || !my)
    return (
      <main id="main" class="page stack">
        <h1>{head?.title ?? 'One moment'}</h1>
        <p role="status">This step is being opened.</p>
      </main>
    );
  const props = { ...seat, head, mode: modeOf(lesson, step) };
  if (view.kind === 'norms' && my.kind === 'norms') return <Norms {...props} view={view} my={my} />;
  if (view.kind === 'reading' && my.kind === 'reading') return <Reading {...props} view={view} my={my} />;
  if (view.kind === 'quiz' && my.kind === 'quiz') return <Quiz {...props} view={view} my={my} />;
  if (view.kind === 'debate' && my.kind === 'debate') return <Later kind="debate" title={head.title} show={({ Debate }) => <Debate {...props} view={view} my={my} />} />;
  if (view.kind === 'sourceCheck' && my.kind === 'sourceCheck') return <Later kind="sourceCheck" title={head.title} show={({ SourceCheck }) => <SourceCheck {...props} view={view} my={my} />} />;
  if (view.kind === 'poll' && my.kind === 'poll') return <Later kind="poll" title={head.title} show={({ Poll }) => <Poll {...props} view={view} my={my} />} />;
  if (view.kind === 'controversy' && my.kind === 'controversy') return <Later kind="controversy" title={head.title} show={({ Controversy }) => <Controversy {...props} view={view} my={my} />} />;
  if (view.kind === 'reflection' && my.kind === 'reflection') return <Reflection {...props} view={view} my={my} />;
  return null;
}
