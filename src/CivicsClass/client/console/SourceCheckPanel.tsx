import type { TeacherClaim, TeacherSourceCheck } from '../contract';
import { inWords } from '../sourceChecks/verdicts';
import { count, outOf } from './classroom';
import { type Desk, once } from './desk';
import { seats } from './roster';
import { Share } from './Share';

type Part = { desk: Desk; step: string; check: TeacherSourceCheck };

/** Claim by claim: how many judged, how, and why; the verdict once the class has it. */
export function SourceCheckPanel(part: Part) {
  const { desk, step, check } = part;
  const hidden = check.order.filter((claim) => !check.claims[claim]!.revealed).length;
  return (
    <section class="card stack">
      <div class="row between wrap">
        <h2>{check.title}</h2>
        {check.current !== undefined && <button type="button" class="small-button" onClick={once(() => desk.ask({ kind: 'sourceCheck.show', step }))}>All claims on the wall</button>}
      </div>
      <p class="small">Verdicts come to every screen when you show them, yours included. Reasons are read by you alone.</p>
      <ol class="questions">
        {check.order.map((claim) => <Line key={claim} {...part} id={claim} claim={check.claims[claim]!} />)}
      </ol>
      {hidden > 1 && <p><button type="button" onClick={once(() => desk.ask({ kind: 'sourceCheck.revealAll', step }))}>Show all {hidden} verdicts</button></p>}
    </section>
  );
}

function Line({ desk, step, check, id, claim }: Part & { id: string; claim: TeacherClaim }) {
  const { view, safe, ask } = desk;
  const isOnWall = check.current === id;
  const words = `${claim.judged} of ${outOf(view, claim.judged)} judged${claim.revealed ? ` · ${inWords(claim.revealed.verdict)}` : ''}`;
  return (
    <li aria-current={isOnWall ? 'true' : undefined}>
      <details>
        <summary><span class="number">{claim.number}</span><span class="stemLine">{claim.text}</span><span class="small">{words}</span></summary>
        {(!safe || claim.revealed) && (
          <ul class="options">
            {claim.spread.map(({ verdict, count: n }) => (
              <li key={verdict}>
                <Share label={<>{claim.revealed?.verdict === verdict && <strong>Verdict: </strong>}{inWords(verdict)}</>} value={n} of={claim.judged} words={String(n)} />
              </li>
            ))}
          </ul>
        )}
        {claim.revealed && <Explained claim={claim} />}
        <p class="row wrap">
          {!claim.revealed && <button type="button" class="small-button" onClick={once(() => ask({ kind: 'sourceCheck.reveal', step, claim: id }))}>Show the verdict<span class="unseen"> on claim {claim.number}</span></button>}
          {!isOnWall && <button type="button" class="small-button quiet" onClick={once(() => ask({ kind: 'sourceCheck.show', step, claim: id }))}>Turn the class to this claim<span class="unseen"> ({claim.number})</span></button>}
        </p>
        <Reasons desk={desk} claim={claim} />
      </details>
    </li>
  );
}

function Explained({ claim: { revealed } }: { claim: TeacherClaim }) {
  if (!revealed) return null;
  return (
    <>
      <p class="explanation">{revealed.reason}</p>
      <p class="small">It stands in ¶{revealed.paragraph}. What would change the verdict: {revealed.changeMind}</p>
      <ul class="small">
        {revealed.evidence.map((source) => (
          <li key={source.title}>{source.url ? <a href={source.url} target="_blank" rel="noopener noreferrer">{source.title}</a> : source.title}{source.note && ` (${source.note})`}</li>
        ))}
      </ul>
    </>
  );
}

function Reasons({ desk, claim }: { desk: Desk; claim: TeacherClaim }) {
  const wrote = seats(desk.view).filter((seat) => claim.judgements[seat.id]);
  if (wrote.length === 0) return null;
  if (desk.safe) return <p class="small">{count(wrote.length, 'reason is', 'reasons are')} hidden in the wall-safe view.</p>;
  return (
    <ul class="reasons">
      {wrote.map((seat) => {
        const { verdict, paragraph, reason } = claim.judgements[seat.id]!;
        return <li key={seat.id}><span class="small"><b>{seat.label}</b> · {inWords(verdict)} · ¶{paragraph}</span><p class="prose">{reason}</p></li>;
      })}
    </ul>
  );
}
