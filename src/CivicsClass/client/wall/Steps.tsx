import { Fragment } from 'preact';
import type { WallNorms, WallReading, WallReflection, WallView } from '../contract';
import { NotReviewed } from '../parts/NotReviewed';
import { sideClass, Sign } from '../parts/sides';
import { Fitted } from './Fitted';
import { Meter } from './Meter';

export function NormsWall({ view, norms }: { view: WallView; norms: WallNorms }) {
  return (
    <>
      <h1>How we talk with each other</h1>
      <Fitted of={String(norms.norms.length)} name="list"><ol class="wallList">{norms.norms.map((norm) => <li key={norm}>{norm}</li>)}</ol></Fitted>
      <Meter done={norms.accepted} of={view.here} words="have accepted" />
    </>
  );
}

export function ReadingWall({ view, reading }: { view: WallView; reading: WallReading }) {
  const shared = reading.readings.filter((r) => !(r.side in view.positions));
  return (
    <>
      <h1 class="prompt">{view.question}</h1>
      {shared.length > 0 && <p class="lead">Everyone reads: {shared.map((r, n) => <Fragment key={r.title}>{n > 0 && ' · '}{r.title} <NotReviewed when={r.notReviewed} /></Fragment>)}</p>}
      <div class="wallCols titles">
        {view.positionOrder.map((side) => (
          <section key={side} class={`wallCol ${sideClass(view.positions[side])}`}>
            <h2><Sign /><span>{view.positions[side]!.name}</span></h2>
            <ul>{reading.readings.filter((r) => r.side === side).map((r) => <li key={r.title}>{r.title} <NotReviewed when={r.notReviewed} /></li>)}</ul>
          </section>
        ))}
      </div>
      <Meter done={reading.finished} of={view.here} words="have finished every text" />
    </>
  );
}

export function ReflectionWall({ view, reflection }: { view: WallView; reflection: WallReflection }) {
  return (
    <>
      <h1>Think and write</h1>
      <Fitted of={String(reflection.prompts.length)} name="list"><ul class="wallList prompts">{reflection.prompts.map((prompt) => <li key={prompt}>{prompt}</li>)}</ul></Fitted>
      <p class="lead">Only your teacher reads what you write.</p>
      <Meter done={reflection.finished} of={view.here} words="have answered everything" />
    </>
  );
}
