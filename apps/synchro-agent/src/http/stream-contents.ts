import { snapshotOf } from '@synchro/mandate-service';
import type { MandateService } from '@synchro/mandate-service';
import type { StreamScope } from '@synchro/sync-core/contract';
import type { SharedSnapshot, StreamContent } from './event-streams.js';

/** A stream whose messages are the snapshots of one scope. */
export function oneScope(service: MandateService, scope: StreamScope): StreamContent {
  return { scopes: [sharedSnapshot(service, scope)], message: ([snapshot = '']) => snapshot };
}

/** A stream whose messages hold the snapshots of all scopes, in the order asked. */
export function severalScopes(service: MandateService, scopes: readonly StreamScope[]): StreamContent {
  return {
    scopes: scopes.map((scope) => sharedSnapshot(service, scope)),
    message: (snapshots) => `{"snapshots":[${snapshots.join()}]}`,
  };
}

function sharedSnapshot(service: MandateService, scope: StreamScope): SharedSnapshot {
  return { key: keyOf(scope), make: () => snapshotOf(service, scope) };
}

/** The same for the same scope, whatever the order in which its fields came. */
function keyOf(scope: StreamScope): string {
  switch (scope.kind) {
    case 'status':
      return JSON.stringify([scope.product, scope.path, scope.documentId]);
    case 'overview':
      return scope.kind;
  }
}
