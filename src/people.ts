import { z } from 'zod';
import type { Person } from './turn.ts';

const Role = z.enum(['commissioner', 'team-lead', 'buyer', 'editor', 'administrator']);
export type Role = z.infer<typeof Role>;

const Email = z.email().transform((email) => email.toLowerCase());
export const Colleague = z.strictObject({
  email: Email,
  name: z.string().min(1),
  roles: z.array(Role).default([]),
  team: z.string().min(1).optional(),
  /** Who takes over when this person is away. */
  standIn: Email.optional(),
});
export type Colleague = z.infer<typeof Colleague>;

/** Who may do what. Without a file nobody has a role, and that is said. */
export type People = {
  known: boolean;
  all: readonly Colleague[];
  find(person: Pick<Person, 'id' | 'email'>): Colleague | undefined;
};

export const nobodyKnown: People = { known: false, all: [], find: () => undefined };
