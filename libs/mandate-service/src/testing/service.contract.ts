import { afterEach, beforeEach, describe } from 'vitest';
import type { MandateStore } from '../store/store.js';
import { boundaryRules } from './boundary-rules.contract.js';
import { claimExchangeRules } from './claim-exchange-rules.contract.js';
import { claimRules } from './claim-rules.contract.js';
import { fileCommandRules } from './file-commands.contract.js';
import { fileLimitRules } from './file-limit-rules.contract.js';
import { exportRules } from './export-rules.contract.js';
import { folderRules } from './folder-rules.contract.js';
import { indexCorrectionRules } from './index-correction-rules.contract.js';
import { listedFileRules } from './listed-file-rules.contract.js';
import { linkChangeRules } from './link-change-rules.contract.js';
import { linkIdentityRules } from './link-identity.contract.js';
import { linkRules } from './link-rules.contract.js';
import { mandateCommandRules } from './mandate-commands.contract.js';
import { mandateRules } from './mandate-rules.contract.js';
import { ownEntriesRules } from './own-entries-rules.contract.js';
import { pendingRules } from './pending-rules.contract.js';
import { periodRules } from './period-rules.contract.js';
import { postingRules } from './posting-rules.contract.js';
import { searchRules } from './search-rules.contract.js';
import { openServiceHarness } from './service-harness.js';
import type { ServiceHarness } from './service-harness.js';
import { isolationRules } from './isolation-rules.contract.js';
import { failedCheckRules } from './failed-check-rules.contract.js';
import { storedVersionRules } from './stored-version-rules.contract.js';
import { syncRules } from './sync-rules.contract.js';
import { takeInRules } from './take-in-rules.contract.js';

/** What the service must do over any store; rules by their numbers in `SPEC.md`. */
export function serviceContract(
  name: string,
  open: () => Promise<{ readonly store: MandateStore; close(): Promise<void> }>,
): void {
  describe(`the mandate service over ${name}`, () => {
    let harness: ServiceHarness;
    let closeStore: () => Promise<void>;
    beforeEach(async () => {
      const opened = await open();
      closeStore = () => opened.close();
      harness = openServiceHarness(opened.store);
    });
    afterEach(async () => {
      await harness[Symbol.asyncDispose]();
      await closeStore();
    });

    for (const rules of [
      mandateRules,
      mandateCommandRules,
      fileCommandRules,
      periodRules,
      pendingRules,
      takeInRules,
      fileLimitRules,
      postingRules,
      exportRules,
      storedVersionRules,
      ownEntriesRules,
      linkRules,
      linkIdentityRules,
      folderRules,
      boundaryRules,
      searchRules,
      linkChangeRules,
      indexCorrectionRules,
      failedCheckRules,
      claimRules,
      claimExchangeRules,
      isolationRules,
      listedFileRules,
      syncRules,
    ])
      rules(() => harness);
  });
}
