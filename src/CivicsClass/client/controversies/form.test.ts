import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY, fieldOf, formOf, isSaved, keepBoth, MAX, maxOf, notesField, problem, read, save, sayField, standing } from './form';
import { entry, feedback, holding, team } from './team.testing';

const reason = { part: 'reason', side: 'duty' } as const;
const mine = { ...EMPTY, text: ' Mine. ' };

test('every text has a draft of its own', () => {
  const fields = [fieldOf('s', reason), fieldOf('s', { ...reason, side: 'choice' }), fieldOf('s', { part: 'agreed' }), fieldOf('s', { ...reason, entry: 'e1' }), sayField('s', 'restate', 0), sayField('s', 'restate', 0, 1), sayField('s', 'restate', 1), notesField('s', 0)];
  assert.equal(new Set(fields).size, fields.length);
});

test('a draft comes back as it was, and a broken one as the start', () => {
  assert.deepEqual(read(JSON.stringify(mine), EMPTY), mine);
  assert.deepEqual(read('', mine), mine);
  assert.deepEqual(read('{half', EMPTY), EMPTY);
});

test('what a partner saved meanwhile is noticed before anything is sent', () => {
  const opened = { ...formOf(entry()), text: 'Mine.' };
  assert.equal(standing({ ...reason, entry: 'e1' }, opened, holding({ e1: entry() })).is, 'free');
  assert.equal(standing({ ...reason, entry: 'e1' }, opened, holding({ e1: entry({ version: 2 }) })).is, 'newer');
  assert.equal(standing({ ...reason, entry: 'e1' }, opened, team()).is, 'gone');
  assert.equal(standing(reason, mine, holding({ e1: entry() })).is, 'free');
});

test('a second strongest point of the same side meets the first', () => {
  const theirs = holding({ e4: entry({ part: 'strongest', side: 'choice', author: 'p3', savedBy: 'p3' }) });
  assert.equal(standing({ part: 'strongest', side: 'choice' }, mine, theirs).is, 'newer');
  assert.equal(standing({ part: 'strongest', side: 'duty' }, mine, theirs).is, 'free');
});

test('keeping both loses neither', () => {
  const theirs = { id: 'e4', entry: entry({ part: 'strongest', text: 'Theirs.', version: 3 }) };
  assert.deepEqual(keepBoth('s', { part: 'strongest', side: 'duty' }, mine, theirs), { kind: 'controversy.saveEntry', step: 's', entry: 'e4', version: 3, part: 'strongest', side: 'duty', text: 'Theirs. Mine.', quotations: [] });
  const beside = keepBoth('s', { ...reason, entry: 'e1' }, { ...mine, version: 4 }, { id: 'e1', entry: entry() });
  assert.deepEqual([beside.entry, beside.version, beside.text], [undefined, 0, 'Mine.']);
});

test('what is sent names the version it changes, and lines carry no quotations', () => {
  const quotations = [{ passage: 'r.1.1', exact: 'one rule' }];
  assert.deepEqual(save('s', { ...reason, entry: 'e1' }, { ...mine, quotations, version: 2 }), { kind: 'controversy.saveEntry', step: 's', entry: 'e1', version: 2, part: 'reason', side: 'duty', text: 'Mine.', quotations });
  assert.deepEqual(save('s', { part: 'open' }, { ...mine, quotations }).quotations, []);
});

test('a draft is done once exactly this is saved by oneself', () => {
  const form = formOf(entry());
  assert.equal(isSaved(reason, form, holding({ e1: entry() }), 'p1'), true);
  assert.equal(isSaved(reason, form, holding({ e1: entry({ savedBy: 'p2' }) }), 'p1'), false);
  assert.equal(isSaved(reason, form, holding({ e1: entry({ feedback }) }), 'p1'), false);
  assert.equal(isSaved(reason, EMPTY, holding({ e1: entry({ text: '' }) }), 'p1'), false);
});

test('a text that is missing or too long is refused before it is sent', () => {
  assert.equal(problem('  ', MAX.reason, 'Write.'), 'Write.');
  assert.equal(problem('x'.repeat(maxOf('reason')), maxOf('reason'), ''), undefined);
  assert.notEqual(problem('x'.repeat(maxOf('open') + 1), maxOf('open'), ''), undefined);
});
