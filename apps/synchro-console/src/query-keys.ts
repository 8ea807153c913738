/** Where the console's own things lie in the query cache. */
export const queryKeys = {
  mandate: (mandateId: string) => ['console', 'mandate', mandateId] as const,
  accountingStatus: (fileId: string, path: string) => ['console', 'accounting-status', fileId, path] as const,
  linkChanges: (mandateId: string) => ['console', 'link-changes', mandateId] as const,
} as const;
