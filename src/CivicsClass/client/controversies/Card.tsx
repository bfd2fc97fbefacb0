import { useState } from 'preact/hooks';
import { SideTag } from '../parts/sides';
import { Early } from '../seat/Early';
import { Screen, type TeamProps } from './Controversy';
import { Editor } from './Editor';
import { Entry, SentBack } from './Entry';
import { fieldOf, type Slot } from './form';
import { TO_DO } from './phases';
import { cameBack, cardNow, reasonsBefore } from './teams';

const MEANWHILE = {
  prepare: 'decide who says what, and try it out on each other in a low voice.',
  reverse: 'say to each other which of their reasons is hardest to answer.',
  return: 'talk about what changing sides has shown you.',
};

/** The pair's shared card: its reasons in this phase, and what it builds on. */
export function Card(props: TeamProps) {
  const { live, lesson, me, step, view, head, team, mode, sending } = props;
  const [open, edit] = useState<{ slot: Slot; begin?: string }>();
  const fresh: Slot = { part: 'reason', ...(team.sideNow !== undefined && { side: team.sideNow }) };
  if (open) return <Editor {...props} slot={open.slot} begin={open.begin} leave={() => edit(undefined)} />;

  const phase = team.phase === 'reverse' || team.phase === 'return' ? team.phase : 'prepare';
  const card = cardNow(team);
  const before = phase === 'prepare' ? [] : reasonsBefore(team, team.sideNow);
  const hasDraft = live.drafts.text(fieldOf(step, fresh)) !== '';
  const isFull = phase === 'prepare' && card.length >= view.reasons;
  const isDone = team.reasonsToGo === 0;
  return (
    <Screen
      {...props}
      foot={
        <>
          <span class="small">{isFull ? 'Your card is full: both sides have equal room' : hasDraft ? 'A draft is kept' : isDone ? 'Your card is complete' : toGo(team.reasonsToGo)}</span>
          {(!isFull || hasDraft) && (
            <button type="button" class={isDone && !hasDraft ? '' : 'primary'} disabled={mode === 'closed'} onClick={() => edit({ slot: fresh })}>
              {hasDraft ? 'Go on writing' : 'Add a reason'}
            </button>
          )}
        </>
      }
    >
      <p>{TO_DO[phase]}</p>
      {cameBack(team).filter(([, entry]) => entry.part === 'reason').map(([id, entry]) => (
        <SentBack
          key={id}
          text={entry.text}
          feedback={entry.feedback!}
          again={() => edit({ slot: fresh, begin: entry.text })}
          putAway={() => void sending.send({ kind: 'controversy.dropEntry', step, entry: id, version: entry.version })}
        />
      ))}
      {before.length > 0 && (
        <details class="before" open={card.length === 0}>
          <summary>
            What stands already for <SideTag position={lesson.positions[team.sideNow ?? '']} /> ({before.length})
          </summary>
          {before.map(([id, entry]) => <Entry key={id} id={id} entry={entry} lesson={lesson} team={team} me={me.id} />)}
        </details>
      )}
      <section class="stack" aria-label="Your pair’s card">
        <h2>{phase === 'prepare' ? 'Your pair’s card' : phase === 'reverse' ? 'What the first pair missed' : 'One more reason'}</h2>
        {card.length === 0 && <p class="small empty">{phase === 'prepare' ? 'Nothing here yet. Talk first: which reason convinces you both? Then one of you writes it.' : 'Nothing here yet. Read what stands there, then add what is missing.'}</p>}
        {card.map(([id, entry]) => (
          <Entry
            key={id}
            id={id}
            entry={entry}
            lesson={lesson}
            team={team}
            me={me.id}
            change={() => edit({ slot: { ...fresh, entry: id } })}
            drop={() => sending.send({ kind: 'controversy.dropEntry', step, entry: id, version: entry.version })}
          />
        ))}
      </section>
      {isDone && (
        <Early early={head.early}>
          Your card is complete. Your teacher opens the next part when the teams are ready. Meanwhile: {MEANWHILE[phase]}
        </Early>
      )}
    </Screen>
  );
}

function toGo(n: number): string {
  return n === 1 ? 'One more reason to go' : `${n} more reasons to go`;
}
