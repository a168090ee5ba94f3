/**
 * Sets of component ids as delta varints (LEB128) of the sorted ids: ids are dense
 * and in first-seen order, so that most deltas take one byte.
 */
export function encodeIds(ids: ArrayLike<number>): Buffer {
  const bytes: number[] = [];
  let last = 0;
  for (let i = 0; i < ids.length; i += 1) {
    let delta = ids[i] - last;
    if (delta < 0) throw new RangeError('component ids are not sorted');
    last = ids[i];
    while (delta > 0x7f) {
      bytes.push((delta & 0x7f) | 0x80);
      delta = Math.floor(delta / 128);
    }
    bytes.push(delta);
  }
  return Buffer.from(bytes);
}

export function decodeIds(bytes: Uint8Array): number[] {
  const ids: number[] = [];
  let last = 0;
  let value = 0;
  let scale = 1;
  for (const byte of bytes) {
    value += (byte & 0x7f) * scale;
    if (byte & 0x80) {
      scale *= 128;
    } else {
      last += value;
      ids.push(last);
      value = 0;
      scale = 1;
    }
  }
  return ids;
}

/** Ids of one sorted list with their flags that the other lacks or flags otherwise. */
export function diffSets(
  before: { ids: number[]; flags: Uint8Array },
  after: { ids: number[]; flags: Uint8Array },
): { gone: number[]; added: { id: number; flags: number }[] } {
  const gone: number[] = [];
  const added: { id: number; flags: number }[] = [];
  let b = 0;
  let a = 0;
  while (b < before.ids.length || a < after.ids.length) {
    const old = before.ids[b] ?? Infinity;
    const now = after.ids[a] ?? Infinity;
    if (old < now) {
      gone.push(old);
      b += 1;
    } else if (now < old) {
      added.push({ id: now, flags: after.flags[a] });
      a += 1;
    } else {
      if (before.flags[b] !== after.flags[a]) {
        gone.push(old);
        added.push({ id: now, flags: after.flags[a] });
      }
      b += 1;
      a += 1;
    }
  }
  return { gone, added };
}
