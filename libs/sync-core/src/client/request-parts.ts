import { paths } from '../contract/paths.js';
import type { OperationId } from '../contract/routes.js';

/** The typed input of an operation as the wire sees it. */
export interface RequestParts {
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined;
  readonly body?: unknown;
  readonly idempotencyKey?: string | undefined;
}

/**
 * The address of an operation; everything that comes from outside is escaped, so that no id or file
 * name can lead to another route.
 *
 * @param url the service's own address; empty for the page's own origin
 */
export function requestUrl(url: string, operation: OperationId, { params, query }: RequestParts): string {
  const path = paths[operation].path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params?.[name] ?? ''),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) search.set(name, String(value));
  }
  const tail = search.size > 0 ? `?${search.toString()}` : '';
  return `${url.replace(/\/+$/, '')}/api/v1${path}${tail}`;
}
