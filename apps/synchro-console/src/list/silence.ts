/**
 * A source that has said nothing for longer is told as silent. Payroll is monthly: a month and a half lets a late month
 * pass, and shows a folder that is no longer fed before the second month is missed.
 */
export const SILENT_AFTER_DAYS = 45;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether nothing has been heard for too long; `null`: there is nothing that could be heard from. */
export const isSilent = (heardAt: string | null, now: number): boolean =>
  heardAt !== null && now - Date.parse(heardAt) > SILENT_AFTER_DAYS * DAY_MS;
