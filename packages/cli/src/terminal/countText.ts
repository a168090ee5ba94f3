/** A number and its noun, such as `1 rule` or `2 rules`. */
export function countText(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
