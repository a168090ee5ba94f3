import { ADVISORY_LOCKS } from './advisoryLocks';

it('gives no two things one lock', () => {
  const keys = Object.values(ADVISORY_LOCKS);
  expect(new Set(keys).size).toBe(keys.length);
});
