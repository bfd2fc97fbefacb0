import type { HeldView, TeacherView } from '../contract';
import { type Desk, once } from '../console/desk';
import { span } from '../console/roster';
import { Marked } from '../parts/Marked';
import { BecauseForm } from './Because';
import { author, DONE, isRemoved, SENDING, type Verb } from './decide';
import { marksIn, reasonsOf } from './holds';
import type { Row } from './line';
import type { Because, Mark } from './useQueue';

type Props = {
  desk: Desk;
  row: Row;
  cursor: boolean;
  named: boolean;
  sure: boolean;
  mark: Mark | undefined;
  form: 'return' | 'remove' | undefined;
  onPick: () => void;
  onForm: (verb: 'return' | 'erase' | undefined) => void;
  onDecide: (verb: Verb, because?: Because) => void;
};

/** A held text that is no argument: what a team writes, for one. */
export function HeldText(props: Props) {
  const { desk, row, cursor, mark } = props;
  const held = row.text === undefined ? undefined : desk.view.held?.[row.text];
  if (mark && 'verb' in mark) return <Gone words={held?.waits ? SENDING[mark.verb] : DONE[mark.verb]} />;
  if (!held?.waits) return <Gone words="Decided meanwhile, or changed by its author" keyed={cursor ? row.key : undefined} />;
  return <Waiting {...props} held={held} />;
}

function Gone({ words, keyed }: { words: string; keyed?: string | undefined }) {
  return <p class={keyed ? 'slip cursor' : 'slip'} data-row={keyed} tabIndex={keyed ? -1 : undefined}><strong>{words}</strong></p>;
}

function Waiting({ desk, row, cursor, named, sure, mark, form, held, onPick, onForm, onDecide }: Props & { held: HeldView }) {
  return (
    <article class={`card waiting held ${cursor ? 'cursor' : ''}`} data-row={row.key} tabIndex={-1} aria-current={cursor ? 'true' : undefined}>
      <div class="row between wrap">
        <span class="tag held">Held for you</span>
        <span class="small">{span(desk.now - Date.parse(held.at))}</span>
      </div>
      <h3>{cursor ? held.what : <button type="button" class="pick" onClick={onPick}>{held.what}</button>}</h3>
      <p class="small">{writer(desk.view, held, named)} {isRemoved(desk.view, held.participant) && <span class="tag out">removed from the class</span>}</p>
      {mark && 'refused' in mark && <p class="notice">{mark.refused}</p>}
      {cursor && (
        <>
          <Why marks={held.marks} />
          <Texts held={held} />
          {form === 'return' ? (
            <BecauseForm verb="return" reasons={desk.view.heldReasons ?? []} onSend={(because) => onDecide('return', because)} onCancel={() => onForm(undefined)} />
          ) : (
            <>
              <div class="row wrap decide">
                <ApproveHeld sure={sure} onYes={() => onDecide('approve')} />
                <button type="button" onClick={() => onForm('return')}>Return <kbd aria-hidden="true">R</kbd></button>
              </div>
              <HeldActions desk={desk} seq={held.seq} incident={held.incident} onErase={() => onForm('erase')} />
            </>
          )}
        </>
      )}
    </article>
  );
}

/** Approving what is held takes two presses, so that no hurried key lets it through. */
export function ApproveHeld({ sure, onYes }: { sure: boolean; onYes: () => void }) {
  return <button type="button" class={sure ? 'primary' : ''} onClick={once(onYes)}>{sure ? 'Yes, approve it' : 'Approve'} <kbd aria-hidden="true">A</kbd></button>;
}

/** `keyed`: the two keys act on it. */
export function HeldActions({ desk, seq, incident, keyed = true, onErase }: { desk: Desk; seq: number; incident: boolean; keyed?: boolean; onErase: () => void }) {
  return (
    <div class="row wrap decide">
      <button type="button" class="small-button" aria-pressed={incident} onClick={once(() => desk.ask({ kind: 'text.keepIncident', seq, ...(incident && { over: true }) }))}>{incident ? 'Kept as an incident' : 'Keep as an incident'} {keyed && <kbd aria-hidden="true">I</kbd>}</button>
      <button type="button" class="small-button quiet" onClick={onErase}>Erase everywhere… {keyed && <kbd aria-hidden="true">D</kbd>}</button>
    </div>
  );
}

/** The reason in words, and who sees the text while it waits. */
export function Why({ marks, waits = true }: { marks: HeldView['marks']; waits?: boolean }) {
  return (
    <p class="heldWhy"><strong>{reasonsOf(marks).join(' ')}</strong> {waits && <span class="small">Only you and its author see it. The words are marked.</span>}</p>
  );
}

export function Texts({ held }: { held: Pick<HeldView, 'texts' | 'marks'> }) {
  return <>{Object.entries(held.texts).map(([field, text]) => <p key={field} class="prose" dir="auto"><Marked text={text} marks={marksIn(held.marks, field)} /></p>)}</>;
}

/** Masked like every author; one who left the class has no alias here any more. */
export function writer(view: TeacherView, { participant }: Pick<HeldView, 'participant'>, named: boolean): string {
  return author(view, participant, view.roster[participant]?.alias ?? 'Somebody who left', named);
}
