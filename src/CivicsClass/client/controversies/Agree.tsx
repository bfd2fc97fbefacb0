import { useRef, useState } from 'preact/hooks';
import type { Consent } from '../contract';
import { sideClass, Sign } from '../parts/sides';
import { announce } from '../parts/Announcer';
import { Early } from '../seat/Early';
import { Screen, type TeamProps } from './Controversy';
import { Editor } from './Editor';
import { Entry, SentBack } from './Entry';
import { fieldOf, type Slot } from './form';
import { nextInStatement } from './nextInStatement';
import { consentWords, CONSENTS, TO_DO } from './phases';
import { cameBack, maySign, statement } from './teams';

const BUTTONS = { agreed: 'Add what you agree on', open: 'Add what stays open', strongest: 'Add the strongest point', reason: '' };

/** The team's statement, written by all members together, and how far each goes along. */
export function Agree(props: TeamProps) {
  const { live, lesson, me, step, head, team, mode, sending } = props;
  const [open, edit] = useState<{ slot: Slot; begin?: string }>();
  const signing = useRef<HTMLElement>(null);
  if (open) return <Editor {...props} slot={open.slot} begin={open.begin} leave={() => edit(undefined)} />;

  const { agreed, open: questions, strongest } = statement(team);
  const next = nextInStatement(team, lesson.positionOrder);
  const canSign = maySign(team);
  const hasDraft = (slot: Slot) => live.drafts.text(fieldOf(step, slot)) !== '';
  const entry = ([id, one]: (typeof agreed)[number]) => (
    <Entry
      key={id}
      id={id}
      entry={one}
      lesson={lesson}
      team={team}
      me={me.id}
      change={() => edit({ slot: { part: one.part, ...(one.side !== undefined && { side: one.side }), entry: id } })}
      drop={() => sending.send({ kind: 'controversy.dropEntry', step, entry: id, version: one.version })}
    />
  );
  const add = (slot: Slot, words: string) => (
    <p>
      <button type="button" disabled={mode === 'closed'} onClick={() => edit({ slot })}>
        {hasDraft(slot) ? 'Go on writing' : words}
      </button>
    </p>
  );
  return (
    <Screen
      {...props}
      foot={
        'write' in next ? (
          <>
            <span class="small">{hasDraft(next.write) ? 'A draft is kept' : 'Next for your team'}</span>
            <button type="button" class="primary" disabled={mode === 'closed'} onClick={() => edit({ slot: next.write })}>
              {hasDraft(next.write) ? 'Go on writing' : BUTTONS[next.write.part]}
              {next.write.side && ` of “${lesson.positions[next.write.side]?.short}”`}
            </button>
          </>
        ) : 'sign' in next ? (
          <>
            <span class="small">Everything has a first line</span>
            <button type="button" class="primary" onClick={() => signing.current?.scrollIntoView({ block: 'center' })}>Say how far you go along</button>
          </>
        ) : (
          <span class="small">{signed(team.signedCount, present(props))}</span>
        )
      }
    >
      <p>{TO_DO.agree} Agreement is welcome and not required.</p>
      {cameBack(team).map(([id, one]) => (
        <SentBack
          key={id}
          text={one.text}
          feedback={one.feedback!}
          again={one.part === 'reason' ? undefined : () => edit({ slot: { part: one.part, ...(one.side !== undefined && { side: one.side }) }, begin: one.text })}
          putAway={() => void sending.send({ kind: 'controversy.dropEntry', step, entry: id, version: one.version })}
        />
      ))}
      <section class="stack" aria-labelledby="agreed">
        <h2 id="agreed">We agree</h2>
        {agreed.map(entry)}
        {add({ part: 'agreed' }, agreed.length > 0 ? 'Add another point' : BUTTONS.agreed)}
      </section>
      <section class="stack" aria-labelledby="open">
        <h2 id="open">Still open between us</h2>
        {questions.map(entry)}
        {add({ part: 'open' }, questions.length > 0 ? 'Add another question' : BUTTONS.open)}
      </section>
      <section class="stack" aria-labelledby="strongest">
        <h2 id="strongest">The strongest point of each side</h2>
        <div class="cols both-sides">
          {lesson.positionOrder.map((side) => (
            <div key={side} class={`stack ${sideClass(lesson.positions[side])}`}>
              <h3 class="side-head"><Sign /> {lesson.positions[side]?.name}</h3>
              {strongest[side] ? entry(strongest[side]) : add({ part: 'strongest', side }, BUTTONS.strongest)}
            </div>
          ))}
        </div>
      </section>
      <section ref={signing}>
        {canSign ? <SignOff {...props} /> : <p class="notice">Once your team has written a first line, each of you says here how far you go along with it.</p>}
      </section>
      {'wait' in next && <Early early={head.early}>You have said how far you go along. {team.consents ? 'Your teacher goes on when the teams are ready.' : 'The others still think about it.'} Meanwhile: say to somebody from the other pair which of their points you found strongest.</Early>}
    </Screen>
  );
}

function present({ team }: TeamProps): number {
  return team.memberOrder.filter((id) => !team.members[id]?.absent).length;
}

function signed(count: number, of: number): string {
  return `${count} of ${of} have said how far they go along`;
}

/** Counted as soon as all have said it. Nobody, not even this screen, keeps who said what. */
function SignOff(props: TeamProps) {
  const { step, team, mode, sending } = props;
  const [chosen, choose] = useState<Consent>();
  const send = async () => {
    if (chosen && (await sending.send({ kind: 'controversy.signOff', step, consent: chosen }))) {
      choose(undefined);
      announce('Counted.');
    }
  };
  return (
    <div class="card stack">
      <h2>How far do you go along?</h2>
      <p class="small">Only your team’s counts are kept, once everybody has said it: never who said what.</p>
      {team.consents && <p><strong>Your team:</strong> {consentWords(team.consents)}</p>}
      {team.signed ? (
        <p role="status">Counted. {signed(team.signedCount, present(props))}. If the statement changes, you are asked again.</p>
      ) : (
        <>
          <fieldset class="field consents">
            <legend class="unseen">How far do you go along?</legend>
            {CONSENTS.map(([consent, words]) => (
              <label key={consent} class={chosen === consent ? 'option on' : 'option'}>
                <input type="radio" name="consent" checked={chosen === consent} onChange={() => choose(consent)} />
                <span>{words}</span>
              </label>
            ))}
          </fieldset>
          <p class="row between">
            <span class="small">{signed(team.signedCount, present(props))}</span>
            <button type="button" class="primary" disabled={!chosen || sending.busy || mode !== 'open'} onClick={() => void send()}>
              Count it
            </button>
          </p>
        </>
      )}
    </div>
  );
}
