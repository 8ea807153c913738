import { mergeConfig } from 'vitest/config';
import { sharedTestConfig } from '../../vitest.shared.js';
import { compileMessages } from './compile-messages.js';

export default mergeConfig(sharedTestConfig, {
  plugins: [compileMessages()],
  test: { environment: 'jsdom' },
});
