import { useState } from 'preact/hooks';
import type { ArgumentKind, ClassView, DebateView, MyDebate } from '../contract';
import { Sign, sideClass } from '../parts/sides';
import { Argument } from './Argument';
import { roots, thread } from './thread';

interface Props {
  lesson: ClassView;
  view: DebateView;
  my: MyDebate;
  canWrite: boolean;
  answer: (kind: ArgumentKind, on: string) => void;
}

/** Both sides with equal room, in this session's order; the newest argument first, its answers beneath. */
export function Board({ lesson, view, my, canWrite, answer }: Props) {
  const [narrow, showNarrow] = useState(my.side ?? lesson.positionOrder[0]);
  return (
    <section aria-label="The board">
      <div class="sides" role="group" aria-label="Side to read">
        {lesson.positionOrder.map((side) => (
          <button key={side} type="button" class={sideClass(lesson.positions[side])} aria-pressed={narrow === side} onClick={() => showNarrow(side)}>
            <Sign /> <span>{lesson.positions[side]?.short}</span> <span>{roots(view, side).length}</span>
          </button>
        ))}
      </div>
      <div class="cols">
        {lesson.positionOrder.map((side) => (
          <section key={side} class={`column ${sideClass(lesson.positions[side])} ${narrow === side ? '' : 'other'}`} aria-label={lesson.positions[side]?.name}>
            <h2 class="colhead">
              <span class="row">
                <Sign /> {lesson.positions[side]?.short}
              </span>
              <span>{roots(view, side).length}</span>
            </h2>
            {roots(view, side).length === 0 && <p class="small empty">Nothing on this side yet. What your teacher approves shows here.</p>}
            {roots(view, side).map((id) => (
              <article key={id} class="card arg" id={`card-${id}`}>
                <Argument card={view.cards[id]!} lesson={lesson} isMine={id in my.mine}>
                  {canWrite && <Answers id={id} view={view} my={my} answer={answer} />}
                </Argument>
                {thread(view, id).map((reply) => (
                  <div key={reply} class="reply" id={`card-${reply}`}>
                    <Argument card={view.cards[reply]!} lesson={lesson} isMine={reply in my.mine} showSide>
                      {canWrite && <Answers id={reply} view={view} my={my} answer={answer} />}
                    </Argument>
                  </div>
                ))}
              </article>
            ))}
          </section>
        ))}
      </div>
    </section>
  );
}

/** By lot one writes for one side: it supports its own and rebuts the other; asking is open to all. */
function Answers({ id, view, my, answer }: { id: string; view: DebateView; my: MyDebate; answer: Props['answer'] }) {
  const card = view.cards[id]!;
  if (id in my.mine) return null;
  const about = ` ${card.author}: ${card.claim}`;
  return (
    <p class="row answers">
      {(!my.side || my.side === card.side) && (
        <button type="button" class="quiet" onClick={() => answer('support', id)}>
          Support<span class="unseen">{about}</span>
        </button>
      )}
      {(!my.side || my.side !== card.side) && (
        <button type="button" class="quiet" onClick={() => answer('rebut', id)}>
          Rebut<span class="unseen">{about}</span>
        </button>
      )}
      <button type="button" class="quiet" onClick={() => answer('ask', id)}>
        Ask<span class="unseen">{about}</span>
      </button>
    </p>
  );
}
