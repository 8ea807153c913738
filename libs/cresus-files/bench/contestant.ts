import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { initParser, inferSchema } from 'udsv';
import { readEntryFile } from '../src/index.js';

/** What one child process reports to the bench. */
export interface Report {
  readonly bestMs: number;
  readonly lines: number;
  readonly peakBytes: number;
}

const ROUNDS = 7;

/** What each contestant makes of the bytes: the number of lines that it read. */
const contestants = {
  /** Starts and ends; its memory is taken off the others'. */
  empty: () => 0,

  ours: (bytes: Uint8Array) => {
    const read = readEntryFile(bytes);
    if (!read.ok) throw new Error(JSON.stringify(read.problems[0]));
    return read.value.entries.reduce((sum, { lines }) => sum + lines.length, 0);
  },

  /** Bytes decoded by the quickest way that is right, then split: every field is a string, nothing is checked. */
  udsv: (bytes: Uint8Array) => {
    const text = decodeLatin1AndMend(withoutHeader(bytes));
    const schema = inferSchema(text, { header: () => [], col: '\t', row: '\r\n', encl: '' });
    return initParser(schema).stringArrs(text).length;
  },

  'udsv-textdecoder': (bytes: Uint8Array) => {
    const decoder = new TextDecoder('windows-1252');
    // Node takes a wrong short cut for 0x80–0x9F without `stream`.
    const text = decoder.decode(withoutHeader(bytes), { stream: true }) + decoder.decode();
    const schema = inferSchema(text, { header: () => [], col: '\t', row: '\r\n', encl: '' });
    return initParser(schema).stringArrs(text).length;
  },
};

/** udsv takes the number of fields from the first line. */
const withoutHeader = (bytes: Uint8Array) => bytes.subarray(bytes.indexOf(10, bytes.indexOf(10) + 1) + 1);

const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeLatin1AndMend(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).latin1Slice();
  return text.replace(/[\u0080-\u009f]/g, (char) => C1.charAt(char.charCodeAt(0) - 0x80));
}

const [, , name = '', path = ''] = process.argv;
const read = contestants[name as keyof typeof contestants];
let bestMs = Infinity;
let lines = 0;
if (name !== 'empty') {
  const bytes = readFileSync(path);
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    lines = read(bytes);
    bestMs = Math.min(bestMs, performance.now() - start);
  }
}
const report: Report = { bestMs, lines, peakBytes: process.resourceUsage().maxRSS * 1024 };
process.send?.(report) ?? console.log(report);
