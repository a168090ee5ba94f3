/**
 * Random numbers that follow from a seed and a label alone, so that two runs, on
 * any machine and in any order, make the same bytes.
 */

/** FNV-1a over the labels, as an unsigned 32-bit number. */
function hash(labels) {
  let state = 0x811c9dc5;
  for (const character of labels.join('\u001f')) {
    state = Math.imul(state ^ character.codePointAt(0), 0x01000193);
  }
  return state >>> 0;
}

/** A generator (sfc32) for one purpose: `random(seed, 'versions', 7)`. */
export function random(...labels) {
  let a = hash(labels);
  let b = hash([...labels, 'b']);
  let c = hash([...labels, 'c']);
  let counter = 1;
  function next() {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  }
  // the first draws of similar labels are correlated
  for (let i = 0; i < 12; i++) next();
  return {
    next,
    /** A whole number from 0 up to, but not including, `limit`. */
    below: limit => Math.floor(next() * limit),
    chance: share => next() < share,
    pick: list => list[Math.floor(next() * list.length)],
    /** Incompressible lower-case hexadecimal. */
    hex(length) {
      let text = '';
      while (text.length < length) {
        text += Math.floor(next() * 0x1_0000_0000)
          .toString(16)
          .padStart(8, '0');
      }
      return text.slice(0, length);
    },
  };
}

/** Draws an index by cumulative weights. */
export function drawIndex(cumulative, generator) {
  const target = generator.next() * cumulative[cumulative.length - 1];
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cumulative[middle] <= target) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Cumulative sums, ready for `drawIndex`. */
export function accumulate(weights) {
  const sums = new Float64Array(weights.length);
  let total = 0;
  for (let i = 0; i < weights.length; i++) sums[i] = total += weights[i];
  return sums;
}
