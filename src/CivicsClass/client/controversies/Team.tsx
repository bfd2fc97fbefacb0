import { asWords } from '../live/clock';
import { useRemaining } from '../live/useLive';
import { SideTag } from '../parts/sides';
import type { TeamProps } from './Controversy';
import { named } from './phases';
import { namesOf, other, otherSide, pairWords, teamTimer } from './teams';

const LOT = 'Sides are assigned by lot. They say nothing about what anyone believes.';

/** Who is my partner, which side is assigned to us now, and how long the team still has where that is not the class's time. */
export function TeamLine(props: TeamProps) {
  const { lesson, me, team } = props;
  const partners = namesOf(team, team.pair, me.id);
  const rest = namesOf(team, other(team.pair));
  const isSwitched = team.sideNow !== undefined && team.sideNow !== team.assignedSide;
  return (
    <section class="card team" aria-label="Your team">
      <p class="row between">
        <strong>Team {team.number}</strong>
        <TeamTime {...props} />
      </p>
      <p>
        {partners.length > 0 ? <>You and <strong translate={false}>{named(partners)}</strong></> : 'You alone'}
        {team.sideNow === undefined && rest.length > 0 && <>, with <strong translate={false}>{named(rest)}</strong></>}
      </p>
      {team.sideNow && (
        <p>
          {isSwitched ? 'Assigned to you now:' : 'Assigned to you:'} <SideTag position={lesson.positions[team.sideNow]} />
        </p>
      )}
      {team.sideNow && rest.length > 0 && team.phase !== 'present' && (
        <p class="small">
          Facing you: <span translate={false}>{named(rest)}</span>, assigned <SideTag position={lesson.positions[otherSide(lesson.positionOrder, team.sideNow) ?? '']} />
        </p>
      )}
      <p class="small">{team.sideNow ? LOT : 'Roles are dropped: from here on everybody speaks for themselves.'}</p>
    </section>
  );
}

function TeamTime({ live, lesson, team }: TeamProps) {
  const timer = teamTimer(lesson.timer, team.clock);
  const left = useRemaining(timer, live.clock);
  if (team.clock.stoppedMs !== undefined) return <span class="tag">Your team’s time stands still</span>;
  if (team.clock.offsetMs === 0 || left === undefined) return null;
  return <span class="small figure">{left === 0 ? 'Your team’s time is up' : `Your team: ${asWords(left)}`}</span>;
}

/** Both pairs by name, this student's first. */
export function Members({ lesson, me, team }: TeamProps) {
  return (
    <>
      <div class="pairs">
        {[team.pair, other(team.pair)].map((pair) => {
          const side = pair === team.pair ? team.assignedSide : otherSide(lesson.positionOrder, team.assignedSide);
          const members = team.memberOrder.filter((id) => team.members[id]?.pair === pair);
          return (
            <section key={pair} class="card" aria-label={pair === team.pair ? 'Your pair' : 'The other pair'}>
              <h2>{pair === team.pair ? 'Your pair' : 'The other pair'}</h2>
              <p><span class="small">Assigned:</span> <SideTag position={lesson.positions[side ?? '']} /></p>
              <ul class="plain">
                {members.map((id) => (
                  <li key={id}>
                    <span translate={false}>{team.members[id]!.name}</span>
                    {id === me.id && ' (you)'}
                    {team.members[id]!.absent && <span class="small"> not here today</span>}
                  </li>
                ))}
                {members.length === 0 && <li class="small">Nobody yet. Your teacher knows.</li>}
              </ul>
            </section>
          );
        })}
      </div>
      <p class="small">{LOT}</p>
    </>
  );
}

export function Call({ step, team, sending, mode }: TeamProps) {
  const call = (on: boolean) => void sending.send({ kind: 'controversy.callTeacher', step, on });
  return (
    <p class="row call" role="status">
      {team.called ? (
        <>
          <span>Your teacher knows that your team would like help. Go on with what you can meanwhile.</span>
          <button type="button" class="quiet" disabled={mode !== 'open'} onClick={() => call(false)}>
            We no longer need it
          </button>
        </>
      ) : (
        <button type="button" class="quiet" disabled={mode !== 'open'} onClick={() => call(true)}>
          Ask the teacher to come by
        </button>
      )}
    </p>
  );
}

/** "Dee and Eli", for sentences about the other pair. */
export function them({ team, me }: Pick<TeamProps, 'team' | 'me'>): string {
  return pairWords(team, other(team.pair), me.id);
}
