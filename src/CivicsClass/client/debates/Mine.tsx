import { useRef, useState } from 'preact/hooks';
import type { ClassView, DebateView, MyArgument, MyDebate } from '../contract';
import { Argument } from './Argument';
import type { Target } from './form';
import { History } from './History';
import { ownHold } from './ownHold';
import { standing } from './standing';

interface Props {
  lesson: ClassView;
  view: DebateView;
  my: MyDebate;
  canWrite: boolean;
  write: (target: Target) => void;
  withdraw: (argument: string) => Promise<unknown>;
}

/** One's own posts and where they stand; what came back comes first. */
export function Mine({ lesson, view, my, canWrite, write, withdraw }: Props) {
  const shown = [...my.order].reverse().filter((id) => my.mine[id] && my.mine[id].status !== 'withdrawn');
  const order = [...shown.filter((id) => my.mine[id]?.status === 'returned'), ...shown.filter((id) => my.mine[id]?.status !== 'returned')];
  if (order.length === 0) return null;
  return (
    <section class="stack" aria-label="Your posts">
      <h2>Your posts</h2>
      {order.map((id) => (
        <Post key={id} id={id} mine={my.mine[id]!} lesson={lesson} isOnBoard={id in view.cards} canWrite={canWrite} write={write} withdraw={withdraw} />
      ))}
    </section>
  );
}

function Post({ id, mine, lesson, isOnBoard, canWrite, write, withdraw }: { id: string; mine: MyArgument; isOnBoard: boolean } & Omit<Props, 'view' | 'my'>) {
  const [asking, ask] = useState(false);
  const { status, card, feedback, earlier, erased } = mine;
  const ended = lesson.phase === 'ended';
  const { tag, says } = (ended && isOnBoard ? undefined : ownHold(mine, ended)) ?? standing(status, ended, isOnBoard);
  const withdrawing = useRef(false);
  const takeBack = async () => {
    if (withdrawing.current) return;
    withdrawing.current = true;
    await withdraw(id);
    withdrawing.current = false;
    ask(false);
  };
  const target: Target = { argument: id, kind: card.kind, on: card.on };
  return (
    <article class={`card stack mine ${status}`}>
      <p class="tag">{tag}</p>
      {says && <p class="small">{says}</p>}
      {feedback && (status === 'returned' || status === 'removed') && (
        <div class="notice stack">
          <p>{feedback.sentence}</p>
          {feedback.note && (
            <p>
              <strong>Your teacher adds:</strong> {feedback.note}
            </p>
          )}
          {status === 'returned' && feedback.starter && <p class="small">You could begin with: “{feedback.starter}”</p>}
        </div>
      )}
      {erased ? null : status === 'approved' ? <h3 class="claim" dir="auto">{card.claim}</h3> : <Argument card={card} lesson={lesson} isMine showSide />}
      {!erased && <History card={card} earlier={earlier} />}
      {canWrite && status !== 'removed' && !asking && (
        <p class="row">
          <button type="button" class={status === 'returned' ? 'primary' : 'quiet'} onClick={() => write(target)}>
            {status === 'returned' ? 'Revise' : 'Change'}
          </button>
          <button type="button" class="quiet" onClick={() => ask(true)}>
            Withdraw
          </button>
        </p>
      )}
      {asking && (
        <p class="row" role="group" aria-label="Withdraw this post?">
          <span>Withdraw this post? It leaves the board.</span>
          <button type="button" class="danger" onClick={() => void takeBack()}>
            Withdraw
          </button>
          <button type="button" onClick={() => ask(false)}>
            Keep it
          </button>
        </p>
      )}
    </article>
  );
}
