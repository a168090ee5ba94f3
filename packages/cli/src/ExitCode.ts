/** 2 is never a pass: a pipeline that cannot tell must not promote. */
export const ExitCode = {
  yes: 0,
  /** Failed or incomplete. */
  no: 1,
  /** No verdict, not delivered, or a command that could not be understood. */
  unknown: 2,
} as const;

// eslint-disable-next-line @typescript-eslint/no-redeclare
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
