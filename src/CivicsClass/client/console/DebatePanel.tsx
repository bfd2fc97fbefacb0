import type { ArgumentStatus, SideTally, TeacherDebate } from '../contract';
import { SideTag, sideClass } from '../parts/sides';
import { Board } from './Board';
import type { Desk } from './desk';
import { evidence } from './evidence';
import { Citations } from './Citations';
import { boardOf, count } from './classroom';
import { Share } from './Share';
import { TakingPart } from './TakingPart';

const TABLED: ArgumentStatus[] = ['pending', 'approved', 'returned'];

export function DebatePanel({ desk, step, debate }: { desk: Desk; step: string; debate: TeacherDebate }) {
  const lesson = desk.view.class;
  const used = evidence(debate, lesson, desk.safe ? ['approved'] : TABLED);
  const most = Math.max(1, ...used.map((u) => u.times));
  const mustQuote = debate.noPassage > 0 && lesson.steps[step]?.status === 'open';
  return (
    <>
      {mustQuote && (
        <p class="notice">
          {count(debate.noPassage, 'student has', 'students have')} no passage in the evidence tray yet, and an argument needs a quotation. The texts stay open to them during the debate.
        </p>
      )}
      <section class="card stack">
        <h2>By side</h2>
        <Tally desk={desk} debate={debate} />
      </section>
      <section class="card stack">
        <h2>Evidence in use</h2>
        {used.length === 0 && <p class="calm small">Quotations are counted here, text by text.</p>}
        {used.map((u) => (
          <div key={u.reading}>
            <Share label={u.title} value={u.times} of={most} words={count(u.times, 'time')} {...(u.side && { side: sideClass(lesson.positions[u.side]) })} />
            {!desk.safe && <Citations lesson={lesson} board={boardOf(lesson, step)} reading={u.reading} />}
          </div>
        ))}
      </section>
      <TakingPart desk={desk} step={step} debate={debate} />
      <Board desk={desk} step={step} debate={debate} />
    </>
  );
}

/** The sides stand beside each other, so that the table fits a phone whatever they are called. */
function Tally({ desk, debate }: { desk: Desk; debate: TeacherDebate }) {
  const lesson = desk.view.class;
  const drawn = desk.view.rosterOrder.map((id) => debate.lots[id]);
  const of = (part: keyof SideTally) => (side: string) => debate.bySide[side]?.[part] ?? 0;
  const rows: [string, (side: string) => number][] = [['on the board', of('onBoard')], ['waiting', of('waiting')], ['returned', of('returned')], ['removed', of('removed')]];
  if (debate.sides === 'lot') rows.unshift(['by lot', (side) => drawn.filter((s) => s === side).length]);
  return (
    <table class="tally">
      <thead>
        <tr><td />{lesson.positionOrder.map((side) => <th key={side} scope="col"><SideTag position={lesson.positions[side]} /></th>)}</tr>
      </thead>
      <tbody>
        {rows.map(([label, n]) => (
          <tr key={label}><th scope="row">{label}</th>{lesson.positionOrder.map((side) => <td key={side}>{n(side)}</td>)}</tr>
        ))}
      </tbody>
    </table>
  );
}
