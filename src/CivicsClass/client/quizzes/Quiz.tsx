import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MyQuiz, QuizView } from '../contract';
import { Refused } from '../live/outbox';
import { announce } from '../parts/Announcer';
import { Early } from '../seat/Early';
import { LookingBack } from '../seat/LookingBack';
import { useHeadingFocus, type StepProps } from '../seat/step';
import { questionNow } from '../seat/whereClassIs';
import { Overview } from './Overview';
import { Question } from './Question';

/** What the student chose and the server has not stored yet. */
interface OnTheWay {
  options: string[];
  refused?: string;
}

export function Quiz({ live, lesson, step, head, view, my, mode }: StepProps<QuizView, MyQuiz>) {
  const opened = view.order.filter((item) => view.questions[item]);
  const isSelf = view.pace === 'self';
  const firstOpen = opened.find((item) => view.questions[item]?.status === 'open' && !my.answers[item]?.length);
  const [picked, pick] = useState<string | undefined>(isSelf ? firstOpen ?? opened[0] : undefined);
  const [onTheWay, setOnTheWay] = useState<Record<string, OnTheWay>>({});
  const latest = useRef<Record<string, string[]>>({});
  useEffect(() => {
    if (!isSelf) pick(undefined);
  }, [isSelf, view.current]);

  const item = picked ?? (isSelf ? opened[0] : view.current);
  const question = item === undefined ? undefined : view.questions[item];
  if (item === undefined || !question)
    return (
      <NoQuestion step={step} title={head.title} isOver={mode === 'closed'}>
        {opened.length > 0 && <Overview view={view} my={my} at={undefined} go={pick} />}
      </NoQuestion>
    );

  const choose = async (options: string[]) => {
    latest.current[item] = options;
    setOnTheWay((before) => ({ ...before, [item]: { options } }));
    let refused: string | undefined;
    try {
      await live.do({ kind: 'quiz.answer', step, item, options });
    } catch (why) {
      refused = why instanceof Refused ? why.sentence : String(why);
      announce(refused);
    }
    if (latest.current[item] !== options) return;
    if (!refused) announce('Saved.');
    setOnTheWay(({ [item]: _, ...rest }) => (refused ? { ...rest, [item]: { options: my.answers[item] ?? [], refused } } : rest));
  };

  const answered = opened.filter((id) => my.answers[id]?.length).length;
  const revealed = opened.filter((id) => view.questions[id]?.revealed);
  const at = view.order.indexOf(item);
  const go = (to: number) => {
    pick(view.order[to]);
    scrollTo(0, 0);
  };
  return (
    <Question
      key={item}
      lesson={lesson}
      item={item}
      of={view.order.length}
      question={question}
      seed={my.seed}
      saved={my.answers[item] ?? []}
      onTheWay={onTheWay[item] ?? live.left.waiting('quiz.answer').findLast((left) => left.step === step && left.item === item)}
      isOpen={mode === 'open' && question.status === 'open'}
      isPaused={mode === 'paused'}
      choose={(options) => void choose(options)}
      overview={
        <>
          {(isSelf || opened.length > 1) && <Overview view={view} my={my} at={item} go={pick} />}
          {!isSelf && mode !== 'closed' && view.current !== undefined && item !== view.current && <LookingBack classIs={questionNow(view)} go={() => pick(undefined)} />}
        </>
      }
      after={
        revealed.length === view.order.length ? (
          <Early early={mode === 'closed' ? '' : head.early}>{score(view, my)}</Early>
        ) : isSelf && answered === opened.length && mode !== 'closed' ? (
          <Early early={head.early}>You have answered every question. You can change your answers until your teacher closes the quiz.</Early>
        ) : undefined
      }
      moves={
        isSelf && (
          <span class="row">
            <button type="button" disabled={at <= 0} onClick={() => go(at - 1)}>
              Back
            </button>
            <button type="button" class={my.answers[item]?.length ? 'primary' : ''} disabled={at >= view.order.length - 1} onClick={() => go(at + 1)}>
              Next
            </button>
          </span>
        )
      }
    />
  );
}

function NoQuestion({ step, title, isOver, children }: { step: string; title: string; isOver: boolean; children: ComponentChildren }) {
  const heading = useHeadingFocus(`${step}/none`);
  return (
    <main id="main" class="page stack">
      <h1 ref={heading} tabIndex={-1}>{title}</h1>
      <p>{isOver ? 'No question was asked in this quiz.' : 'Your teacher will open the first question. It will show here.'}</p>
      {children}
    </main>
  );
}

function score(view: QuizView, my: MyQuiz): string {
  const right = view.order.filter((item) => {
    const [key, mine] = [view.questions[item]?.revealed?.key, my.answers[item] ?? []];
    return key && key.length === mine.length && key.every((option) => mine.includes(option));
  }).length;
  return `You had ${right} of ${view.order.length} right. Only you and your teacher see this. Look at each question again to see why.`;
}
