import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ArgumentCard, WallDebate, WallView } from '../contract';
import { OtherSide } from '../debates/Argument';
import '../debates/look';
import { Quote } from '../parts/Quote';
import { sideClass, Sign, SideTag } from '../parts/sides';
import { answered, column, type Detail, DETAILS, type Posted } from './columns';
import { Fitted } from './Fitted';
import { MapWall } from './MapWall';
import { useLevel } from './useLevel';

const RENDERED = 14;

const ANSWER = { argue: 'Answered', support: 'Supported', rebut: 'Rebutted', ask: 'Asked' } as const;
const ANSWERS = { argue: 'Answers', support: 'Supports', rebut: 'Rebuts', ask: 'Asks about' } as const;

/** Both sides with the same room, the newest first; what doesn't fit is counted, and stands on every student's screen. */
export function DebateWall({ view, debate }: { view: WallView; debate: WallDebate }) {
  const lit = debate.spotlight === undefined ? undefined : debate.cards[debate.spotlight];
  if (debate.map && debate.order.length > 0) return <MapWall view={view} debate={debate} />;
  return lit ? <Spotlight view={view} card={lit} on={answered(debate, lit)} /> : <BothSides view={view} debate={debate} />;
}

function BothSides({ view, debate }: { view: WallView; debate: WallDebate }) {
  const room = useRef<HTMLDivElement>(null);
  const of = debate.order.map((id) => `${id}@${debate.cards[id]?.version}`).join();
  const level = useLevel(room, of, DETAILS.length - 1, (box) => lists(box).every((list) => inSight(list) === list.children.length));
  const [sight, see] = useState<number[]>([]);
  useLayoutEffect(() => {
    const now = lists(room.current!).map(inSight);
    if (now.join() !== sight.join()) see(now);
  });
  return (
    <>
      <h1 class="prompt">{debate.prompt}</h1>
      <div class="wallCols" ref={room}>
        {view.positionOrder.map((side, i) => <Column key={side} view={view} side={side} posted={column(debate, side)} detail={DETAILS[level]!} inSight={sight[i]} />)}
      </div>
    </>
  );
}

function Column({ view, side, posted, detail, inSight: seen }: { view: WallView; side: string; posted: Posted[]; detail: Detail; inSight: number | undefined }) {
  const position = view.positions[side];
  const shown = posted.slice(0, RENDERED);
  const more = posted.length - Math.min(seen ?? shown.length, shown.length);
  return (
    <section class={`wallCol ${sideClass(position)}`}>
      <h2><Sign /><span>{position?.name ?? side}</span><b>{posted.length}</b></h2>
      {posted.length === 0 && <p class="empty">The first argument for this side is still being written.</p>}
      <div class="posts">{shown.map((p, i) => <Post key={p.id} posted={p} detail={detail === 'newest' && i === 0 ? 'reason' : detail} view={view} />)}</div>
      <p class="more">{more > 0 && `and ${more} more on your screens`}</p>
    </section>
  );
}

function Post({ posted, detail, view }: { posted: Posted; detail: Detail; view: WallView }) {
  const { card, answers, latest } = posted;
  const by = <span class="by">{card.author}{answers > 0 && ` · ${answers === 1 ? '1 answer' : `${answers} answers`}`}</span>;
  const reasoned = detail !== 'newest' && card.reason;
  return (
    <article class={`post ${detail}`}>
      <h3 dir="auto">{card.claim}{!reasoned && <> {by}</>}</h3>
      {reasoned && <p class="why" dir="auto">{card.reason} {by}</p>}
      {detail === 'full' && card.quotations[0] && <Quote quotation={card.quotations[0]} />}
      {detail === 'full' && latest && (
        <p class={`reply ${sideClass(view.positions[latest.side])}`}><Sign /> <b>{ANSWER[latest.kind]} by {latest.author}:</b> <bdi>{latest.claim}</bdi></p>
      )}
    </article>
  );
}

function lists(room: HTMLElement): HTMLElement[] {
  return [...room.querySelectorAll<HTMLElement>('.posts')];
}

/** How many children of a wrapping column stand in its first, visible stretch. */
function inSight(list: HTMLElement): number {
  const children = [...list.children] as HTMLElement[];
  return children.filter((child) => child.offsetLeft === children[0]!.offsetLeft).length;
}

/** A reply never stands alone: without what it answers it would read as its side's own argument. */
function Spotlight({ view, card, on }: { view: WallView; card: ArgumentCard; on: ArgumentCard | undefined }) {
  const position = view.positions[card.side];
  return (
    <article class={`spotlight ${sideClass(position)}`}>
      <Fitted of={`${card.author} ${card.claim} ${on?.claim}`} name="lit">
        {on && (
          <div class={`answered ${sideClass(view.positions[on.side])}`}>
            <p><b>{ANSWERS[card.kind]}</b> <SideTag position={view.positions[on.side]} /></p>
            <p class="theirs" dir="auto">{on.claim} <span class="by">{on.author}</span></p>
          </div>
        )}
        <SideTag position={position} />
        <h1 dir="auto">{card.claim}</h1>
        {card.reason && <p class="why" dir="auto">{card.reason}</p>}
        {card.quotations.map((quotation) => <Quote key={quotation.passage} quotation={quotation} />)}
        {card.link && <p class="why" dir="auto">{card.link}</p>}
        <OtherSide card={card} />
        <p class="by">{card.author}</p>
      </Fitted>
    </article>
  );
}
