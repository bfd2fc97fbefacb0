import type { ComponentChildren } from 'preact';
import type { ControversyPhase, StatementView } from '../contract';
import { sideClass, Sign, SideTag } from '../parts/sides';
import { Screen, type TeamProps } from './Controversy';
import { Entry } from './Entry';
import { consentWords, TITLES, TO_DO } from './phases';
import { entriesOf, statement } from './teams';

const CARDS: ControversyPhase[] = ['prepare', 'reverse', 'return'];

/** The team's own record to look back on: its statement, and the reasons of both pairs. */
export function Debrief(props: TeamProps & { title?: string; children?: ComponentChildren }) {
  const { lesson, me, team, view, head, mode, children } = props;
  const { agreed, open, strongest } = statement(team);
  const own: StatementView = {
    team: team.number,
    agreed: agreed.map(([, { text }]) => text),
    open: open.map(([, { text }]) => text),
    strongest: Object.fromEntries(Object.entries(strongest).map(([side, [, { text }]]) => [side, text])),
    ...(team.consents && { consents: team.consents }),
  };
  const isLookingBack = team.phase === 'debrief' && mode !== 'closed' && !view.stopped;
  const hasStatement = agreed.length + open.length + Object.keys(strongest).length > 0;
  return (
    <Screen {...props}>
      {children ?? <p>{TO_DO.debrief}</p>}
      {view.shown && view.shown.team !== team.number && (
        <section class="card stack">
          <h2>On the projector: team {view.shown.team}</h2>
          <Statement {...props} of={view.shown} />
        </section>
      )}
      {(hasStatement || isLookingBack) && (
        <section class="card stack">
          <h2>What your team wrote</h2>
          {hasStatement ? <Statement {...props} of={own} /> : <p class="small">Your team has written no statement. What you talked about counts all the same.</p>}
        </section>
      )}
      {CARDS.map((phase) => {
        const reasons = entriesOf(team, (entry) => entry.part === 'reason' && entry.phase === phase && !entry.feedback);
        return reasons.length === 0 ? null : (
          <details key={phase} class="card record" open={!isLookingBack}>
            <summary><h2>{TITLES[phase]}</h2></summary>
            {lesson.positionOrder.map((side) => {
              const here = reasons.filter(([, entry]) => entry.side === side);
              return here.length === 0 ? null : (
                <section key={side} class="stack">
                  <p><SideTag position={lesson.positions[side]} /></p>
                  {here.map(([id, entry]) => <Entry key={id} id={id} entry={entry} lesson={lesson} team={team} me={me.id} />)}
                </section>
              );
            })}
          </details>
        );
      })}
      {isLookingBack && (
        <section class="notice stack">
          <p>
            <strong>To think about:</strong> When were you listened to best? Which reason of the other side will you remember?
          </p>
          {head.early && <p>{head.early}</p>}
        </section>
      )}
    </Screen>
  );
}

/** What a team agrees on and what not, both sides with equal room. */
function Statement({ lesson, of }: TeamProps & { of: StatementView }) {
  return (
    <div class="stack statement">
      <Lines title="We agree" lines={of.agreed} />
      <Lines title="Still open between us" lines={of.open} />
      <div class="cols both-sides">
        {lesson.positionOrder.map((side) => (
          <div key={side} class={sideClass(lesson.positions[side])}>
            <h3 class="side-head"><Sign /> {lesson.positions[side]?.name}</h3>
            <p class="written">{of.strongest[side] ?? <span class="small">No strongest point yet.</span>}</p>
          </div>
        ))}
      </div>
      {of.consents && <p class="small">{consentWords(of.consents)}</p>}
    </div>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      {lines.length === 0 ? <p class="small">Nothing yet.</p> : <ul>{lines.map((line) => <li key={line} class="written">{line}</li>)}</ul>}
    </div>
  );
}
