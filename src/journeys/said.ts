import type { Progress } from '../progress.ts';
import type { Button, CitedSource, Part } from '../reply.ts';

/** What a journey has to say, before it becomes a message. */
export type Said = {
  parts: Part[];
  sources: CitedSource[];
  /** Next steps, at most three. */
  next: Button[];
  suppliers: string[];
  status: 'answered' | 'clarify' | 'unanswered' | 'refused';
  progress: Progress;
  /** A question for the editors that the knowledge base could not answer. */
  unanswered?: boolean;
  /** The article in the first part, and what lies next to it: what that part may be worded from. */
  told?: string[];
  wordedBy?: 'model';
};

/** One question back. */
export function question(text: string, progress: Progress): Said {
  return { parts: [{ kind: 'text', text }], sources: [], next: [], suppliers: [], status: 'clarify', progress };
}
