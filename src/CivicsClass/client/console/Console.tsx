import { useEffect, useRef, useState } from 'preact/hooks';
import type { TeacherCommand, TeacherView } from '../contract';
import type { Clock } from '../live/clock';
import type { Status } from '../live/live';
import { useRemaining } from '../live/useLive';
import { arrivals } from '../moderation/decide';
import { Queue } from '../moderation/Queue';
import { waiting } from '../moderation/line';
import { useShortcuts } from '../moderation/useShortcuts';
import { announce, Announcer } from '../parts/Announcer';
import { Class } from './Class';
import type { Desk, Place } from './desk';
import { Lesson } from './Lesson';
import { count, debates } from './classroom';
import { openQuestions } from './Questions';
import { TopBar } from './TopBar';
import { useKept } from './useKept';
import { useNow } from './useNow';

type Tab = 'lesson' | 'class' | 'waiting';

type Props = { view: TeacherView; place: Place; clock: Clock; status: Status; heldUp: boolean; send: (command: TeacherCommand) => Promise<string | undefined> };

/** The teacher's desk: the class on the left, the lesson in the middle, what waits on the right. */
export function Console({ view, place, clock, status, heldUp, send }: Props) {
  const [safe, setSafe] = useKept(`civics:${place.key}:wallSafe`, false);
  const [keys, setKeys] = useKept('civics:shortcuts', true);
  const [tab, setTab] = useState<Tab>('lesson');
  const [help, setHelp] = useState(false);
  const [refused, setRefused] = useState<string>();
  const now = useNow(clock);
  const remaining = useRemaining(view.class.timer, clock);

  const ask = async (command: TeacherCommand) => {
    const sentence = await send(command);
    setRefused(sentence);
    return sentence === undefined;
  };
  const desk: Desk = { view, place, now, safe, send, ask };
  const lesson = view.class;
  const running = lesson.current !== undefined && lesson.steps[lesson.current]!.status === 'open';
  useShortcuts(keys, {
    '?': () => setHelp(true),
    e: () => { if (lesson.phase !== 'ended') void ask({ kind: 'lesson.eyesUp', on: !lesson.eyesUp }); },
    q: () => { setTab('lesson'); setTimeout(() => document.querySelector<HTMLElement>('[data-question]')?.focus()); },
    p: () => { if (running) void ask({ kind: 'lesson.pause', on: !lesson.timer.paused }); },
  });

  const over = lesson.phase === 'ended';
  const queue = waiting(view);
  useArrivals(queue.map((row) => row.key));
  useEffect(() => {
    document.title = `${queue.length > 0 && !over ? `(${queue.length}) ` : ''}${lesson.title}`;
  }, [queue.length, over, lesson.title]);

  const asked = openQuestions(desk).length;
  const hasQueue = debates(view).length > 0 || view.held !== undefined || Object.values(view.steps).some((it) => it.kind === 'controversy');
  const tabs: [Tab, string][] = [['lesson', asked > 0 ? `Lesson (${asked})` : 'Lesson'], ['class', 'Class'], ...(hasQueue ? [['waiting', `${over ? 'Not decided' : 'Waiting'} (${queue.length})`] as [Tab, string]] : [])];
  return (
    <div class={`desk${safe ? ' safe' : ''}${hasQueue ? '' : ' noQueue'}`} data-tab={tab}>
      <Announcer />
      <div class="status-bar" role="status">
        {status === 'reconnecting' && <p>Reconnecting. What you see may be a moment old; what you ask for is sent once the connection is back.</p>}
        {status === 'live' && heldUp && <p>The server cannot save at the moment. What you asked for is sent again by itself; students’ work is kept on their devices. Let the class go on reading or talking.</p>}
      </div>
      <TopBar desk={desk} onSafe={setSafe} keys={keys} onKeys={setKeys} help={help} onHelp={setHelp} />
      {safe && (
        <section class="safeBar" aria-label="Wall-safe view">
          <p>Wall-safe view: names, waiting texts and private answers are hidden.</p>
          <button type="button" class="small-button" onClick={() => setSafe(false)}>Show everything</button>
        </section>
      )}
      <nav class="tabs" aria-label="Parts of the console">
        {tabs.map(([id, label]) => <button key={id} type="button" aria-pressed={tab === id} onClick={() => setTab(id)}>{label}</button>)}
      </nav>
      <div class="columns">
        <aside class="part class" aria-label="Class"><Class desk={desk} /></aside>
        <main class="both">
          <section class="part lesson" aria-label="Lesson"><Lesson desk={desk} remaining={remaining} {...(refused !== undefined && { refused })} onRefusedRead={() => setRefused(undefined)} /></section>
          {hasQueue && (
            <section class="part waiting" aria-label="Moderation">
              {safe ? <SafeQueue n={queue.length} held={queue.filter((row) => row.held).length} over={over} /> : <Queue desk={desk} keys={keys} />}
            </section>
          )}
        </main>
      </div>
    </div>
  );
}

function SafeQueue({ n, held, over }: { n: number; held: number; over: boolean }) {
  if (over)
    return (
      <>
        <h2>Not decided · {n}</h2>
        <p class="small calm">The texts are hidden in the wall-safe view.</p>
      </>
    );
  return (
    <>
      <h2>Waiting for you · {n}</h2>
      <p class="small calm">{n === 0 ? 'Nothing waits.' : `${count(n, 'text waits', 'texts wait')}${held > 0 ? `, ${held} of them held for you` : ''}.`} The texts are hidden in the wall-safe view; you can moderate on your phone meanwhile.</p>
    </>
  );
}

/** Says that something new waits, without moving focus. */
function useArrivals(keys: string[]): void {
  const before = useRef(keys);
  useEffect(() => {
    const sentence = arrivals(before.current, keys);
    before.current = keys;
    if (sentence) announce(sentence);
  }, [keys.join()]);
}
