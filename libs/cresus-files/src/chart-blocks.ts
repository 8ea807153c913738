/** A value with the place of its first character. */
export interface ChartValue {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export type ChartRecord = ReadonlyMap<string, ChartValue>;

export interface ChartBlock {
  readonly name: string;
  /** Line of its `BEGIN=`. */
  readonly line: number;
  readonly records: readonly ChartRecord[];
}

export interface ChartBlocks {
  readonly header: ChartRecord;
  readonly blocks: readonly ChartBlock[];
  /** The block that the file does not close. */
  readonly unclosed: ChartBlock | null;
  /** Whether the file says where it ends; one that does not may be half-written. */
  readonly isEnded: boolean;
  readonly lineCount: number;
}

const KEY = /^[A-Z][A-Z0-9_]*(?:\.\d{1,2})?(?==)/;

/**
 * Takes a `.crp` apart, whatever its keys and blocks mean:
 *
 *     TITLE=pme              header
 *     BEGIN=TVACODES         block
 *     ENTRY                  record, to the next ENTRY or END=
 *     COMMENT=first line ␍   the value goes on: CR CR LF, kept as LF
 *     second line
 *     END=TVACODES
 *     ENDOFFILE
 *
 * In a file whose carriage returns were lost on the way, a line that is not blank and has no key goes on with the value
 * before. In any other it is something unknown, such as a key of another form, and passed over.
 */
export function readChartBlocks(text: string): ChartBlocks {
  const header = new Map<string, OpenValue>();
  const blocks: OpenBlock[] = [];
  let block: OpenBlock | null = null;
  /** The value before, as long as it may go on. */
  let value: OpenValue | null = null;
  let line = 0;
  const returnsWereLost = !text.includes('\r');

  const rows = text.split('\n');
  for (const raw of rows) {
    line += 1;
    const content = withoutReturns(raw);
    const goesOn = raw.length - content.length >= 2;
    if (value?.goesOn === true) {
      value.text += `\n${content}`;
      value.goesOn = goesOn;
      continue;
    }
    const key = KEY.exec(content)?.[0];
    const record: Map<string, OpenValue> | undefined = block === null ? header : block.records.at(-1);
    if (content === 'ENDOFFILE') return { header, blocks, unclosed: block, isEnded: true, lineCount: line };
    if (block === null && key === 'BEGIN') {
      block = { name: content.slice('BEGIN='.length), line, records: [] };
      blocks.push(block);
      value = null;
    } else if (block !== null && content === `END=${block.name}`) {
      block = null;
      value = null;
    } else if (block !== null && content === 'ENTRY') {
      block.records.push(new Map());
      value = null;
    } else if (key !== undefined && record !== undefined) {
      value = { text: content.slice(key.length + 1), line, column: key.length + 2, goesOn };
      record.set(key, value);
    } else if (returnsWereLost && value !== null && block !== null && content !== '' && line < rows.length) {
      // The last row has no line end: it may be the beginning of a key.
      value.text += `\n${content}`;
      value.goesOn = goesOn;
    }
  }
  return { header, blocks, unclosed: block, isEnded: false, lineCount: line };
}

interface OpenBlock extends ChartBlock {
  readonly records: Map<string, OpenValue>[];
}

interface OpenValue extends ChartValue {
  text: string;
  /** Its line ended with CR CR LF: the next one belongs to it, whatever it looks like. */
  goesOn: boolean;
}

/** Without the carriage returns at its end, however many. */
function withoutReturns(raw: string): string {
  let end = raw.length;
  while (end > 0 && raw[end - 1] === '\r') end -= 1;
  return raw.slice(0, end);
}
