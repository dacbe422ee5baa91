import assert from 'node:assert/strict';
import { cronMistake } from '../../server/src/model/kubernetes/index.ts';

describe('cronMistake', () => {
  for (const schedule of [
    '* * * * *',
    '*/5 * * * *',
    ' 0  3 * * 1-5 ',
    '0 0 1,15 * ?',
    '0 0 29 2 *',
    '0 0 30 2 1',
    '0 0 31 1-3 *',
    '5/15 0-23/2 * JAN-mar Sun,sat',
    '0 0 * * 0',
    '@daily',
    '@every 1h30m',
    '@every 1.5h',
    '59 23 31 12 6',
    '0,,5 * * * *',
  ])
    it(`reads ${schedule}`, () => {
      assert.equal(cronMistake(schedule), undefined);
    });
  for (const [schedule, reason] of [
    ['', 'it has 0 fields instead of five'],
    ['* * * *', 'it has 4 fields instead of five'],
    ['0 * * * * *', 'it has 6 fields instead of five'],
    ['60 * * * *', '`60` is outside of 0 to 59, the values of the field minute'],
    ['* 24 * * *', '`24` is outside of 0 to 23, the values of the field hour'],
    ['* * 0 * *', '`0` is outside of 1 to 31, the values of the field day of the month'],
    ['* * * 13 *', '`13` is outside of 1 to 12, the values of the field month'],
    ['* * * * 7', '`7` is outside of 0 to 6, the values of the field day of the week'],
    ['* * * * 5-1', '`5-1` runs backwards in the values of the field day of the week'],
    ['*/0 * * * *', '`*/0` has the step 0 in the values of the field minute'],
    ['a * * * *', '`a` is no value of the field minute'],
    ['-5 * * * *', '`-5` is no value of the field minute'],
    ['1-2-3 * * * *', '`1-2-3` is no value of the field minute'],
    ['1/2/3 * * * *', '`1/2/3` is no value of the field minute'],
    ['* * * january *', '`january` is no value of the field month'],
    ['* * L * *', '`L` is no value of the field day of the month'],
    ['@reboot', 'there is no `@reboot`'],
    ['@Daily', 'there is no `@Daily`'],
    ['@every day', '`day` is not a duration such as `1h30m`'],
    ['TZ=UTC * * * *', 'it has 4 fields instead of five'],
  ] as const)
    it(`tells what is wrong with ${schedule}`, () => {
      assert.deepEqual(cronMistake(schedule), { kind: 'unreadable', reason });
    });
  for (const schedule of ['0 0 30 2 *', '0 0 31 2,4,6,9,11 *', '0 0 30-31 FEB ?'])
    it(`knows that ${schedule} never comes`, () => {
      assert.deepEqual(cronMistake(schedule), { kind: 'never' });
    });
  it('sees a time zone', () => {
    assert.deepEqual(cronMistake('CRON_TZ=Europe/Berlin 0 3 * * *'), { kind: 'zone', zone: 'Europe/Berlin' });
    assert.deepEqual(cronMistake('TZ=UTC @daily'), { kind: 'zone', zone: 'UTC' });
  });
  it('is quick with long texts', () => {
    assert.equal(cronMistake(`@every ${'1'.repeat(1_000_000)}`)?.kind, 'unreadable');
  });
});
