import type { StatementView, WallControversy, WallTeam, WallView } from '../contract';
import { consentWords, TITLES, TO_DO } from '../controversies/phases';
import { sideClass, Sign } from '../parts/sides';
import { Fitted } from './Fitted';
import { Meter } from './Meter';

/** Where the class is in the controversy, and what to do now; the teams while they meet; a statement while it is shown. */
export function ControversyWall({ view, it }: { view: WallView; it: WallControversy }) {
  if (it.stopped) return <div class="centre"><h1>Stopped for today</h1><p class="lead">Everything is kept. Next time you go on with the same people.</p></div>;
  if (it.shown) return <Statement view={view} of={it.shown} />;
  return (
    <>
      <ol class="wallPhases">{it.phases.map(({ phase }) => <li key={phase} aria-current={phase === it.phase ? 'step' : undefined}>{TITLES[phase]}</li>)}</ol>
      <h1 class="wallPhase">{TITLES[it.phase]}</h1>
      <p class="wallDo">{TO_DO[it.phase]}</p>
      {it.phase === 'teams' ? <Placed teams={it.placed} /> : <p class="wallQuestion">{it.prompt}</p>}
      {it.phase !== 'teams' && it.phase !== 'debrief' && <Meter done={it.ready} of={it.teams} words={it.teams === 1 ? 'team is ready' : 'teams are ready'} />}
    </>
  );
}

function Placed({ teams }: { teams: readonly WallTeam[] }) {
  if (teams.length === 0) return <p class="lead">The teams are being made.</p>;
  return (
    <Fitted of={JSON.stringify(teams)} name="placed">
      <ul class="wallTeams">
        {teams.map((team) => <li key={team.number}><b>{team.number}</b><div><p>{team.a.join(' · ')}</p><p>{team.b.join(' · ')}</p></div></li>)}
      </ul>
    </Fitted>
  );
}

function Statement({ view, of }: { view: WallView; of: StatementView }) {
  return (
    <Fitted of={JSON.stringify(of)} name="statementWall">
      <h1>What team {of.team} wrote</h1>
      {([['We agree', of.agreed], ['Still open between us', of.open]] as const).map(([title, lines]) => lines.length > 0 && <section key={title}><h2>{title}</h2><ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul></section>)}
      <div class="wallCols">
        {view.positionOrder.map((side) => <section key={side} class={`wallCol ${sideClass(view.positions[side])}`}><h2><Sign /><span>{view.positions[side]?.name}</span></h2><p>{of.strongest[side] ?? ''}</p></section>)}
      </div>
      {of.consents && <p class="wallConsents">{consentWords(of.consents)}</p>}
    </Fitted>
  );
}
