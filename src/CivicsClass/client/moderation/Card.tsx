import type { TeacherArgument, TeacherDebate, TeacherView } from '../contract';
import { type Desk, once } from '../console/desk';
import { span } from '../console/roster';
import { History } from '../debates/History';
import { sideClass, SideTag } from '../parts/sides';
import { ArgumentText, BASES, KINDS } from './ArgumentText';
import { Marked } from '../parts/Marked';
import { BecauseForm } from './Because';
import { author, DONE, isRemoved, SENDING, type Verb } from './decide';
import { ApproveHeld, HeldActions, Why } from './HeldText';
import { marksIn } from './holds';
import { outcome, type Row } from './line';
import type { Because, Mark } from './useQueue';

type Props = {
  desk: Desk;
  row: Row;
  debate: TeacherDebate;
  waits: boolean;
  cursor: boolean;
  named: boolean;
  /** A held argument is approved by a second press. */
  sure: boolean;
  /** Decided on here as an incident, too. */
  incident: boolean;
  mark: Mark | undefined;
  form: 'return' | 'remove' | undefined;
  onPick: () => void;
  onNext: () => void;
  onForm: (verb: 'return' | 'remove' | 'erase' | undefined) => void;
  onDecide: (verb: Verb, because?: Because) => void;
};

/** One argument in the queue: a line once decided, a headline while it waits its turn, everything under the cursor. */
export function Card(props: Props) {
  const { row, debate, waits, cursor, mark, form } = props;
  const argument = debate.arguments[row.argument];
  if (mark && 'verb' in mark && waits) return <Slip words={mark.state === 'sending' ? SENDING[mark.verb] : DONE[mark.verb]} claim={mark.verb === 'erase' ? undefined : argument?.card.claim} />;
  const kept = cursor && !(mark && 'verb' in mark) && argument?.card.version === row.version;
  if (!argument || (!waits && form === undefined && !kept)) {
    const refused = mark && 'refused' in mark ? mark.refused : undefined;
    return <Slip words={refused ?? outcome(row, argument)} claim={argument?.card.claim} keyed={cursor ? row.key : undefined} />;
  }
  return <Waiting {...props} argument={argument} />;
}

function Slip({ words, claim, keyed }: { words: string; claim?: string | undefined; keyed?: string | undefined }) {
  return <p class={keyed ? 'slip cursor' : 'slip'} data-row={keyed} tabIndex={keyed ? -1 : undefined}><strong>{words}</strong>{claim && <> · <bdi>{claim}</bdi></>}</p>;
}

/** Who wrote it, and what kind of argument it is. */
export function By({ view, argument: { participant, card }, named }: { view: TeacherView; argument: TeacherArgument; named: boolean }) {
  return (
    <p class="small">
      {author(view, participant, card.author, named)} {isRemoved(view, participant) && <span class="tag out">removed from the class</span>} · {card.kind === 'argue' ? BASES[card.basis] : KINDS[card.kind]}{card.version > 1 && ' · revised'}
    </p>
  );
}

function Waiting({ desk, row, debate, waits, cursor, named, sure, incident, mark, form, argument, onPick, onNext, onForm, onDecide }: Props & { argument: TeacherArgument }) {
  const { card, held } = argument;
  const position = desk.view.class.positions[card.side];
  const answered = card.on === undefined ? undefined : debate.arguments[card.on]?.card.claim;
  const since = argument.waitingSince === undefined ? undefined : span(desk.now - Date.parse(argument.waitingSince));
  return (
    <article class={`card waiting ${sideClass(position)} ${cursor ? 'cursor' : ''} ${held ? 'held' : ''}`} data-row={row.key} tabIndex={-1} aria-current={cursor ? 'true' : undefined}>
      <div class="row between wrap">
        <span class="row"><SideTag position={position} />{held && <span class="tag held">Held for you</span>}</span>
        {since && <span class="small">{since}</span>}
      </div>
      <h3 dir="auto">{cursor ? <Marked text={card.claim} marks={marksIn(held, 'claim')} /> : <button type="button" class="pick" onClick={onPick}>{card.claim}</button>}</h3>
      <By view={desk.view} argument={argument} named={named} />
      {mark && 'refused' in mark && <p class="notice">{mark.refused}</p>}
      {cursor && (
        <>
          {held && <Why marks={held} />}
          {card.version > 1 && argument.decision && <p class="small">Before: {argument.decision}</p>}
          <ArgumentText card={card} marks={held} {...(answered !== undefined && { answered })} />
          <History card={card} earlier={argument.earlier} />
          {!waits && <p class="notice">Decided meanwhile. {outcome(row, argument)}</p>}
          {!waits && form === undefined ? (
            <button type="button" onClick={onNext}>Go on <kbd aria-hidden="true">J</kbd></button>
          ) : form === undefined ? (
            <div class="row wrap decide">
              {held ? <ApproveHeld sure={sure} onYes={() => onDecide('approve')} /> : <button type="button" class="primary" onClick={once(() => onDecide('approve'))}>Approve <kbd aria-hidden="true">A</kbd></button>}
              <button type="button" onClick={() => onForm('return')}>Return <kbd aria-hidden="true">R</kbd></button>
              <button type="button" class="quiet" onClick={() => onForm('remove')}>Remove <kbd aria-hidden="true">X</kbd></button>
              {held && <HeldActions desk={desk} seq={argument.seq} incident={incident} onErase={() => onForm('erase')} />}
            </div>
          ) : (
            <BecauseForm key={form} verb={form} reasons={debate.reasons} onSend={(because) => onDecide(form, because)} onCancel={() => onForm(undefined)} />
          )}
        </>
      )}
    </article>
  );
}
