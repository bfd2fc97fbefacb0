import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entry, feedback, holding, team } from './team.testing';
import { cameBack, cardNow, lookalike, maySign, namesOf, otherSide, pairWords, reasonsBefore, statement, teamTimer } from './teams';

test('a pair is named as one would say it, without those who are away', () => {
  assert.deepEqual(namesOf(team(), 'a', 'p1'), ['Chi']);
  assert.equal(pairWords(team(), 'a', 'p1'), 'You and Chi');
  assert.equal(pairWords(team(), 'b', 'p1'), 'Dee and Eli');
  const { members } = team();
  assert.equal(pairWords(team({ members: { ...members, p4: { ...members['p4']!, absent: true } } }), 'b', 'p1'), 'Dee');
  assert.equal(pairWords(team({ memberOrder: ['p1', 'p2'] }), 'b', 'p1'), 'The other pair');
});

test('the other side is the one that is not assigned', () => assert.equal(otherSide(['duty', 'choice'], 'duty'), 'choice'));

test('a team’s time is the class’s, moved or standing still', () => {
  const timer = { endsAt: '2026-01-01T10:00:00.000Z', paused: false, up: false };
  assert.equal(teamTimer(timer, { offsetMs: 0 }), timer);
  assert.equal(teamTimer(timer, { offsetMs: 60_000 }).endsAt, '2026-01-01T10:01:00.000Z');
  assert.deepEqual(teamTimer(timer, { offsetMs: 60_000, stoppedMs: 5000 }), { paused: true, up: false, remainingMs: 5000 });
  assert.equal(teamTimer({ paused: true, up: false, remainingMs: 10_000 }, { offsetMs: -20_000 }).remainingMs, 0);
});

test('a card holds what the pair writes in this phase; what came back stands apart', () => {
  const at = holding({ e1: entry(), e2: entry({ pair: 'b', side: 'choice' }), e3: entry({ phase: 'reverse', side: 'choice' }), e4: entry({ phase: 'reverse', side: 'choice', feedback }) }, { phase: 'reverse', sideNow: 'choice' });
  assert.deepEqual(cardNow(at).map(([id]) => id), ['e3']);
  assert.deepEqual(cameBack(at).map(([id]) => id), ['e4']);
  assert.deepEqual(reasonsBefore(at, 'choice').map(([id]) => id), ['e2']);
});

test('a statement has its lines in order and one strongest point for each side', () => {
  const { agreed, open, strongest } = statement(holding({ e1: entry({ part: 'agreed' }), e2: entry({ part: 'strongest' }), e3: entry({ part: 'open', feedback }), e4: entry() }));
  assert.deepEqual([agreed.length, open.length, Object.keys(strongest)], [1, 0, ['duty']]);
});

test('nobody signs off what is empty, waits for the teacher or came back', () => {
  assert.equal(maySign(team()), false);
  assert.equal(maySign(holding({ e1: entry() })), false);
  assert.equal(maySign(holding({ e1: entry({ part: 'agreed', held: [] }) })), false);
  assert.equal(maySign(holding({ e1: entry({ part: 'agreed', feedback }) })), false);
  assert.equal(maySign(holding({ e1: entry({ part: 'open' }) })), true);
});

test('a reason that looks like another shows that other', () => {
  assert.equal(lookalike(holding({ e2: entry({ text: 'Theirs.' }) }), entry({ looksLike: 'e2' })), 'Theirs.');
  assert.equal(lookalike(team(), entry()), undefined);
});
