import { useState } from 'preact/hooks';
import type { ArgumentCard, DebateView, TeacherDebate } from '../contract';
import { OtherSide } from '../debates/Argument';
import { History } from '../debates/History';
import '../debates/look';
import { MarkRow } from '../debates/MarkRow';
import { BecauseForm } from '../moderation/Because';
import { sideClass, Sign } from '../parts/sides';
import { boardOf, count } from './classroom';
import { type Desk, once } from './desk';
import { Dialog } from './Dialog';

type Part = { desk: Desk; step: string; debate: TeacherDebate };

/** What the class sees, side by side, the newest first; any of it can be shown large on the projector or taken off. */
export function Board({ desk, step, debate }: Part) {
  const lesson = desk.view.class;
  const board = boardOf(lesson, step);
  const newest = [...board.order].reverse();
  return (
    <section class="board" aria-label="On the board">
      <div class="row between">
        <h2>On the board</h2>
        {board.order.length > 0 && (
          <button type="button" class="small-button" aria-pressed={debate.map === true} onClick={once(() => desk.ask({ kind: 'debate.spotlight', step, ...(!debate.map && { map: true }) }))}>
            {debate.map ? 'Map on the projector' : 'Show the map'}
          </button>
        )}
        {debate.spotlight !== undefined && <button type="button" class="small-button" onClick={() => desk.ask({ kind: 'debate.spotlight', step })}>End the spotlight</button>}
      </div>
      <div class="cols">
        {lesson.positionOrder.map((side) => {
          const ids = newest.filter((id) => board.cards[id]?.side === side);
          return (
            <div key={side} class={sideClass(lesson.positions[side])}>
              <h3 class="colhead"><span class="row"><Sign />{lesson.positions[side]?.short}</span><span>{ids.length}</span></h3>
              {ids.length === 0 && <p class="small calm">Nothing yet.</p>}
              {ids.map((id) => <Posted key={id} desk={desk} step={step} debate={debate} board={board} id={id} card={board.cards[id]!} />)}
            </div>
          );
        })}
      </div>
    </section>
  );
}

const ANSWERS = { argue: 'On', support: 'Supports', rebut: 'Rebuts', ask: 'Asks about' } as const;

function Posted({ desk, step, debate, board, id, card }: Part & { board: DebateView; id: string; card: ArgumentCard }) {
  const [taking, setTaking] = useState(false);
  const lit = debate.spotlight === id;
  const answers = board.order.filter((other) => board.cards[other]?.on === id).length;
  const answered = card.on === undefined ? undefined : board.cards[card.on]?.claim;
  const latest = debate.arguments[id]?.card.version;
  return (
    <article class={lit ? 'card posted lit' : 'card posted'}>
      {answered && <p class="small on">{ANSWERS[card.kind]}: <bdi>{answered}</bdi></p>}
      <h4 dir="auto">{card.claim}</h4>
      <p class="small">{card.author}{answers > 0 && ` · ${count(answers, 'answer')}`}{latest !== undefined && latest > card.version && ' · a revision is under way'}{debate.arguments[id]?.atOnce && ' · shown before you read it'}</p>
      <MarkRow card={card} mine={undefined} mark={undefined} />
      <OtherSide card={card} />
      <History card={debate.arguments[id]?.card ?? card} earlier={debate.arguments[id]?.earlier} />
      <div class="row">
        <button type="button" class="small-button" aria-pressed={lit} onClick={once(() => desk.ask(lit ? { kind: 'debate.spotlight', step } : { kind: 'debate.spotlight', step, argument: id }))}>
          {lit ? 'On the projector' : 'Spotlight'}<span class="unseen">: {card.claim}</span>
        </button>
        {desk.view.class.phase !== 'ended' && <button type="button" class="small-button quiet" onClick={() => setTaking(true)}>Take off<span class="unseen">: {card.claim}</span></button>}
      </div>
      {taking && latest !== undefined && (
        <Dialog title="Take this off the board?" onClose={() => setTaking(false)}>
          <p dir="auto">{card.claim}</p>
          <BecauseForm
            verb="remove"
            reasons={debate.reasons}
            onCancel={() => setTaking(false)}
            onSend={({ reason, note }) => {
              setTaking(false);
              void desk.ask({ kind: 'debate.remove', step, argument: id, version: latest, reason, ...(note.trim() && { note: note.trim() }) });
            }}
          />
        </Dialog>
      )}
    </article>
  );
}
