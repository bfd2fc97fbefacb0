import { useState } from 'preact/hooks';
import type { EntryView, PresentingView, ReasonView, TeacherControversy, TeacherTeam } from '../contract';
import { consentWords, phaseAfter, TITLES } from '../controversies/phases';
import { teamTimer } from '../controversies/teams';
import { asClock, remainingMs } from '../live/clock';
import { BecauseForm } from '../moderation/Because';
import { Quote } from '../parts/Quote';
import { SideTag } from '../parts/sides';
import { Dialog } from './Dialog';
import { type Desk, once } from './desk';

type Props = { desk: Desk; step: string; it: TeacherControversy; id: string; open: boolean; onOpen: () => void };

const WHAT: Partial<Record<EntryView['part'], string>> = { agreed: 'Agreed', open: 'Still open', strongest: 'Strongest point' };
const ASSIGNED: Partial<Record<TeacherTeam['phase'], string>> = { reverse: 'Sides changed: assigned now', agree: 'Roles are dropped; assigned first by lot', debrief: 'Roles are dropped; assigned first by lot' };
const STAGES = { presenting: 'presenting', restating: 'restating', judging: 'was it fair?', done: 'both stated fairly' };

export function ControversyTeam({ desk, step, it, id, open, onOpen }: Props) {
  const { view, safe, ask, now } = desk;
  const team = it.teams[id]!;
  const left = remainingMs(teamTimer(view.class.timer, team.clock), now);
  const name = (who: string) => `${view.roster[who]?.name ?? view.roster[who]?.alias ?? 'somebody who left'}${team.absent.includes(who) ? ' (away)' : ''}`;
  const after = phaseAfter(it.phases, team.phase);
  const now2 = team.presenting;
  return (
    <article class={team.called || team.needs ? 'card stack teamCard needs' : 'card stack teamCard'}>
      <div class="row between">
        <h3>Team {team.number}</h3>
        <span class="small figure">{left === undefined ? '' : asClock(left)}{team.clock.stoppedMs !== undefined && ' · stopped'}</span>
      </div>
      {!safe && (
        <section class="assigned">
          <p class="small">{ASSIGNED[team.phase] ?? 'Assigned by lot'}</p>
          {sidesNow(team).map(([pair, side]) => <p key={pair}><SideTag position={view.class.positions[side]} /> {team[pair].map(name).join(', ') || 'nobody'}</p>)}
        </section>
      )}
      <p><b>{TITLES[team.phase]}</b>{now2 && ` · ${STAGES[now2.stage]}`} · {team.progress}{team.ready && ' · ready'}</p>
      {team.consents && <p class="small">{consentWords(team.consents)}</p>}
      {team.needs && <p class="needsWords">{team.needs}</p>}
      <p class="row wrap">
        {team.called && <button type="button" class="small-button primary" onClick={once(() => ask({ kind: 'controversy.answerCall', step, team: id }))}>Called you: I came by</button>}
        <button type="button" class="small-button" aria-expanded={open} onClick={onOpen}>{open ? 'Close' : 'Open'}<span class="unseen"> team {team.number}</span></button>
      </p>
      {open && (
        <>
          <p class="row wrap">
            <button type="button" class="small-button" onClick={once(() => ask({ kind: 'controversy.extendTeam', step, team: id, seconds: 60 }))}>+1 min</button>
            <button type="button" class="small-button" onClick={once(() => ask({ kind: 'controversy.extendTeam', step, team: id, seconds: -60 }))}>−1 min</button>
            <button type="button" class="small-button" onClick={once(() => ask({ kind: 'controversy.pauseTeam', step, team: id, on: team.clock.stoppedMs === undefined }))}>{team.clock.stoppedMs === undefined ? 'Pause this team' : 'Go on'}</button>
            {now2 && now2.stage !== 'done' && <button type="button" class="small-button" onClick={once(() => ask({ kind: 'controversy.moveTeam', step, team: id, phase: 'present', turn: now2.turn + 1 }))}>Skip this turn</button>}
            {after && <button type="button" class="small-button" onClick={once(() => ask({ kind: 'controversy.moveTeam', step, team: id, phase: after, turn: 0 }))}>On to: {TITLES[after]}</button>}
            <button type="button" class="small-button" aria-pressed={it.shown === id} onClick={once(() => ask(it.shown === id ? { kind: 'controversy.showTeam', step } : { kind: 'controversy.showTeam', step, team: id }))}>Statement on the wall</button>
          </p>
          {!safe && now2 && <Spoken now={now2} who={(pair) => team[pair].map(name).join(' and ') || 'nobody'} />}
          {safe ? <p class="small">The texts are hidden in the wall-safe view.</p> : team.entryOrder.map((entry) => team.entries[entry] && <Line key={entry} desk={desk} step={step} id={entry} entry={team.entries[entry]} name={name} reasons={it.removalReasons} />)}
        </>
      )}
    </article>
  );
}

/** What was written in this turn; spoken turns have no text but the note that sends one back. */
function Spoken({ now: { turn, presenter, presented, restated, note, held }, who }: { now: PresentingView; who: (pair: 'a' | 'b') => string }) {
  const listener = presenter === 'a' ? 'b' : 'a';
  const said = [[`Presented by ${who(presenter)}`, presented], [`Restated by ${who(listener)}`, restated], [`Sent back by ${who(presenter)}`, note]] as const;
  if (said.every(([, text]) => text === undefined)) return null;
  return (
    <section class="entryLine stack" aria-label={turn === 0 ? 'First turn' : 'Second turn'}>
      {held && <p class="small">The latest of these is held.</p>}
      {said.map(([title, text]) => text !== undefined && <div key={title}><p class="small">{title}</p><p class="prose">{text}</p></div>)}
    </section>
  );
}

function Line({ desk, step, id, entry, name, reasons }: { desk: Desk; step: string; id: string; entry: EntryView; name: (who: string) => string; reasons: readonly ReasonView[] }) {
  const [taking, setTaking] = useState(false);
  return (
    <div class="entryLine">
      <p class="small">{WHAT[entry.part] ?? TITLES[entry.phase]} · {name(entry.author)}{entry.held && ' · held'}{entry.feedback && ' · sent back'} {entry.side && <SideTag position={desk.view.class.positions[entry.side]} />}</p>
      <p class="prose">{entry.text}</p>
      {entry.quotations.map((quotation) => <Quote key={`${quotation.passage}/${quotation.exact}`} quotation={quotation} />)}
      {!entry.feedback && <button type="button" class="small-button quiet" onClick={() => setTaking(true)}>Remove<span class="unseen">: {entry.text}</span></button>}
      {taking && (
        <Dialog title="Remove this entry?" onClose={() => setTaking(false)}>
          <p>{entry.text}</p>
          <BecauseForm verb="remove" reasons={reasons} onCancel={() => setTaking(false)} onSend={({ reason, note }) => { setTaking(false); void desk.ask({ kind: 'controversy.removeEntry', step, entry: id, version: entry.version, reason, ...(note.trim() && { note: note.trim() }) }); }} />
        </Dialog>
      )}
    </div>
  );
}

/** The side assigned to each pair in the phase the team is in. */
function sidesNow({ phase, sideA, sideB }: TeacherTeam): ['a' | 'b', string][] {
  return phase === 'reverse' ? [['a', sideB], ['b', sideA]] : [['a', sideA], ['b', sideB]];
}
