import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ControversyView, MyTeam, PresentingView } from '../contract';
import { entry, feedback, holding, team } from './team.testing';
import { heard } from './tells';

const view: ControversyView = { kind: 'controversy', prompt: '', phase: 'prepare', phases: [], written: false, reasons: 3, stopped: false };
const tell = (was: MyTeam | undefined, is: MyTeam | undefined, before = view, now = view) =>
  heard(before, now, { kind: 'controversy', ...(was && { team: was }) }, { kind: 'controversy', ...(is && { team: is }) }, 'p1', (side) => (side === 'duty' ? 'It should be required' : 'It should be a choice'));

test('a new team is told with its partner and the side that was drawn, never as a belief', () => {
  const [said] = tell(undefined, team());
  assert.equal(said, 'You are in team 2 with Chi. Your side by lot: It should be required.');
  assert.doesNotMatch(said!, /belie|opinion|your view/i);
  assert.equal(tell(team(), team({ number: 3 })).length, 1);
});

test('a new phase is told with the side assigned, and without one once roles are dropped', () => {
  assert.deepEqual(tell(team(), team({ phase: 'reverse', sideNow: 'choice' })), ['Now: Change sides. Assigned to you: It should be a choice.']);
  const { sideNow: _, ...free } = team({ phase: 'agree' });
  assert.deepEqual(tell(team(), free), ['Now: Find common ground.']);
});

test('stopping, going on and time are told', () => {
  assert.deepEqual(tell(team(), team(), view, { ...view, stopped: true }), ['Stopped for today. Everything is kept.']);
  assert.deepEqual(tell(team(), team({ clock: { offsetMs: 60_000 } })), ['Your team has more time.']);
  assert.deepEqual(tell(team(), team({ clock: { offsetMs: 0, stoppedMs: 9000 } })), ['Your team’s time stands still.']);
  assert.deepEqual(tell(team(), team({ absent: true })), ['You are marked as not here.']);
});

test('what others save is told, and one’s own is not', () => {
  assert.deepEqual(tell(team(), holding({ e1: entry() })), []);
  assert.deepEqual(tell(team(), holding({ e1: entry({ author: 'p2', savedBy: 'p2' }) })), ['Chi saved: One rule.']);
  assert.deepEqual(tell(holding({ e1: entry() }), holding({ e1: entry({ version: 2, savedBy: 'p2', text: 'A rule.' }) })), ['Chi saved: A rule.']);
  assert.deepEqual(tell(holding({ e1: entry() }), team()), ['A text of yours is no longer there.']);
  assert.deepEqual(tell(holding({ e1: entry() }), holding({ e1: entry({ feedback }) })), ['Your teacher sent a text back to you: Say it again.']);
  assert.deepEqual(tell(holding({ e1: entry({ held: [] }) }), holding({ e1: entry() })), ['Your teacher has looked at your text. Your team reads it now.']);
});

test('whose turn it is is told once', () => {
  const at = (stage: PresentingView['stage'], round = 0) => team({ phase: 'present', presenting: { turn: 0, presenter: 'b', stage, round, held: false } });
  assert.deepEqual(tell(at('presenting'), at('presenting')), []);
  assert.deepEqual(tell(at('presenting'), at('restating')), ['Your turn to restate.']);
  assert.deepEqual(tell(at('judging'), at('restating', 1)), ['Restate it once more.']);
});

test('a changed statement asks anew, and counts are told without names', () => {
  const agree = (more: Partial<MyTeam>) => team({ phase: 'agree', ...more });
  assert.deepEqual(tell(agree({ signed: true }), agree({})), ['The statement has changed. Say again how far you go along.']);
  assert.deepEqual(tell(agree({ signed: true }), agree({ signed: true, consents: [4, 0, 0, 0] })), ['Everybody in your team has said how far they go along.']);
});
