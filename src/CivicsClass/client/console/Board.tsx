import type { TeacherDebate } from '../contract';
import { sideClass, Sign } from '../parts/sides';
import { type Desk, once } from './desk';
import { count } from './classroom';

/** What the class sees, side by side, the newest first; any of it can be shown large on the projector. */
export function Board({ desk, step, debate }: { desk: Desk; step: string; debate: TeacherDebate }) {
  const lesson = desk.view.class;
  const board = debate.order.filter((id) => debate.arguments[id]?.status === 'approved').reverse();
  return (
    <section class="board" aria-label="On the board">
      <div class="row between">
        <h2>On the board</h2>
        {debate.spotlight !== undefined && <button type="button" class="small-button" onClick={() => desk.ask({ kind: 'debate.spotlight', step })}>End the spotlight</button>}
      </div>
      <div class="cols">
        {lesson.positionOrder.map((side) => {
          const cards = board.filter((id) => debate.arguments[id]!.card.side === side);
          return (
            <div key={side} class={sideClass(lesson.positions[side])}>
              <h3 class="colhead"><span class="row"><Sign />{lesson.positions[side]!.short}</span><span>{cards.length}</span></h3>
              {cards.length === 0 && <p class="small calm">Nothing yet.</p>}
              {cards.map((id) => <Card key={id} desk={desk} step={step} debate={debate} id={id} />)}
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Card({ desk, step, debate, id }: { desk: Desk; step: string; debate: TeacherDebate; id: string }) {
  const { card } = debate.arguments[id]!;
  const lit = debate.spotlight === id;
  const answers = debate.order.filter((other) => debate.arguments[other]?.status === 'approved' && debate.arguments[other]!.card.on === id).length;
  const answered = card.on === undefined ? undefined : debate.arguments[card.on]?.card.claim;
  return (
    <article class={lit ? 'card posted lit' : 'card posted'}>
      {answered && <p class="small on">{ANSWERS[card.kind]}: {answered}</p>}
      <h4>{card.claim}</h4>
      <p class="small">{card.author}{answers > 0 && ` · ${count(answers, 'answer')}`}</p>
      <button type="button" class="small-button" aria-pressed={lit} aria-label={`Spotlight: ${card.claim}`}
        onClick={once(() => desk.ask(lit ? { kind: 'debate.spotlight', step } : { kind: 'debate.spotlight', step, argument: id }))}>
        {lit ? 'On the projector now' : 'Spotlight'}
      </button>
    </article>
  );
}

const ANSWERS = { argue: 'On', support: 'Supports', rebut: 'Rebuts', ask: 'Asks about' } as const;
