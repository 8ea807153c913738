import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { inferSchema, initParser } from 'udsv';
import { readEntryFile } from '../src/index.js';

/** Run as a process of its own: `contestant.ts <name> <rounds> <path>`; what it reports to the bench. */
export interface Report {
  readonly bestMs: number;
  readonly lines: number;
  readonly peakBytes: number;
}

/** What each contestant makes of the bytes; answers the number of lines that it read. */
const contestants: Record<string, (bytes: Uint8Array) => number> = {
  /** Typed and checked entries. */
  ours: (bytes) => {
    const read = readEntryFile(bytes);
    if (!read.ok) throw new Error(JSON.stringify(read.problems[0]));
    return read.value.entries.reduce((sum, { lines }) => sum + lines.length, 0);
  },

  /** Every field a string, nothing checked. The decoder is the quickest that is right (quicker than Latin-1, mended). */
  udsv: (bytes) => {
    const decoder = new TextDecoder('windows-1252');
    // Node takes a wrong short cut for 0x80–0x9F without `stream`.
    const text = decoder.decode(withoutHeader(bytes), { stream: true }) + decoder.decode();
    const schema = inferSchema(text, { header: () => [], col: '\t', row: '\r\n', encl: '' });
    return initParser(schema).stringArrs(text).length;
  },
};

/** udsv takes the number of fields from the first line. */
const withoutHeader = (bytes: Uint8Array) => bytes.subarray(bytes.indexOf(10, bytes.indexOf(10) + 1) + 1);

const [, , name = '', rounds = '0', path = ''] = process.argv;
let bestMs = Infinity;
let lines = 0;
const read = contestants[name];
if (read !== undefined) {
  const bytes = readFileSync(path);
  for (let round = 0; round < Number(rounds); round += 1) {
    const start = performance.now();
    lines = read(bytes);
    bestMs = Math.min(bestMs, performance.now() - start);
  }
}
const report: Report = { bestMs, lines, peakBytes: process.resourceUsage().maxRSS * 1024 };
process.send?.(report);
