import { useState } from 'preact/hooks';
import type { TeacherControversy } from '../contract';
import { phaseAfter, TITLES } from '../controversies/phases';
import { count } from './classroom';
import { ControversyTeam } from './ControversyTeam';
import { type Desk, once } from './desk';
import { byNeed, unready } from './teamsByNeed';
import { PlaceStudents } from './PlaceStudents';

/** All teams at a glance, those that need the teacher first; what is for the whole class above them. */
export function ControversyPanel({ desk, step, controversy: it }: { desk: Desk; step: string; controversy: TeacherControversy }) {
  const [open, setOpen] = useState<string>();
  const { ask, safe } = desk;
  const waiting = unready(it);
  const next = phaseAfter(it.phases, it.phase);
  return (
    <>
      <section class="card stack">
        <h2 class="unseen">{it.prompt}</h2>
        <ol class="phaseLine">
          {it.phases.map(({ phase, minutes }) => <li key={phase} aria-current={phase === it.phase ? 'step' : undefined}><button type="button" class="small-button quiet" aria-disabled={phase === it.phase} onClick={once(() => { if (phase !== it.phase) void ask({ kind: 'controversy.openPhase', step, phase, except: [] }); })}>{TITLES[phase]}{minutes > 0 && <small> {minutes} min</small>}</button></li>)}
        </ol>
        {it.stopped && <p class="notice">Stopped for today. Everything is kept; nobody writes.</p>}
        {it.unplaced.length > 0 && <p class="notice">{count(it.unplaced.length, 'student is', 'students are')} in no team yet. Place them below.</p>}
        {next && waiting.length > 0 && (
          <div class="notice stack">
            <p>Not ready yet: {waiting.map((id) => `team ${it.teams[id]!.number} (${it.teams[id]!.progress})`).join(', ')}. The button below takes everybody along.</p>
            <p><button type="button" class="small-button" onClick={once(() => ask({ kind: 'controversy.openPhase', step, phase: next, except: waiting }))}>Go on, and let {waiting.length === 1 ? 'this team' : 'these teams'} finish</button></p>
          </div>
        )}
      </section>
      <section class="teamGrid" aria-label="Teams">
        {byNeed(it).map((id) => <ControversyTeam key={id} desk={desk} step={step} it={it} id={id} open={open === id} onOpen={() => setOpen(open === id ? undefined : id)} />)}
      </section>
      {it.teamOrder.length === 0 && <p class="card calm">Teams are dealt as soon as there are enough students.</p>}
      <p class="row wrap">
        <button type="button" class="small-button" onClick={once(() => ask({ kind: 'controversy.stopForToday', step, on: !it.stopped }))}>{it.stopped ? 'Go on with the same people' : 'Stop for today'}</button>
        {it.mayDeal && <button type="button" class="small-button" onClick={once(() => ask({ kind: 'controversy.deal', step }))}>Deal the teams anew</button>}
        {it.shown !== undefined && <button type="button" class="small-button" onClick={once(() => ask({ kind: 'controversy.showTeam', step }))}>Take the statement off the wall</button>}
      </p>
      {!safe && <PlaceStudents desk={desk} step={step} it={it} />}
    </>
  );
}
