/** `--check` lets a value be this many times its First bar. */
export const TOLERANCE = 1.5;

const WIDTH = 30;

/** One line: the value, its bars, and a bar whose full width is the First bar. */
export function printResult({ label, value, unit, first, goal, note }) {
  const text = unit === '×' ? value.toFixed(2) : value.toFixed(1);
  let verdict = '';
  let bar = '';
  if (first !== undefined) {
    const filled = Math.min(WIDTH, Math.round((value / first) * WIDTH));
    bar = `${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}`;
    if (value <= goal) verdict = 'goal';
    else if (value <= first) verdict = 'first';
    else if (value <= first * TOLERANCE) verdict = 'OVER first';
    else verdict = `OVER ${TOLERANCE} × first`;
    verdict = `${verdict} (first ≤ ${first}, goal ≤ ${goal})`;
  }
  console.log(
    `  ${label.padEnd(46)} ${text.padStart(9)} ${unit.padEnd(3)} ${bar.padEnd(
      WIDTH,
    )} ${verdict}${note ? `  ${note}` : ''}`.trimEnd(),
  );
}
