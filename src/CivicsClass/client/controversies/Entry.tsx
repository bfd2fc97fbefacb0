import { useState } from 'preact/hooks';
import type { ClassView, EntryView, FeedbackView, MyTeam } from '../contract';
import { Marked } from '../parts/Marked';
import { Quote } from '../parts/Quote';
import { sideClass } from '../parts/sides';
import { languageOf } from '../seat/step';
import { lookalike } from './teams';

interface Props {
  id: string;
  entry: EntryView;
  lesson: ClassView;
  team: MyTeam;
  me: string;
  /** Absent where it can only be read. */
  change?: (() => void) | undefined;
  drop?: (() => Promise<unknown>) | undefined;
}

/** One entry as the pair or the team reads it, and what can be done with it. */
export function Entry({ id, entry, lesson, team, me, change, drop }: Props) {
  const [asking, ask] = useState(false);
  const name = (of: string) => (of === me ? 'you' : (team.members[of]?.name ?? 'somebody who left'));
  const by = entry.savedBy === entry.author ? `By ${name(entry.author)}` : `By ${name(entry.author)}, last changed by ${name(entry.savedBy)}`;
  const like = entry.part === 'reason' ? lookalike(team, entry) : undefined;
  return (
    <article class={`card stack entry ${sideClass(lesson.positions[entry.side ?? ''])}`} id={`entry-${id}`}>
      {entry.held && <p class="tag">Waiting: your teacher looks at this first</p>}
      <p class="written claim"><Marked text={entry.text} marks={entry.held ?? []} /></p>
      {entry.quotations.map((quotation) => (
        <Quote key={`${quotation.passage}/${quotation.exact}`} quotation={quotation} lang={languageOf(lesson, quotation)} />
      ))}
      <p class="small">{by}</p>
      {entry.held && <p class="small">The marked words are why. Your team reads it once your teacher has looked, or you can change it now.</p>}
      {like && (
        <p class="notice small-notice">
          This is close to what the other pair wrote: “{like}” You may keep it. Is there something they did not see?
        </p>
      )}
      {(change ?? drop) && !asking && (
        <p class="row">
          {change && <button type="button" class="quiet" onClick={change}>Change<span class="unseen">: {entry.text}</span></button>}
          {drop && <button type="button" class="quiet" onClick={() => ask(true)}>Take off<span class="unseen">: {entry.text}</span></button>}
        </p>
      )}
      {asking && drop && (
        <p class="row" role="group" aria-label="Take it off?">
          <span>Take it off for both of you?</span>
          <button type="button" class="danger" onClick={() => void drop().then(() => ask(false))}>Take off</button>
          <button type="button" onClick={() => ask(false)}>Keep it</button>
        </p>
      )}
    </article>
  );
}

/** What the teacher sent back: only its author sees it, with why, and can say it in another way. */
export function SentBack({ text, feedback, again, putAway }: { text: string; feedback: FeedbackView; again?: (() => void) | undefined; putAway?: (() => void) | undefined }) {
  return (
    <article class="card stack mine returned">
      <p class="tag">Back to you. Your team does not see it.</p>
      <p class="written">{text}</p>
      <div class="notice stack">
        <p>{feedback.sentence}</p>
        {feedback.note && <p><strong>Your teacher adds:</strong> {feedback.note}</p>}
        {feedback.starter && <p class="small">You could begin with: “{feedback.starter}”</p>}
      </div>
      {(again ?? putAway) && (
        <p class="row">
          {again && <button type="button" class="primary" onClick={again}>Say it in another way</button>}
          {putAway && <button type="button" class="quiet" onClick={putAway}>Put it away</button>}
        </p>
      )}
    </article>
  );
}
