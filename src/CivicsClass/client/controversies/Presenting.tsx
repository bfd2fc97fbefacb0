import { useEffect, useRef, useState } from 'preact/hooks';
import type { PresentingView } from '../contract';
import { useDraft } from '../live/useLive';
import { Early } from '../seat/Early';
import { Screen, type TeamProps } from './Controversy';
import { Entry, SentBack } from './Entry';
import { MAX, notesField, sayField } from './form';
import { Say } from './Say';
import { NOTE_STARTERS, RESTATE_STARTERS } from './starters';
import { them } from './Team';
import { entriesOf } from './teams';
import { roleOf, turnTitle, turnWords, type Role } from './turns';

type Props = TeamProps & { now: PresentingView; role: Role; they: string };

/** Whose turn it is, and the one thing this pair does now. */
export function Presenting(props: TeamProps) {
  const now = props.team.presenting;
  const title = useFocusIfLost(`${now?.turn}/${now?.round}/${now?.stage}`);
  if (!now) return <Screen {...props}><p role="status">One moment.</p></Screen>;
  const role = roleOf(now, props.team.pair);
  const all: Props = { ...props, now, role, they: them(props) };
  const key = `${now.turn}/${now.round}/${now.stage}`;
  return (
    <Screen {...props} foot={<Foot key={key} {...all} />}>
      <Turns {...all} />
      <section class={`card stack turn ${isOurs(role) ? 'ours' : ''}`} role="status">
        <h2 class="turn-title" ref={title} tabIndex={-1}>{turnTitle(role, all.they, now.round > 0)}</h2>
        <p>{turnWords(role, all.they, props.view.written)}</p>
        {role !== 'done' && <p class="small">The rule: nobody answers or rebuts before “You stated it fairly”.</p>}
      </section>
      <Texts {...all} />
      <Doing key={key} {...all} />
      {role === 'done' && <Early early={props.head.early}>Your teacher opens the next part when the teams are ready. Meanwhile: which of their reasons would be hardest for you to answer? Tell your partner why.</Early>}
    </Screen>
  );
}

/** The button that was pressed goes with its stage: the keyboard goes on at the new one, and stays with whoever is writing. */
function useFocusIfLost(stage: string) {
  const title = useRef<HTMLHeadingElement>(null);
  const before = useRef(stage);
  useEffect(() => {
    if (before.current !== stage && document.activeElement === document.body) title.current?.focus();
    before.current = stage;
  }, [stage]);
  return title;
}

function isOurs(role: Role): boolean {
  return role === 'present' || role === 'restate' || role === 'judge';
}

/** Two turns of three small steps, with where the team stands. */
function Turns({ now }: Props) {
  const at = now.stage === 'done' ? 6 : now.turn * 3 + ['presenting', 'restating', 'judging'].indexOf(now.stage);
  return (
    <ol class="turns" aria-label="How far your team is">
      {['Present', 'Restate', 'Fair?', 'Present', 'Restate', 'Fair?'].map((words, n) => (
        <li key={n} class={n < at ? 'done' : n === at ? 'now' : ''} aria-current={n === at ? 'step' : undefined}>
          <span class="unseen">{n < 3 ? 'First pair: ' : 'Second pair: '}</span>
          {words}
          <span class="unseen">{n < at ? ', done' : ''}</span>
        </li>
      ))}
    </ol>
  );
}

/** What was written and sent so far in this turn. */
function Texts({ now, they, role }: Props) {
  const ours = role === 'present' || role === 'hear' || role === 'judge';
  const back = now.feedback && lastOwn(now);
  return (
    <>
      {now.held && (
        <p class="notice" role="status">
          {isOurs(role) ? 'A text of your pair is with your teacher first. Then the other pair reads it. Whoever wrote it can still change it.' : 'Your teacher looks at a text of the other pair first. You can read it in a moment.'}
        </p>
      )}
      {now.feedback && back && <SentBack text={back} feedback={now.feedback} />}
      {now.presented && now.presented !== back && (
        <section class="said">
          <h3>{ours ? 'What you presented' : `What ${they} presented`}</h3>
          <p class="written">{now.presented}</p>
        </section>
      )}
      {now.restated && now.restated !== back && (
        <section class="said">
          <h3>{ours ? `How ${they} restated it` : 'How you restated it'}</h3>
          <p class="written">{now.restated}</p>
        </section>
      )}
      {now.note && now.stage !== 'judging' && now.stage !== 'done' && (
        <section class="said note">
          <h3>{ours ? 'What you asked for' : 'Not quite yet'}</h3>
          <p class="written">{now.note}</p>
        </section>
      )}
    </>
  );
}

