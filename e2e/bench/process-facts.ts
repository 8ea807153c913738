import { readFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';

/** What Linux tells of a process; NaN elsewhere, so that a table says it is not known. */

/** Processor time used so far, in seconds; Linux counts it in hundredths. */
export async function cpuSeconds(pid: number): Promise<number> {
  try {
    const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return NaN;
  }
}

/** `VmRSS`: in memory now, `VmHWM`: the most it ever was; megabytes. */
export async function memoryMb(pid: number, field: 'VmRSS' | 'VmHWM'): Promise<number> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Math.round((Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) * 1024) / 1e6);
  } catch {
    return NaN;
  }
}

/** Who else was at work: processes that wanted to run during the last minute, and how many could. */
export const machineLoad = (): { readonly load: number; readonly cores: number } => ({
  load: Math.round((loadavg()[0] ?? NaN) * 10) / 10,
  cores: cpus().length,
});
