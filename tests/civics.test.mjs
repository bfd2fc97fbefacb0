// The script and the sum of the suites.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
  for (const verb of ['run', 'demo', 'test', 'bench', 'faults', 'load', 'password', 'backup', 'restore', 'migrate']) assert.match(stdout, new RegExp(`\\./civics ${verb}\\b`));
});

for (const verb of ['run', 'demo', 'test', 'bench', 'faults', 'load', 'backup', 'restore', 'migrate']) {
  test(`./civics ${verb} --help helps and does nothing else`, () => {
    for (const ask of [['--help'], ['-h'], ['--only', 'unit', '--help']]) {
      const { status, stdout, stderr } = ran(script, verb, ...ask);
      assert.match(stdout, new RegExp(`\\./civics ${verb}\\b`));
      assert.equal(stderr, '');
      assert.equal(status, 0);
    }
  });
}

for (const [wrong, sentence] of [
  [['dance'], /no '\.\/civics dance'/],
  [['run', 'fast'], /does not know 'fast'/],
  [['run', '--port', 'eighty'], /must be a number/],
  [['load'], /Name one topic/],
  [['password'], /Name one person/],
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

const sourced = (code, ...args) => ran('bash', '-c', `set -euo pipefail; artifacts=. root=.; stop() { echo "$*" >&2; exit 1; }; . "$0"; ${code}`, join(tests, 'run.sh'), ...args);

for (const [only, options, programs] of [
  ['', 0, 'chromium postgresql nginx'],
  ['', 2, 'chromium'],
  ['unit', 0, ''],
  ['unit', 2, ''],
  ['postgresql', 0, 'postgresql'],
  ['servers', 0, 'postgresql nginx'],
  ['faults', 0, ''],
  ['e2e', 0, 'chromium'],
]) {
  test(`Tests chosen by “${only}” with ${options} options start: ${programs || 'nothing'}`, () => {
    const { stdout, stderr } = sourced('programs_for "$1" "$2"', only, String(options));
    assert.equal(stderr, '');
    assert.equal(stdout.split('\n').filter(Boolean).join(' '), programs);
  });
}

test('Without the right to install, everything that is missing is named at once', () => {
  const away = 'may_install() { return 1; }; find_chromium() { return 1; }; find_nginx() { return 1; }; find_postgresql() { return 0; }';
  const { status, stderr } = sourced(`${away}; need_programs chromium postgresql nginx`);
  assert.equal(status, 1);
  assert.match(stderr, /not here: chromium nginx\. .*apt-get install chromium nginx\).*--only unit needs none/);
  assert.equal(sourced(`${away}; need_programs`).status, 0);
});

test('With the right to install, only what is missing is installed', () => {
  const { status, stdout } = sourced('may_install() { true; }; install() { echo "$*"; here=1; }; here=; find_postgresql() { [ -n "$here" ]; }; find_nginx() { true; }; need_programs postgresql nginx');
  assert.equal(stdout, 'postgresql\n');
  assert.equal(status, 0);
});

// A machine with the .NET SDK, apt and little else.
function machine(name, programs) {
  const bin = mkdtempSync(join(folder, name));
  for (const tool of ['bash', 'dirname', 'readlink', 'id', 'sed', 'grep', 'cut', 'tr', 'mkdir', 'rm', 'tail', 'env']) symlinkSync(spawnSync('bash', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).stdout.trim(), join(bin, tool));
  for (const [program, lines] of Object.entries({ dotnet: 'echo "10.0.100 [/sdk]"', 'apt-get': `echo "$*" >>"${bin}/installed"`, ...programs })) writeFileSync(join(bin, program), `#!/usr/bin/env bash\n${lines}\n`, { mode: 0o755 });
  return {
    installed: () => existsSync(join(bin, 'installed')),
    ran: (...args) => spawnSync(join(bin, 'bash'), args, { encoding: 'utf8', cwd: folder, env: { PATH: bin } }),
  };
}

for (const [where, programs, sentence] of [
  ['Debian 12 without Node.js', { 'apt-cache': 'echo "  Candidate: 18.20.4+dfsg-1~deb12u1"' }, /Node\.js 20 or newer with npm is missing/],
  ['a machine with an old Node.js', { node: 'if [ "$1" = --version ]; then echo v18.20.4; else echo 18; fi', npm: 'true' }, /here is v18\.20\.4/],
]) {
  test(`On ${where} nothing is installed before the tests say what is missing`, () => {
    const bare = machine('bare', programs);
    const { status, stdout, stderr } = bare.ran(join(tests, '..', '.ci', 'run'));
    assert.match(stderr, sentence);
    assert.equal(stdout, '');
    assert.equal(status, 1);
    assert.equal(bare.installed(), false);
  });
}
