// The script and the sum of the suites.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const tests = dirname(fileURLToPath(import.meta.url));
const script = join(tests, '..', 'civics');
const folder = mkdtempSync(join(tmpdir(), 'civics tally '));
after(() => rmSync(folder, { recursive: true }));

const ran = (command, ...args) => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', cwd: folder });
  return { status, stdout, stderr };
};

function tally(...suites) {
  const lines = suites.map(([title, code, output], i) => {
    if (output === undefined) return `${title}\t${code}\t-`;
    const file = join(folder, `${i}.${typeof output === 'string' ? 'txt' : 'json'}`);
    writeFileSync(file, typeof output === 'string' ? output : JSON.stringify({ results: { summary: output } }));
    return `${title}\t${code}\t${file}`;
  });
  writeFileSync(join(folder, 'suites.tsv'), lines.join('\n') + '\n');
  return ran(process.execPath, join(tests, 'tally.mjs'), join(folder, 'suites.tsv'));
}

const xunit = (passed, failed = 0, skipped = 0) => ({ tests: passed + failed + skipped, passed, failed, skipped, pending: 0, other: 0 });

test('All suites are added up in one line', () => {
  const { status, stdout } = tally(['client', 0, '# tests 3\n# pass 3\n# fail 0\n'], ['server', 0, xunit(40)], ['browser', 0, xunit(2)]);
  assert.equal(stdout, '45 passed, 0 failed\n');
  assert.equal(status, 0);
});

test('One failed test fails the run, and a skipped one is told before the last line', () => {
  const { status, stdout } = tally(['client', 1, 'ℹ pass 3\nℹ fail 1\n'], ['server', 0, xunit(40, 0, 1)]);
  assert.equal(stdout, '1 skipped\n43 passed, 1 failed\n');
  assert.equal(status, 1);
});

test('A suite that ran nothing, died or stopped half-way has failed', () => {
  const { status, stdout } = tally(['client', 0, 'nothing here'], ['server', 0, xunit(0)], ['browser', 124, xunit(5)]);
  assert.match(stdout, /client: no test ran\.\nserver: no test ran\.\n5 passed, 3 failed\n$/);
  assert.equal(status, 1);
});

test('A build that failed is a failure and not a pass of nothing', () => {
  const { status, stdout } = tally(['Build', 1]);
  assert.equal(stdout, '0 passed, 1 failed\n');
  assert.equal(status, 1);
});

test('The script has no syntax error and tells every verb', () => {
  assert.equal(ran('bash', '-n', script).status, 0);
  const { status, stdout } = ran(script, 'help');
  assert.equal(status, 0);
  for (const verb of ['run', 'demo', 'test', 'bench', 'faults', 'load', 'backup', 'restore', 'migrate']) assert.match(stdout, new RegExp(`\\./civics ${verb}\\b`));
});

for (const [wrong, sentence] of [
  [['dance'], /no '\.\/civics dance'/],
  [['run', 'fast'], /does not know 'fast'/],
  [['run', '--port', 'eighty'], /must be a number/],
  [['load'], /Name one pack/],
  [['backup', 'a', 'b'], /Name one file/],
  [['restore'], /Name one backup/],
  [['restore', '--erasures', 'ledger'], /Name one backup/],
  [['test', '--only', 'some'], /unit, postgresql, servers, faults or e2e/],
]) {
  test(`./civics ${wrong.join(' ')} says what to do`, () => {
    const { status, stdout, stderr } = ran(script, ...wrong);
    assert.match(stderr, sentence);
    assert.equal(stdout, '');
    assert.equal(status, 1);
  });
}
