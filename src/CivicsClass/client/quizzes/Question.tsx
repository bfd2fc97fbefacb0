import type { ComponentChildren } from 'preact';
import type { ClassView, QuestionView } from '../contract';
import { asDate } from '../parts/dates';
import { useHeadingFocus } from '../seat/step';
import { Answers } from './Answers';
import { letter, shuffled } from './shuffle';

interface Props {
  lesson: ClassView;
  item: string;
  of: number;
  question: QuestionView;
  seed: number;
  saved: string[];
  onTheWay: { options: string[]; refused?: string } | undefined;
  isOpen: boolean;
  isPaused: boolean;
  choose: (options: string[]) => void;
  overview: ComponentChildren;
  after: ComponentChildren;
  moves: ComponentChildren;
}

/** One question with its options; after the reveal, why. */
export function Question({ lesson, item, of, question, seed, saved, onTheWay, isOpen, isPaused, choose, overview, after, moves }: Props) {
  const heading = useHeadingFocus(`quiz/${item}`);
  const order = question.kind === 'trueFalse' ? question.optionOrder : shuffled(question.optionOrder, seed, item);
  const chosen = onTheWay?.options ?? saved;
  const isSaving = onTheWay !== undefined && onTheWay.refused === undefined;
  const letters = order.flatMap((option, place) => (saved.includes(option) ? [letter(place)] : [])).join(', ');
  const toggle = (option: string) =>
    choose(question.kind === 'multiple' ? (chosen.includes(option) ? chosen.filter((one) => one !== option) : [...chosen, option]) : [option]);
  return (
    <>
      <main id="main" class="page stack">
        {overview}
        <fieldset class="stack" aria-describedby="how">
          <legend>
            <span class="small">
              Question {question.number} of {of}
              {question.asOf && ` · as of ${asDate(question.asOf)}`}
            </span>
            <h1 ref={heading} tabIndex={-1}>{question.stem}</h1>
          </legend>
          <p class="small" id="how">
            {hint(question, isOpen, isPaused, saved.length > 0)}
          </p>
          {order.map((option, place) => (
            <label key={option} class={optionClass(question, option, chosen)}>
              <input
                type={question.kind === 'multiple' ? 'checkbox' : 'radio'}
                class="unseen"
                name={item}
                checked={chosen.includes(option)}
                disabled={!isOpen}
                onChange={() => toggle(option)}
              />
              <b aria-hidden="true">{letter(place)}</b>
              <span>
                {question.options[option]}
                {question.revealed && (
                  <span class="row marks">
                    {question.revealed.key.includes(option) && <span class="tag good">right answer</span>}
                    {saved.includes(option) && <span class="tag">your answer</span>}
                  </span>
                )}
              </span>
            </label>
          ))}
        </fieldset>
        {question.revealed && <Answers lesson={lesson} question={question} revealed={question.revealed} order={order} mine={saved} />}
        {after}
      </main>
      <footer class="foot row between">
        {onTheWay?.refused && <p class="error foot-refusal" role="alert">{onTheWay.refused}</p>}
        <span key={isSaving ? 'saving' : letters} translate={false} class={isSaving || !letters ? 'small' : 'saved'}>
          {isSaving ? 'Saving…' : letters ? `Saved · ${letters}` : question.revealed ? 'You gave no answer' : 'No answer yet'}
        </span>
        {moves || <span class="small">{waiting(question)}</span>}
      </footer>
    </>
  );
}

function hint(question: QuestionView, isOpen: boolean, isPaused: boolean, isAnswered: boolean): string {
  if (question.revealed) return 'The answer is shown below.';
  if (isPaused && question.status === 'open') return isAnswered ? 'Paused. Your answer is kept.' : 'Paused. You can answer when the lesson goes on.';
  if (!isOpen) return 'This question is closed. Your teacher will show the answer.';
  return `${question.kind === 'multiple' ? 'Choose every answer that is right. ' : ''}You can change your answer until the question closes.`;
}

function waiting(question: QuestionView): string {
  if (question.revealed) return 'The next question comes here';
  return question.status === 'open' ? '' : 'Waiting for the answer';
}

function optionClass(question: QuestionView, option: string, chosen: string[]): string {
  const parts = ['option'];
  if (chosen.includes(option)) parts.push('on');
  if (question.revealed?.key.includes(option)) parts.push('right');
  return parts.join(' ');
}
