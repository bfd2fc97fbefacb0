import type { ArgumentStatus, TeacherDebate } from '../contract';
import { SideTag, sideClass } from '../parts/sides';
import { Board } from './Board';
import type { Desk } from './desk';
import { evidence } from './evidence';
import { count } from './classroom';
import { Share } from './Share';

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
          <Share key={u.reading} label={u.title} value={u.times} of={most} words={count(u.times, 'time')} {...(u.side && { side: sideClass(lesson.positions[u.side]) })} />
        ))}
      </section>
      <Board desk={desk} step={step} debate={debate} />
    </>
  );
}

function Tally({ desk, debate }: { desk: Desk; debate: TeacherDebate }) {
  const lesson = desk.view.class;
  const drawn = desk.view.rosterOrder.map((id) => debate.lots[id]);
  return (
    <table class="tally">
      <thead>
        <tr><th scope="col">Side</th>{debate.sides === 'lot' && <th scope="col">by lot</th>}<th scope="col">on the board</th><th scope="col">waiting</th><th scope="col">returned</th><th scope="col">removed</th></tr>
      </thead>
      <tbody>
        {lesson.positionOrder.map((side) => {
          const tally = debate.bySide[side] ?? { onBoard: 0, waiting: 0, returned: 0, removed: 0 };
          return (
            <tr key={side}>
              <th scope="row"><SideTag position={lesson.positions[side]} /></th>
              {debate.sides === 'lot' && <td>{drawn.filter((s) => s === side).length}</td>}
              <td>{tally.onBoard}</td><td>{tally.waiting}</td><td>{tally.returned}</td><td>{tally.removed}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
