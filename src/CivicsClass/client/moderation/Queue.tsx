import { useEffect, useRef, useState } from 'preact/hooks';
import type { Phase } from '../contract';
import type { Desk } from '../console/desk';
import { debateOf } from '../console/classroom';
import { span } from '../console/roster';
import { announce } from '../parts/Announcer';
import { Card } from './Card';
import type { Verb } from './decide';
import { Erase } from './Erase';
import { HeldText } from './HeldText';
import { Incidents } from './Incidents';
import { type Row, waitingSince } from './line';
import { Several } from './Several';
import { soFar } from './soFar';
import { together } from './together';
import { Undecided } from './Undecided';
import { undoWords } from './undo';
import { type Because, useQueue } from './useQueue';
import { useShortcuts } from './useShortcuts';
import './look';

type Form = { key: string; verb: 'return' | 'remove' | 'erase' };

/** What waits for the teacher, one at a time. Never shown in the wall-safe view. */
export function Queue({ desk, keys }: { desk: Desk; keys: boolean }) {
  return (
    <>
      {desk.view.class.phase === 'ended' ? <Undecided desk={desk} /> : <Open desk={desk} keys={keys} />}
      <SoFar desk={desk} />
    </>
  );
}

function Open({ desk, keys }: { desk: Desk; keys: boolean }) {
  const queue = useQueue(desk);
  const { line, now, marks } = queue;
  const [form, setForm] = useState<Form>();
  const [sure, setSure] = useState<string>();
  const [named, setNamed] = useState(false);
  const [several, setSeveral] = useState(false);
  const region = useRef<HTMLDivElement>(null);
  const chase = useRef(false);

  useEffect(() => {
    if (!chase.current) return;
    chase.current = false;
    const card = region.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(line.cursor ?? '')}"]`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  }, [line.cursor, form]);

  const isHeld = (row: Row) => row.text !== undefined || debateOf(desk.view, row.step)?.arguments[row.argument]?.held !== undefined;
  const isIncident = (row: Row) => Object.values(desk.view.held ?? {}).some((held) => held.seq === row.seq && held.incident);
  const move = (by: 1 | -1) => {
    setForm(undefined);
    setSure(undefined);
    chase.current = true;
    queue.move(by);
  };
  const decide = (row: Row, verb: Verb, because?: Because) => {
    if (verb === 'approve' && isHeld(row) && sure !== row.key) {
      setSure(row.key);
      announce('This text is held. Approve once more to let others read it.');
      return;
    }
    setSure(undefined);
    setForm(undefined);
    chase.current = true;
    void queue.decide(row, verb, because);
  };
  const current = line.rows.find((r) => r.key === line.cursor && now.some((w) => w.key === r.key));
  const shown = () => region.current?.offsetParent !== null;
  const withCurrent = (act: (row: Row) => void) => () => { if (current && shown()) act(current); };
  const undo = undoWords(queue.last, desk.now);
  useShortcuts(keys && form === undefined && !several, {
    z: () => { if (undo !== undefined) void queue.undo(); },
    a: withCurrent((row) => decide(row, 'approve')),
    r: withCurrent((row) => setForm({ key: row.key, verb: 'return' })),
    x: withCurrent((row) => { if (row.text === undefined) setForm({ key: row.key, verb: 'remove' }); }),
    i: withCurrent((row) => { if (isHeld(row)) void desk.ask({ kind: 'text.keepIncident', seq: row.seq, ...(isIncident(row) && { over: true }) }); }),
    d: withCurrent((row) => { if (isHeld(row)) setForm({ key: row.key, verb: 'erase' }); }),
    j: () => { if (shown()) move(1); },
    k: () => { if (shown()) move(-1); },
  });

  const erasing = form?.verb === 'erase' ? line.rows.find((r) => r.key === form.key) : undefined;
  const longest = Math.max(0, ...now.map((r) => desk.now - Date.parse(waitingSince(desk.view, r) ?? new Date(desk.now).toISOString())));
  return (
    <div ref={region}>
      <div class="row between wrap">
        <h2>Waiting for you · {now.length}</h2>
        {now.length > 0 && <span class="small">longest {span(longest)}</span>}
      </div>
      {desk.view.identity === 'nameForTeacher' && (
        <label class="toggle small"><input type="checkbox" checked={named} onChange={(e) => setNamed(e.currentTarget.checked)} /> Show names</label>
      )}
      {undo !== undefined && <p class="row between undo"><span class="small">{undo}</span><button type="button" class="small-button" onClick={() => void queue.undo()}>Undo <kbd aria-hidden="true">Z</kbd></button></p>}
      {several && (
        <Several
          desk={desk}
          rows={now.filter((row) => !marks.has(row.key))}
          named={named}
          onApprove={(rows) => { setSeveral(false); for (const row of rows) void queue.decide(row, 'approve'); }}
          onClose={() => setSeveral(false)}
        />
      )}
      {!several && together(now, (row) => debateOf(desk.view, row.step)?.arguments[row.argument]).length > 2 && <button type="button" class="small-button" onClick={() => { setForm(undefined); setSeveral(true); }}>Look through several</button>}
      {line.rows.length === 0 && <p class="calm small">{now.length === 0 && nothingWaits(desk.view.class.phase)}</p>}
      {!several && line.rows.map((row) => {
        const at = {
          key: row.key,
          desk,
          row,
          cursor: row.key === line.cursor,
          named,
          sure: sure === row.key,
          mark: marks.get(row.key),
          form: form?.key === row.key && form.verb !== 'erase' ? form.verb : undefined,
          onPick: () => { setForm(undefined); setSure(undefined); chase.current = true; queue.pick(row); },
          onForm: (verb: Form['verb'] | undefined) => { chase.current = verb === undefined; setForm(verb && { key: row.key, verb }); },
          onDecide: (verb: Verb, because?: Because) => decide(row, verb, because),
        };
        return row.text === undefined
          ? <Card {...at} incident={isIncident(row)} debate={debateOf(desk.view, row.step)!} waits={now.some((w) => w.key === row.key)} onNext={() => move(1)} />
          : <HeldText {...at} />;
      })}
      {erasing && <Erase incident={isIncident(erasing)} onYes={() => decide(erasing, 'erase')} onClose={() => setForm(undefined)} />}
      <Incidents desk={desk} named={named} />
    </div>
  );
}

function nothingWaits(phase: Phase): string {
  return phase === 'ended' ? 'The lesson is over. Everything that was written stands in the report.' : 'Nothing waits for you. Each argument stands here first, before anyone else sees it.';
}

/** The teacher's own pattern, side by side, as the report counts it. */
function SoFar({ desk }: { desk: Desk }) {
  const { positionOrder, positions } = desk.view.class;
  const so = soFar(desk.view);
  if (so === undefined) return null;
  return <p class="small sofar">So far: {so} ({positionOrder.map((side) => positions[side]!.short.toLowerCase()).join(', ')})</p>;
}
