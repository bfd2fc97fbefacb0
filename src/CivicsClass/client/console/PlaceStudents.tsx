import { useState } from 'preact/hooks';
import type { Pair, TeacherControversy } from '../contract';
import { type Desk, once } from './desk';
import { seats } from './roster';

const label = (pair: Pair, it: TeacherControversy, team: string, desk: Desk) => desk.view.class.positions[pair === 'a' ? it.teams[team]!.sideA : it.teams[team]!.sideB]?.short;

/** Moves a student, marks one away, keeps two apart: by selects, so that a keyboard and a phone can. */
export function PlaceStudents({ desk, step, it }: { desk: Desk; step: string; it: TeacherControversy }) {
  const [who, setWho] = useState('');
  const [to, setTo] = useState('');
  const [other, setOther] = useState('');
  const { ask } = desk;
  const all = seats(desk.view);
  const absent = all.filter((seat) => Object.values(it.teams).some((team) => team.absent.includes(seat.id)));
  const away = all.filter((seat) => !seat.here && !absent.includes(seat) && !it.unplaced.includes(seat.id)).map((seat) => seat.id);
  const name = (id: string) => all.find((seat) => seat.id === id)?.label ?? 'somebody who left';
  const move = () => {
    const [team = '', pair = 'a'] = to.split('/');
    void ask({ kind: 'controversy.moveMember', step, participant: who, ...(team !== 'new' && { team }), pair: pair as Pair });
  };
  return (
    <details class="card stack place" open={it.unplaced.length > 0}>
      <summary><h2>Move students</h2></summary>
      <label class="field"><span>Student</span>
        <select value={who} onChange={(e) => setWho(e.currentTarget.value)}>
          <option value="">Choose a student</option>
          {all.map((seat) => <option key={seat.id} value={seat.id}>{seat.label}{it.unplaced.includes(seat.id) && ' (in no team)'}</option>)}
        </select>
      </label>
      <label class="field"><span>To</span>
        <select value={to} onChange={(e) => setTo(e.currentTarget.value)}>
          <option value="">Choose a pair</option>
          {it.teamOrder.flatMap((team) => (['a', 'b'] as const).map((pair) => <option key={`${team}/${pair}`} value={`${team}/${pair}`}>Team {it.teams[team]!.number}, {label(pair, it, team, desk)}</option>))}
          <option value="new/a">A new team</option>
        </select>
      </label>
      <p class="row wrap">
        <button type="button" class="small-button" disabled={!who || !to} onClick={once(move)}>Move</button>
        <button type="button" class="small-button" disabled={!who} onClick={once(() => ask({ kind: 'controversy.markAbsent', step, participants: [who], on: !absent.some((seat) => seat.id === who) }))}>{absent.some((seat) => seat.id === who) ? 'Mark as here' : 'Mark as absent'}</button>
        {away.length > 0 && <button type="button" class="small-button" onClick={once(() => ask({ kind: 'controversy.markAbsent', step, participants: away, on: true }))}>Mark those away as absent ({away.length})</button>}
      </p>
      <label class="field"><span>Keep this student apart from</span>
        <select value={other} onChange={(e) => setOther(e.currentTarget.value)}>
          <option value="">Choose another student</option>
          {all.filter((seat) => seat.id !== who).map((seat) => <option key={seat.id} value={seat.id}>{seat.label}</option>)}
        </select>
      </label>
      <p><button type="button" class="small-button" disabled={!who || !other || who === other} onClick={once(() => ask({ kind: 'controversy.keepApart', step, one: who, other, on: true }))}>Keep apart</button></p>
      {it.apart.map((pair) => <p key={`${pair.one}/${pair.other}`} class="row between"><span>{name(pair.one)} and {name(pair.other)} are kept apart</span><button type="button" class="small-button" onClick={once(() => ask({ kind: 'controversy.keepApart', step, ...pair, on: false }))}>May be together again</button></p>)}
    </details>
  );
}
