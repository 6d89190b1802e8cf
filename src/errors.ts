/** Something is wrong in knowledge/. Lists every problem at once, each with its file and field. */
export class KnowledgeError extends Error {
  override name = 'KnowledgeError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`${problems.length} problem(s) in knowledge/:\n${problems.join('\n')}`);
    this.problems = problems;
  }
}

/** The settings are incomplete or wrong. Lists all that is missing at once. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`${problems.length} problem(s) in the settings:\n${problems.join('\n')}`);
    this.problems = problems;
  }
}

/** What must be remembered could not be: nothing of it was kept, and it may be tried again. */
export class StoreError extends Error {
  override name = 'StoreError';
}
