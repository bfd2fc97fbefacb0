import type { WallOption, WallQuestion, WallQuiz, WallView } from '../contract';
import { Meter } from './Meter';
import { Fitted } from './Fitted';

/** No letters beside the options: every student sees them in an order of their own. */
export function QuizWall({ view, quiz }: { view: WallView; quiz: WallQuiz }) {
  if (quiz.question) return <Question view={view} of={quiz.of} question={quiz.question} />;
  if (quiz.pace === 'teacher') return <div class="centre"><h1>{quiz.of === 1 ? 'One question' : `${quiz.of} questions`}</h1><p class="lead">The first one opens soon, here and on your screen.</p></div>;
  return (
    <div class="centre">
      <h1>{quiz.of === 1 ? 'One question' : `${quiz.of} questions`}, at your own pace</h1>
      <p class="lead">You can change an answer until the quiz closes.</p>
      <Meter done={quiz.finished} of={view.here} words="have answered every question" />
    </div>
  );
}

function Question({ view, of, question }: { view: WallView; of: number; question: WallQuestion }) {
  const revealed = question.status === 'revealed';
  const heard = revealed ? (question.answers === 1 ? '1 answer' : `${question.answers} answers`) : `${question.answers} of ${Math.max(view.here, question.answers)} answered`;
  return (
    <Fitted of={`${question.number} ${revealed}`} name="quizWall">
      <p class="lead">Question {question.number} of {of} · <b>{heard}</b>{question.status === 'closed' && ' · closed'}</p>
      <h1>{question.stem}</h1>
      <ul class={revealed ? 'answers revealed' : 'answers'}>
        {question.options.map((option) => revealed ? <Result key={option.text} option={option} /> : <li key={option.text}><span>{option.text}</span></li>)}
      </ul>
      {revealed && question.explanation && <p class="explain">{question.explanation}</p>}
    </Fitted>
  );
}

function Result({ option }: { option: WallOption }) {
  const percent = option.percent ?? 0;
  return (
    <li class={option.correct ? 'right' : undefined}>
      <span class="text">{option.correct && <strong>✓ Right: </strong>}{option.text}</span>
      <div class="bar" aria-hidden="true"><i style={{ width: `${percent}%` }} /></div>
      <span class="percent">{percent} %</span>
    </li>
  );
}
