import { ClassDefinition, ClassMatch } from './types';
import { sayDuration } from './sayDuration';

/**
 * What a change of a class takes away from evidence, as sentences; none where it only
 * lengthens. `next` is absent for a class that is to end, `now` for one that is new.
 */
export function shortens(
  now: ClassDefinition | undefined,
  next: ClassDefinition | undefined,
): string[] {
  if (!next) return now ? ['The class ends; the default takes its place.'] : [];
  if (!now) {
    return next.insteadOfDefault ? ['It stands instead of the default.'] : [];
  }
  const less: string[] = [];
  if (next.minimumMs < now.minimumMs) {
    less.push(
      `Kept for ${sayDuration(next.minimumMs)}, not ${sayDuration(
        now.minimumMs,
      )}.`,
    );
  }
  if (next.start !== now.start) {
    less.push(`Counted from ${next.start}, not from ${now.start}.`);
  }
  if (
    next.latestMs !== undefined &&
    next.latestMs < (now.latestMs ?? Infinity)
  ) {
    less.push(`Gone after ${sayDuration(next.latestMs)} at the latest.`);
  }
  if (next.insteadOfDefault && !now.insteadOfDefault) {
    less.push('It stands instead of the default.');
  }
  // Wider takes the default away from more, where the class stands instead of it
  const isNarrower = !covers(next.match, now.match);
  const isWider = !covers(now.match, next.match);
  if (isNarrower || (isWider && next.insteadOfDefault)) {
    less.push('It applies to other evidence than before.');
  }
  return less;
}

/** Whether everything that `inner` matches is surely matched by `outer`. */
function covers(outer: ClassMatch, inner: ClassMatch): boolean {
  return (
    coversList(outer.kinds, inner.kinds) &&
    coversList(outer.channels, inner.channels) &&
    coversList(outer.lines, inner.lines) &&
    (['kind', 'namespace', 'name', 'type', 'lifecycle'] as const).every(key => {
      const glob = outer.entities?.[key] ?? '*';
      return glob === '*' || glob === inner.entities?.[key];
    })
  );
}

function coversList(
  outer: readonly string[] | undefined,
  inner: readonly string[] | undefined,
): boolean {
  if (outer === undefined || outer.includes('*')) return true;
  return inner !== undefined && inner.every(value => outer.includes(value));
}
