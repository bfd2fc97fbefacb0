import assert from 'node:assert/strict';
import { test } from 'node:test';
import { host, isThisComputer } from './host';

test('The address to type is named without its scheme and code', () => {
  assert.equal(host('https://civics.school/join/K7M3QX'), 'civics.school/join');
});

test('An address of this computer only is known as one', () => {
  for (const address of ['http://127.0.0.1:5080/join/K7M3QX', 'http://localhost:5080/join', 'http://[::1]:5080/join', 'http://127.1.2.3/join']) assert.ok(isThisComputer(address), address);
  for (const address of ['https://civics.school/join', 'http://192.168.1.20:5080/join', 'https://localhost.school/join', 'https://127.school/join', 'civics.school/join']) assert.ok(!isThisComputer(address), address);
});
