import { useState } from 'preact/hooks';
import type { QuestionStatus, TeacherQuestion, TeacherQuiz } from '../contract';
import { type Desk, once } from './desk';
import { count, outOf } from './classroom';
import { Share } from './Share';

const STATUS: Record<QuestionStatus, string> = { waiting: 'not opened', open: 'open', closed: 'closed', revealed: 'answer shown' };

type Part = { desk: Desk; step: string; quiz: TeacherQuiz };

export function QuizPanel(part: Part) {
  const { quiz } = part;
  const now = quiz.current === undefined ? undefined : quiz.questions[quiz.current];
  return (
    <>
      {quiz.pace === 'teacher' && quiz.current !== undefined && now && <Current {...part} item={quiz.current} question={now} />}
      <section class="card stack">
        <h2>{quiz.pace === 'self' ? 'Question by question, at their own pace' : 'All questions'}</h2>
        <ol class="questions">
          {quiz.order.map((item) => <Line key={item} {...part} item={item} question={quiz.questions[item]!} />)}
        </ol>
      </section>
    </>
  );
}

function Current({ desk, step, item, question }: Part & { item: string; question: TeacherQuestion }) {
  const { view, safe, ask } = desk;
  return (
    <section class="card stack" aria-label={`Question ${question.number}`}>
      <div class="row between small">
        <span>Question {question.number} · {STATUS[question.status]}</span>
        <span class="figure">{question.answers} of {outOf(view, question.answers)} answered</span>
      </div>
      <h2 class="stem">{question.stem}</h2>
      <Options key={item} question={question} safe={safe} />
      {question.status === 'revealed' && <p class="explanation">{question.explanation}</p>}
      <div class="row wrap">
        {question.status === 'open' && <button type="button" onClick={once(() => ask({ kind: 'quiz.close', step, item }))}>Close the question</button>}
        {question.status === 'closed' && (
          <button type="button" onClick={once(() => ask({ kind: 'quiz.open', step, item }))}>Open it again</button>
        )}
      </div>
    </section>
  );
}

/** Live counts, and the key when asked for: a class that sees the teacher's screen must not see it by the way. In the wall-safe view neither shows before the answer does. */
function Options({ question, safe, explain = false }: { question: TeacherQuestion; safe: boolean; explain?: boolean }) {
  const [asked, ask] = useState(false);
  const revealed = question.status === 'revealed';
  const shown = !safe || revealed;
  const withKey = revealed || (asked && !safe);
  return (
    <>
      <ul class="options">
        {question.options.map((option) => (
          <li key={option.id} class={withKey && option.correct ? 'key' : undefined}>
            {shown ? (
              <Share
                label={<>{withKey && option.correct && <strong class="keyMark">✓ right </strong>}{option.text}</>}
                value={option.count} of={question.answers} words={String(option.count)}
              />
            ) : option.text}
            {withKey && !safe && option.misconception && option.count > 0 && <p class="small misconception">Misconception: {option.misconception}</p>}
          </li>
        ))}
      </ul>
      {explain && withKey && <p class="small">{question.explanation}</p>}
      {!revealed && !safe && (
        <p><button type="button" class="small-button quiet keyButton" aria-pressed={asked} onClick={() => ask(!asked)}>{asked ? 'Hide the key' : 'Show the key'}<span class="unseen"> to question {question.number}</span></button></p>
      )}
    </>
  );
}

function Line({ desk, step, quiz, item, question }: Part & { item: string; question: TeacherQuestion }) {
  const { view, safe, ask } = desk;
  const self = quiz.pace === 'self';
  const right = (question.status === 'revealed' || (self && !safe)) && question.answers > 0 ? ` · ${question.right} right` : '';
  const words = question.status === 'waiting' && !self ? STATUS.waiting
    : `${self && question.status !== 'revealed' ? '' : `${STATUS[question.status]} · `}${self ? `${question.answers} of ${outOf(view, question.answers)} answered` : count(question.answers, 'answer')}${right}`;
  return (
    <li aria-current={item === quiz.current ? 'true' : undefined}>
      <details>
        <summary><span class="number">{question.number}</span><span class="stemLine">{question.stem}</span><span class="small">{words}</span></summary>
        <Options question={question} safe={safe} explain />
        {!self && (question.status === 'waiting' || question.status === 'closed') && view.class.steps[step]!.status === 'open' && (
          <button type="button" class="small-button" onClick={once(() => ask({ kind: 'quiz.open', step, item }))}>
            {question.status === 'waiting' ? 'Open this question' : 'Open it again'}
          </button>
        )}
      </details>
    </li>
  );
}
