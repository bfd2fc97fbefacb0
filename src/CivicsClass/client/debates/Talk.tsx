import type { ArgumentCard, ArgumentKind, ClassView, Mark, MyDebate } from '../contract';
import { Argument } from './Argument';
import { MarkRow } from './MarkRow';
import type { Threads } from './thread';

interface Props {
  id: string;
  threads: Threads;
  lesson: ClassView;
  my: MyDebate;
  canWrite: boolean;
  isOpen: boolean;
  toggle: () => void;
  mark: ((argument: string, version: number, mark: Mark, on: boolean) => void) | undefined;
  answer: (kind: ArgumentKind, on: string) => void;
}

/** So many answers stand open without being asked for. */
const OPEN = 2;

/** An argument and what answers it, as a tree; longer talk is folded away until it is wanted. */
export function Talk(props: Props) {
  const { id, threads, isOpen, toggle } = props;
  const answers = threads.all(id);
  const isShown = isOpen || answers.length <= OPEN;
  return (
    <article class="card arg" id={`card-${id}`} tabIndex={-1}>
      <Post {...props} level={3} />
      {answers.length > OPEN && (
        <button type="button" class="quiet back" aria-expanded={isOpen} onClick={toggle}>
          {summary(answers.map((answer) => threads.cards[answer]!))}
          <span class="unseen"> to {threads.cards[id]!.claim}</span>
        </button>
      )}
      {answers.length === 0 && <p class="small unanswered">No answer yet</p>}
      {isShown && answers.length > 0 && <Answers {...props} level={4} />}
    </article>
  );
}

function Answers({ level, ...props }: Props & { level: number }) {
  return (
    <ul class="plain">
      {props.threads.answers(props.id).map((answer) => (
        <li key={answer} class="reply" id={`card-${answer}`} tabIndex={-1}>
          <Post {...props} id={answer} level={level} to={props.threads.cards[props.id]!.author} />
          {props.threads.answers(answer).length > 0 && <Answers {...props} id={answer} level={level + 1} />}
        </li>
      ))}
    </ul>
  );
}

function Post({ id, threads, lesson, my, canWrite, mark, answer, level, to }: Props & { level: number; to?: string }) {
  const card = threads.cards[id]!;
  const isMine = id in my.mine;
  return (
    <Argument card={card} lesson={lesson} isMine={isMine} showSide={level > 3} level={level} {...(to && level > 4 && { to })}>
      <MarkRow card={card} mine={my.marks?.[id]} mark={isMine || !mark ? undefined : (which, on) => mark(id, card.version, which, on)} />
      {canWrite && !isMine && <Replies id={id} card={card} my={my} answer={answer} />}
    </Argument>
  );
}

/** By lot one writes for one side: it supports its own and rebuts the other; asking is open to all. */
function Replies({ id, card, my, answer }: { id: string; card: ArgumentCard; my: MyDebate; answer: Props['answer'] }) {
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

/** "5 answers: 2 support, 2 rebut, 1 asks". */
function summary(cards: ArgumentCard[]): string {
  const words = { support: ['supports', 'support'], rebut: ['rebuts', 'rebut'], ask: ['asks', 'ask'] } as const;
  const parts = (['support', 'rebut', 'ask'] as const).flatMap((kind) => {
    const n = cards.filter((card) => card.kind === kind).length;
    return n > 0 ? [`${n} ${words[kind][n === 1 ? 0 : 1]}`] : [];
  });
  return `${cards.length} answers: ${parts.join(', ')}`;
}
