/** What an arrival was to be added to was deleted since it was looked up: look again. */
export class GoneMeanwhile extends Error {
  override readonly name = 'GoneMeanwhile';
}
