import type { ComponentChildren } from 'preact';
import type { ControversyView, MyControversy, MyTeam } from '../contract';
import { Norms } from '../norms/Norms';
import { Unsent } from '../seat/LeftOver';
import { openGate, useHeadingFocus, type StepProps } from '../seat/step';
import { unsentIn } from '../seat/unsent';
import { useSending, type Sending } from '../seat/useSending';
import { Agree } from './Agree';
import { Card } from './Card';
import { Debrief } from './Debrief';
import { erasedWords } from './erased';
import { placeOf, TITLES, TO_DO } from './phases';
import { Presenting } from './Presenting';
import { Call, Members, TeamLine } from './Team';
import { useSheet } from './useSheet';

type Props = StepProps<ControversyView, MyControversy>;

/** What every screen of a team is given. */
export type TeamProps = Props & { team: MyTeam; sending: Sending };

/** One student's part of the controversy: one thing at a time, as the team's phase says. Norms come first for whoever has not accepted them. */
export function Controversy(props: Props) {
  const { live, lesson, me, mode, view, my } = props;
  const isStyled = useSheet();
  const sending = useSending(live);
  const gate = mode === 'closed' ? undefined : openGate(lesson, me);
  const [norms, mine] = gate ? [lesson.open[gate], me.steps[gate]] : [];
  if (!isStyled) return <main id="main" class="page"><h1>{props.head.title}</h1></main>;
  if (gate && norms?.kind === 'norms' && mine?.kind === 'norms') return <Norms {...props} step={gate} head={lesson.steps[gate] ?? props.head} view={norms} my={mine} gate />;
  const { team } = my;
  if (!team) return <Alone {...props} />;
  const all: TeamProps = { ...props, team, sending };
  if (mode === 'closed' || view.stopped) return <Stopped {...all} />;
  if (team.absent) return <Absent {...all} />;
  // A phase begins with its own screen: nothing half open is taken along from the one before, and what was typed there is kept.
  const key = `${team.number}/${team.pair}/${team.phase}`;
  if (team.phase === 'teams') return <Meet key={key} {...all} />;
  if (team.phase === 'present') return <Presenting key={key} {...all} />;
  if (team.phase === 'agree') return <Agree key={key} {...all} />;
  if (team.phase === 'debrief') return <Debrief key={key} {...all} />;
  return <Card key={key} {...all} />;
}

/** What stands on every screen of a phase: where the class is, who the team is, what came of the last tap. */
export function Screen({ title, children, foot, ...props }: TeamProps & { title?: string; foot?: ComponentChildren; children: ComponentChildren }) {
  const { live, lesson, me, step, view, team, posts, sending, mode } = props;
  const heading = useHeadingFocus(`${step}/${team.number}/${team.phase}/${team.sideNow}`);
  const leftOver = unsentIn(step, me, live.drafts).filter(({ field }) => !isOfNow(field, props));
  return (
    <>
      <main id="main" class="page stack controversy">
        <p class="small where">{placeOf(view.phases, team.phase)}</p>
        <h1 ref={heading} tabIndex={-1}>{title ?? TITLES[team.phase]}</h1>
        {team.phase !== view.phase && <p class="notice">The class is at “{TITLES[view.phase]}”. Your team finishes this part first; your teacher knows.</p>}
        {team.phase !== 'teams' && <TeamLine {...props} />}
        {team.erased !== undefined && <p class="notice small-notice">{erasedWords(team.erased)}</p>}
        {children}
        {sending.refused && <p class="error-box" role="alert">{sending.refused}</p>}
        <Unsent lesson={lesson} posts={posts} texts={leftOver} because="Your team went on before you saved this." />
        {mode !== 'closed' && !view.stopped && <Call {...props} />}
      </main>
      {foot && <footer class="foot row between">{foot}</footer>}
    </>
  );
}

/** A draft that can still be saved where the team is now; entries that stand there can be changed as long as their part is open. */
function isOfNow(field: string, { step, team }: TeamProps): boolean {
  const [what, more = '', turn] = field.slice(`controversy/${step}/`.length).split('/');
  if (what === 'new') return more === 'reason' ? turn === team.sideNow && isCard(team) : team.phase === 'agree';
  if (what === 'say') return team.phase === 'present' && Number(turn) === team.presenting?.turn;
  const entry = team.entries[what ?? ''];
  return entry === undefined ? false : entry.part === 'reason' ? entry.phase === team.phase : team.phase === 'agree';
}

function isCard({ phase }: MyTeam): boolean {
  return phase === 'prepare' || phase === 'reverse' || phase === 'return';
}

/** Nobody to work with yet. */
function Alone({ lesson, step, head, mode, look }: Props) {
  const heading = useHeadingFocus(`${step}/alone`);
  const texts = lesson.stepOrder.find((id) => lesson.open[id]?.kind === 'reading');
  return (
    <main id="main" class="page stack controversy">
      <h1 ref={heading} tabIndex={-1}>{mode === 'closed' ? head.title : 'You will be in a team soon'}</h1>
      {mode === 'closed' ? (
        <p class="notice">This step is closed, and you were in no team. You can read the other steps above.</p>
      ) : (
        <>
          <p role="status">You get a team as soon as there is somebody to work with, or when your teacher places you. This screen changes by itself.</p>
          <section class="notice stack">
            <p>
              <strong>Meanwhile:</strong> {texts ? 'look through the texts again. Find the strongest reason of each side, and keep a sentence for it.' : 'think of one good reason for each side.'}
            </p>
            {texts && (
              <p>
                <button type="button" onClick={() => look(texts)}>
                  Go to the texts
                </button>
              </p>
            )}
          </section>
        </>
      )}
    </main>
  );
}

function Meet(props: TeamProps) {
  const { lesson, team, head } = props;
  const side = lesson.positions[team.assignedSide];
  return (
    <Screen {...props} title={`You are in team ${team.number}`}>
      <p>{TO_DO.teams}</p>
      <Members {...props} />
      <section class="notice stack">
        <p role="status">Your teacher opens the preparation when everybody has found their team.</p>
        <p>
          <strong>Meanwhile:</strong> tell each other which reason for “{side?.name}” you remember best from the texts. {head.early}
        </p>
      </section>
    </Screen>
  );
}

/** Marked as not here, by mistake or until now. */
function Absent(props: TeamProps) {
  const { step, team, sending, mode } = props;
  return (
    <Screen
      {...props}
      title="You are marked as not here"
      foot={
        <button type="button" class="primary wide" disabled={sending.busy || mode !== 'open'} onClick={() => void sending.send({ kind: 'controversy.comeBack', step })}>
          I am here
        </button>
      }
    >
      <p>Your team, number {team.number}, goes on meanwhile. Tap “I am here” and you are part of it again; nothing of yours is lost.</p>
    </Screen>
  );
}

/** Nobody writes: for today, or because the step is over. What the team has is there to be read. */
function Stopped(props: TeamProps) {
  const { view, mode } = props;
  const isForToday = view.stopped && mode !== 'closed';
  return (
    <Debrief {...props} title={isForToday ? 'Stopped for today' : props.head.title}>
      <p class="notice">
        {isForToday ? 'Everything is kept. Next time your team goes on here, with the same people and the time of this part anew.' : 'This step is closed. You can go on reading.'}
      </p>
    </Debrief>
  );
}
