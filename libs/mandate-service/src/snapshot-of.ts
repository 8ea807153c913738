import type { Overview, StatusSnapshot, StreamScope } from '@synchro/sync-core/contract';
import type { MandateService } from './service.js';

/** The whole truth of one scope, as the event streams of the agent and of the world send it. */
export function snapshotOf(service: MandateService, scope: StreamScope): StatusSnapshot | Overview {
  switch (scope.kind) {
    case 'status':
      return service.getStatus(scope);
    case 'overview':
      return service.getOverview();
  }
}