/** What the pair whose part it is wrote last for this stage, as far as this student may read it. */
function lastOwn({ stage, presented, restated, note }: PresentingView): string | undefined {
  return stage === 'presenting' ? presented : stage === 'restating' ? restated : stage === 'judging' ? note : undefined;
}

/** What the pair works with: its card to read from, a form to write in, or notes of one's own. */
function Doing(props: Props) {
  const { view, step, team, me, lesson, now, role, they } = props;
  const own = entriesOf(team, (entry) => entry.part === 'reason' && entry.pair === team.pair && entry.phase === 'prepare' && !entry.feedback);
  const card = own.length > 0 && (
    <section class="stack" aria-label="Your pair’s card">
      <h2>Your card</h2>
      {own.map(([id, entry]) => <Entry key={id} id={id} entry={entry} lesson={lesson} team={team} me={me.id} />)}
    </section>
  );
  if (role === 'present')
    return (
      <>
        {view.written && (
          <Say
            {...props}
            field={sayField(step, 'present', now.turn)}
            label="What you present"
            hint={`${they} read this. One of you writes; agree on the words together.`}
            max={MAX.spoken}
            starters={[]}
            begin={again(now) ?? (own.length > 0 ? { words: 'Begin with the reasons of your card', text: own.map(([, { text }]) => text).join('\n\n') } : undefined)}
            button="Present it"
            missing="Write what you present."
            command={(text) => ({ kind: 'controversy.present', step, turn: now.turn, text })}
            said="Presented."
          />
        )}
        {card}
      </>
    );
  if (role === 'restate' && view.written)
    return (
      <Say
        {...props}
        field={sayField(step, 'restate', now.turn, now.round)}
        label="In your own words"
        hint={`So that ${they} would say: yes, that is what we mean.`}
        max={MAX.spoken}
        starters={RESTATE_STARTERS}
        begin={again(now)}
        button="Restate it"
        missing="Write what you understood."
        command={(text) => ({ kind: 'controversy.restate', step, turn: now.turn, round: now.round, text })}
        said="Restated."
      />
    );
  if (role === 'listen' || role === 'restate') return <Notes {...props} />;
  return role === 'hear' || role === 'judge' ? <>{card}</> : null;
}

function again(now: PresentingView) {
  const text = lastOwn(now);
  return text === undefined ? undefined : { words: 'Begin with what you wrote', text };
}

function Notes({ live, step, now }: Props) {
  const [text, write] = useDraft(live.drafts, notesField(step, now.turn));
  return (
    <div class="field">
      <label for="notes">Your notes (only you see them)</label>
      <textarea id="notes" rows={4} maxLength={4000} value={text} onInput={(event) => write(event.currentTarget.value)} />
    </div>
  );
}

/** The big buttons of a turn. */
function Foot(props: Props) {
  const { view, step, mode, sending, now, role } = props;
  const [isSaying, say] = useState(false);
  const { turn, round } = now;
  const isOff = sending.busy || mode !== 'open';
  if (role === 'present' && !view.written)
    return <button type="button" class="primary wide big" disabled={isOff} onClick={() => void sending.send({ kind: 'controversy.present', step, turn })}>We have presented</button>;
  if (role === 'restate' && !view.written)
    return <button type="button" class="primary wide big" disabled={isOff} onClick={() => void sending.send({ kind: 'controversy.restate', step, turn, round })}>We have restated what we heard</button>;
  if (role === 'judge' && isSaying)
    return (
      <div class="wide">
        <Say
          {...props}
          field={sayField(step, 'note', turn, round)}
          label="What is missing or different?"
          hint="Say it so that they can try once more."
          max={MAX.note}
          starters={NOTE_STARTERS}
          begin={again(now)}
          button="Send it back"
          missing="Say what is missing or different."
          command={(note) => ({ kind: 'controversy.sendBack', step, turn, round, note })}
          said="Sent back with your note."
          cancel={() => say(false)}
        />
      </div>
    );
  if (role === 'judge')
    return (
      <div class="wide judge">
        <button type="button" class="primary big" disabled={isOff} onClick={() => void sending.send({ kind: 'controversy.accept', step, turn, round })}>You stated it fairly</button>
        <button type="button" class="big" disabled={isOff} onClick={() => say(true)}>Not quite yet</button>
      </div>
    );
  return <span class="small">{waiting(props)}</span>;
}

function waiting({ role, they, view }: Props): string {
  switch (role) {
    case 'listen': return `Waiting until ${they} have presented`;
    case 'hear': return `Waiting until ${they} have restated it`;
    case 'await': return `Waiting for ${they} to say whether it was fair`;
    case 'done': return 'Waiting for your teacher to open the next part';
    default: return view.written ? 'Send it when your pair agrees on the words' : '';
  }
}
