import { useState } from 'preact/hooks';
import { type Desk, once } from './desk';
import { Confirm } from './Dialog';
import { previous } from './classroom';
import { leftAtTheEnd } from '../moderation/decide';
import { waiting } from '../moderation/line';
import { type NextThing, nextStep, nextThing } from './nextThing';

/** The one next thing, and the way back. Always in the same place. */
export function Next({ desk }: { desk: Desk }) {
  const { view, ask, place } = desk;
  const [busy, setBusy] = useState(false);
  const [ending, setEnding] = useState(false);
  const next = nextThing(view);
  const step = nextStep(view);
  const back = previous(view.class);

  const go = async (thing: NextThing) => {
    if (thing.ends) return setEnding(true);
    setBusy(true);
    await ask(thing.command);
    setBusy(false);
  };
  if (next === undefined) return <div class="next"><a class="btn primary" href={place.reportUrl}>Open the report</a></div>;
  return (
    <div class="next">
      <button type="button" class="primary" aria-disabled={busy} onClick={once(() => { if (!busy) void go(next); })}>{next.label}</button>
      <div class="aside">
        {back !== undefined && <button type="button" class="quiet small-button" onClick={once(() => ask({ kind: 'step.open', step: back }))}><span>Back: {view.class.steps[back]!.title}</span></button>}
        {step && step.label !== next.label && <button type="button" class="quiet small-button" aria-disabled={busy} title={step.label} onClick={once(() => { if (!busy) void go(step); })}><span>{step.label}</span></button>}
      </div>
      {ending && <EndLesson desk={desk} onClose={() => setEnding(false)} />}
    </div>
  );
}

export function EndLesson({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  return (
    <Confirm
      title="End the lesson?"
      first={leftAtTheEnd(waiting(desk.view).length)}
      says="Students can read what is there, but nobody writes any more, and drafts that were not handed in are cleared. This cannot be undone. The report stays."
      yes="End the lesson"
      onYes={() => desk.ask({ kind: 'session.end' })}
      onClose={onClose}
    />
  );
}
