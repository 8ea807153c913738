import { CallError } from '@synchro/sync-core/client';
import { useMutation } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';

/**
 * A command to the service with its idempotency key: twice is once.
 *
 * Without an answer nobody knows whether the command took effect, so the same command again is the same attempt, with
 * the same key. A refusal, a success or another command ends the attempt.
 */
export function useCommand<Input, Answer>(
  send: (input: Input, idempotencyKey: string) => Promise<Answer>,
): UseMutationResult<Answer, Error, Input> {
  const attempt = useRef<{ readonly content: string; readonly key: string } | null>(null);
  return useMutation({
    mutationFn: async (input: Input) => {
      const content = JSON.stringify([input]);
      if (attempt.current?.content !== content) attempt.current = { content, key: crypto.randomUUID() };
      try {
        const answer = await send(input, attempt.current.key);
        attempt.current = null;
        return answer;
      } catch (error) {
        const isRefused = error instanceof CallError && error.status < 500;
        if (isRefused) attempt.current = null;
        throw error;
      }
    },
  });
}
