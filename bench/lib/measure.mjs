/** Middle value; of an even number of values the mean of the two in the middle. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The value that `share` of all values do not exceed. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[
    Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)
  ];
}

/** CPU of the whole process, worker threads included, and wall time; milliseconds. */
export async function timed(work) {
  global.gc?.();
  const cpu = process.cpuUsage();
  const began = performance.now();
  const result = await work();
  const wall = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  return { result, wall, cpu: (user + system) / 1000 };
}

/**
 * Runs the candidates in turn, round by round, so that a noisy moment hits all of
 * them; the first round warms up and is not counted. Returns the measurements by
 * candidate, and of every round the ratio to `floor`.
 */
export async function interleave(candidates, { rounds = 5, floor } = {}) {
  const times = Object.fromEntries(
    Object.keys(candidates).map(name => [name, []]),
  );
  for (let round = 0; round <= rounds; round++) {
    for (const [name, work] of Object.entries(candidates)) {
      const { cpu, wall } = await timed(() => work(round));
      if (round > 0) times[name].push({ cpu, wall });
    }
  }
  const cpu = Object.fromEntries(
    Object.entries(times).map(([name, list]) => [
      name,
      median(list.map(t => t.cpu)),
    ]),
  );
  const ratios =
    floor &&
    Object.fromEntries(
      Object.keys(candidates)
        .filter(name => name !== floor)
        .map(name => [
          name,
          median(
            times[name].map((t, round) => t.cpu / times[floor][round].cpu),
          ),
        ]),
    );
  return { cpu, ratios, times };
}

/**
 * Longest time that the event loop did not get round during `work`, in milliseconds:
 * `longest` by the wall clock, `busiest` by the CPU time of this thread, which other
 * programs of the machine do not lengthen.
 */
export async function longestStall(work) {
  let last = performance.now();
  let lastCpu = process.threadCpuUsage();
  let longest = 0;
  let busiest = 0;
  const late = [];
  const probe = setInterval(() => {
    const now = performance.now();
    const gap = now - last - 2;
    longest = Math.max(longest, gap);
    late.push(Math.max(0, gap));
    last = now;
    const { user, system } = process.threadCpuUsage(lastCpu);
    busiest = Math.max(busiest, (user + system) / 1000);
    lastCpu = process.threadCpuUsage();
  }, 2);
  try {
    const result = await work();
    await new Promise(resolve => setTimeout(resolve, 10));
    return { result, longest, busiest, p99: quantile(late, 0.99) };
  } finally {
    clearInterval(probe);
  }
}
