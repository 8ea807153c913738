/**
 * Where each operation of the API lies, below `/api/v1`; path parameters in braces.
 *
 * Plain data apart from the schemas, so that the browser's client knows the way without carrying them;
 * `routes.ts` takes method and path from here and must describe every operation that this table names.
 */
export const paths = {
  getStatus: { method: 'GET', path: '/status' },
  streamStatus: { method: 'GET', path: '/status/stream' },
  getOverview: { method: 'GET', path: '/overview' },
  streamOverview: { method: 'GET', path: '/overview/stream' },
  streamScopes: { method: 'POST', path: '/stream' },
  documentOpened: { method: 'POST', path: '/documents/opened' },
  listMandates: { method: 'GET', path: '/mandates' },
  createMandate: { method: 'POST', path: '/mandates' },
  getMandate: { method: 'GET', path: '/mandates/{mandateId}' },
  renameMandate: { method: 'PATCH', path: '/mandates/{mandateId}' },
  removeMandate: { method: 'DELETE', path: '/mandates/{mandateId}' },
  takeOverMandate: { method: 'POST', path: '/mandates/{mandateId}/claim' },
  listEntries: { method: 'GET', path: '/mandates/{mandateId}/entries' },
  createPosting: { method: 'POST', path: '/mandates/{mandateId}/postings' },
  listPostings: { method: 'GET', path: '/mandates/{mandateId}/postings' },
  getPosting: { method: 'GET', path: '/mandates/{mandateId}/postings/{postingId}' },
  deletePosting: { method: 'DELETE', path: '/mandates/{mandateId}/postings/{postingId}' },
  confirmArrival: { method: 'POST', path: '/mandates/{mandateId}/postings/{postingId}/arrival' },
  exportPosting: { method: 'POST', path: '/mandates/{mandateId}/postings/{postingId}/export' },
  attachFile: { method: 'POST', path: '/mandates/{mandateId}/files' },
  correctFile: { method: 'PATCH', path: '/mandates/{mandateId}/files/{fileId}' },
  detachFile: { method: 'DELETE', path: '/mandates/{mandateId}/files/{fileId}' },
  listFileEntries: { method: 'GET', path: '/mandates/{mandateId}/files/{fileId}/entries' },
  getLink: { method: 'GET', path: '/mandates/{mandateId}/files/{fileId}/link' },
  restoreLink: { method: 'POST', path: '/mandates/{mandateId}/files/{fileId}/link' },
  searchFile: { method: 'GET', path: '/mandates/{mandateId}/files/{fileId}/search' },
  listLinkChanges: { method: 'GET', path: '/mandates/{mandateId}/link-changes' },
  undoLinkChange: { method: 'DELETE', path: '/mandates/{mandateId}/link-changes/{changeId}' },
  getMigration: { method: 'GET', path: '/mandates/{mandateId}/migration' },
  migrate: { method: 'POST', path: '/mandates/{mandateId}/migration' },
  confirmVersion: { method: 'POST', path: '/mandates/{mandateId}/files/{fileId}/confirmation' },
  showFile: { method: 'POST', path: '/mandates/{mandateId}/files/{fileId}/show' },
  listFolder: { method: 'GET', path: '/folders' },
  createSessionCode: { method: 'POST', path: '/session/codes' },
  openSession: { method: 'POST', path: '/session' },
  getAccount: { method: 'GET', path: '/session/account' },
  startSignIn: { method: 'POST', path: '/session/sign-in' },
  cancelSignIn: { method: 'DELETE', path: '/session/sign-in' },
  signOut: { method: 'DELETE', path: '/session/account' },
  retrySync: { method: 'POST', path: '/sync' },
  ignoreTwin: { method: 'DELETE', path: '/mandates/{mandateId}/twins/{twinId}' },
} as const satisfies Record<
  string,
  { readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'; readonly path: `/${string}` }
>;
