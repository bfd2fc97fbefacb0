import type { Verdict, WallClaim, WallSourceCheck, WallVerdict, WallView } from '../contract';
import { inWords } from '../sourceChecks/verdicts';
import { Fitted } from './Fitted';
import { Meter } from './Meter';

/** All claims with how many have judged each, or the one that the class talks about. */
export function SourceCheckWall({ view, check }: { view: WallView; check: WallSourceCheck }) {
  const claim = check.claims.find(({ number }) => number === check.current);
  if (claim) return <One view={view} of={check.claims.length} claim={claim} />;
  return (
    <>
      <h1>{check.title}</h1>
      <Fitted of={`${check.claims.length} ${check.claims.filter(({ revealed }) => revealed).length}`} name="claims">
        <ol class="wallClaims">
          {check.claims.map((one) => (
            <li key={one.number}>
              <b class="number">{one.number}</b>
              <span>{one.text}</span>
              <span class="judged">{one.revealed ? <strong>{inWords(one.revealed.verdict)}</strong> : `${one.judged} judged`}</span>
            </li>
          ))}
        </ol>
      </Fitted>
      <Meter done={check.finished} of={view.here} words="have judged every claim" />
    </>
  );
}

function One({ view, of, claim }: { view: WallView; of: number; claim: WallClaim }) {
  const judged = claim.revealed ? `${claim.judged} ${claim.judged === 1 ? 'judgement' : 'judgements'}` : `${claim.judged} of ${Math.max(view.here, claim.judged)} judged`;
  return (
    <Fitted of={`${claim.number} ${claim.revealed !== undefined}`} name="quizWall">
      <p class="lead">Claim {claim.number} of {of} · <b>{judged}</b></p>
      <h1>{claim.text}</h1>
      {claim.revealed ? <Revealed verdict={claim.revealed} /> : <p class="lead">True, partly true, false, outdated, unverifiable or opinion? Say why on your own screen.</p>}
    </Fitted>
  );
}

function Revealed({ verdict }: { verdict: WallVerdict }) {
  return (
    <>
      <div class="wallVerdict">
        <ul class="answers revealed">
          {verdict.shares.map((share) => <Row key={share.verdict} {...share} isIt={share.verdict === verdict.verdict} />)}
        </ul>
        <div class="why">
          <p class="theVerdict"><span>Verdict</span> {inWords(verdict.verdict)}</p>
          <p>{verdict.reason}</p>
          <p class="lead">Evidence: {verdict.evidence.map(({ title, note }) => (note ? `${title} (${note})` : title)).join(' · ')}</p>
        </div>
      </div>
      <p class="explain"><b>What would change the verdict:</b> {verdict.changeMind}</p>
    </>
  );
}

function Row({ verdict, percent, isIt }: { verdict: Verdict; percent: number; isIt: boolean }) {
  return (
    <li class={isIt ? 'isIt' : undefined}>
      <span class="text">{isIt && '▸ '}{inWords(verdict)}</span>
      <div class="bar" aria-hidden="true"><i style={{ width: `${percent}%` }} /></div>
      <span class="percent">{percent} %</span>
    </li>
  );
}
