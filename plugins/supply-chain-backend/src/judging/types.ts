/** Judges marked releases, one after the other. */
export interface JudgeQueue {
  /** Resolves when everything asked of the release until now has been judged. */
  judge(releaseId: number): Promise<void>;
  /** Judges every marked release; for start and for the task. */
  judgeAll(signal?: AbortSignal): Promise<void>;
}
