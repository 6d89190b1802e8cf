import { Low, Memory } from 'lowdb';
import { type Base, matches, recordsOver } from '../../src/changes.ts';
import { copyOf, frozen } from '../../src/copy.ts';
import { StoreError } from '../../src/errors.ts';
import type { Kept, Log, Message, Store } from '../../src/ports.ts';
import { KINDS, oldestKept, TERMS, TURNS_KEPT } from '../../src/terms.ts';
import { goodCopy } from './copy.ts';
import { type DurableFile, durableFile, type Files, removeLeftovers } from './file.ts';
import { lock } from './lock.ts';
import { emptyTables, keepIn, keptIn, type Layer, layerOver, unsettledIn, waitingIn } from './tables.ts';

/** A change that waits for its turn to be made and written. */
type Task = {
  make: (layer: Layer) => Promise<unknown>;
  kept: (value: unknown) => void;
  lost: (error: unknown) => void;
};

/** Longer than this a write may not hold up everything else (milliseconds). */
const LONGEST_BLOCK = 50;
const A_DAY = 24 * 60 * 60 * 1000;

/** Remembers in one JSON file, or in memory only when no file is given. For one process. */
export async function openLowdbStore(options: {
  file?: string;
  today: () => string;
  readOnly?: boolean;
  log?: Pick<Log, 'warn'>;
  files?: Files;
}): Promise<Store> {
  const { file, today, readOnly = false, log, files } = options;
  const unlock = file && !readOnly ? lock(file) : () => undefined;
  const disk = file ? durableFile(file, files) : undefined;
  const tables = (await disk?.tables(readOnly ? 'only' : undefined).catch(refuse(unlock))) ?? emptyTables();
  const kept = layerOver(tables);
  const copy = goodCopy(disk, kept);
  if (file && !readOnly) {
    await removeLeftovers(file);
    await copy.make();
  }
  const db = new Low<Layer>(disk ?? new Memory<Layer>(), kept);
  const guard = sizeGuard(disk, log);

  const queue: Task[] = [];
  let working: Promise<void> | undefined;
  let failed = false;

  /** Resolves when the change is on the disk; many changes share one write, and a failed write keeps none of them. */
  function change<Value>(make: (layer: Layer) => Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      queue.push({ make, kept: resolve as Task['kept'], lost: reject });
      working ??= work();
    });
  }

  async function work(): Promise<void> {
    while (queue.length > 0) await write(queue.splice(0));
    working = undefined;
  }

  async function write(tasks: readonly Task[]): Promise<void> {
    const layer = layerOver(tables);
    const made: (() => void)[] = [];
    for (const { make, kept: resolve, lost } of tasks) {
      try {
        const value = await make(layer);
        made.push(() => resolve(value));
      } catch (error) {
        lost(error);
      }
    }
    try {
      if (layer.touched() || failed) {
        db.data = layer;
        await db.write();
        failed = false;
        guard();
      }
      layer.merge();
      for (const done of made) done();
    } catch (error) {
      failed = true;
      const lost = new StoreError('the file could not be written', { cause: error });
      for (const { lost: reject } of tasks) reject(lost);
    } finally {
      db.data = kept;
    }
  }

  const lines = new Map<string, Promise<unknown>>();

  return {
    book: (turn) =>
      change(async (layer) => {
        if (layer.get('booked', turn.id) || layer.get('turns', turn.id)) return false;
        layer.set('booked', turn.id, { turn: copyOf(turn), on: today() });
        return true;
      }),
    read: (look) => look(recordsOver(baseOf(kept)).records),
    unsettled: async (place) => unsettledIn(kept, place),
    settle: (turnId, act) =>
      change(async (layer) => {
        if (layer.get('turns', turnId)) return [];
        const { records, changes } = recordsOver(baseOf(layer));
        const messages: Message[] = await act(records);
        const on = today();
        for (const { kind, id, item } of changes()) layer.set(kind, id, item && { item, on });
        // What was said is kept until it is answered, and no longer.
        layer.set('turns', turnId, { on: layer.get('booked', turnId)?.on ?? on });
        layer.set('booked', turnId, undefined);
        for (const [place, message] of messages.entries())
          layer.set('outbox', `${turnId}/${place}`, { message: frozen(message), on });
        return messages;
      }),
    outbox: {
      waiting: async () => waitingIn(kept),
      async arrived(id, card) {
        await change(async (layer) => {
          layer.set('outbox', id, undefined);
          if (card) layer.set('cards', card.id, { item: copyOf(card), on: today() });
        });
        // The message has arrived, whatever becomes of the copy.
        await copy.arrived(id).catch(() => log?.warn('copy-not-made'));
      },
    },
    alone(name, task) {
      const next = (lines.get(name) ?? Promise.resolve()).then(task, task);
      lines.set(name, next);
      return next.finally(() => {
        if (lines.get(name) === next) lines.delete(name);
      });
    },
    async healthy() {
      // A disk that was full is asked again by a write of what is kept.
      if (failed) await change(async () => undefined).catch(() => undefined);
      return !failed;
    },
    async tidy(day) {
      await change(async (layer) => {
        for (const name of ['booked', 'turns', ...KINDS] as const) {
          const term = name === 'booked' || name === 'turns' ? TURNS_KEPT : TERMS[name];
          if (term === null) continue;
          const oldest = oldestKept(day, term);
          for (const [id, { on }] of [...layer.rows(name)]) if (on < oldest) layer.set(name, id, undefined);
        }
      });
      // What is forgotten is in no copy either.
      await copy.make();
    },
    async *everything() {
      yield* copyOf([...keptIn(kept)]);
    },
    async fill(all) {
      const read: Kept[] = [];
      for await (const one of all) read.push(one);
      await change(async (layer) => {
        if (!keptIn(layer).next().done) throw new StoreError('the store is not empty: nothing was put into it');
        for (const one of read) keepIn(layer, one, today());
      });
    },
    async close() {
      while (working) await working;
      unlock();
    },
  };
}

/** Lets go of the lock again when the store cannot be opened. */
function refuse(unlock: () => void): (error: unknown) => never {
  return (error) => {
    unlock();
    throw error;
  };
}

function baseOf(layer: Layer): Base {
  return {
    get: async (kind, id) => layer.get(kind, id)?.item,
    async list(kind, where) {
      const found: [string, object][] = [];
      for (const [id, { item }] of layer.rows(kind)) if (item && matches(item, where)) found.push([id, item]);
      return found;
    },
  };
}

/** Says once a day that the file has grown too large to be written without holding up people. */
function sizeGuard(disk: DurableFile | undefined, log: Pick<Log, 'warn'> | undefined): () => void {
  let said = Number.NEGATIVE_INFINITY;
  return () => {
    const milliseconds = Math.round(disk?.blocked() ?? 0);
    if (milliseconds <= LONGEST_BLOCK || performance.now() - said < A_DAY) return;
    said = performance.now();
    log?.warn('store-too-large', {
      milliseconds,
      advice: 'set DATABASE_URL: PostgreSQL takes over, see docs/beheer.md',
    });
  };
}
