import type { useOverview } from '@synchro/sync-react';

/** What is known of all mandates, and how the connection stands that keeps it true. */
export type OverviewStatus = ReturnType<typeof useOverview>;
