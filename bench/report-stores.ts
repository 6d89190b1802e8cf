import type { StoreMeasured, Stores } from './stores.ts';

export type Target = { what: string; limit: string; came: string; holds: boolean };

const LEAST_SHARE = 0.4;
const COLUMNS: Record<string, (one: StoreMeasured) => string> = {
  records: ({ records }) => String(records),
  'turns/s': ({ turns }) => turns.toFixed(0),
  '3 bare/s': ({ bare }) => bare.toFixed(0),
  share: ({ share }) => share.toFixed(2),
  'p50 ms ack': ({ acknowledged }) => figure(acknowledged.p50),
  'p99 ms ack': ({ acknowledged }) => figure(acknowledged.p99),
};

/** What the stores take, as people read it. */
export function storesText({ measured, leftOut }: Stores): string {
  const rows = measured.map((one) => [
    one.store,
    one.processes === 1 ? '1 process' : `${one.processes} processes`,
    ...Object.values(COLUMNS).map((of) => of(one)),
  ]);
  return [
    ...table([['store', '', ...Object.keys(COLUMNS)], ...rows]),
    ...(leftOut ? [`PostgreSQL ${leftOut}`] : []),
  ].join('\n');
}

export function storeTargets({ measured }: Stores): Target[] {
  return measured.map(({ store, processes, records, share }) => ({
    what: `turns beside three bare rows, ${store}, ${records} records, ${processes} process(es)`,
    limit: `at least ${LEAST_SHARE}`,
    came: share.toFixed(2),
    holds: share >= LEAST_SHARE,
  }));
}

export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

export function figure(value: number, digits = value < 10 ? 3 : 1): string {
  return value.toFixed(digits);
}
