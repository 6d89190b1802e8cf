import { DeliveryError, type Failure, failureOfError } from './delivery.ts';
import { createGate, type Gate } from './gate.ts';
import { waitAfter } from './patience.ts';
import type { Channel, Log, Meter, Outgoing } from './ports.ts';
import { ENOUGH, LATE, type Rests, type Timer, within } from './timer.ts';

/** What became of a message; `stopped`: that is not known, and it is for the next start. `ref`: what the platform calls it. */
export type Fate = { kind: 'arrived'; ref?: string | undefined } | { kind: 'refused' } | { kind: 'stopped' };

/** `stands`: the message whose place it takes. */
type Deliver = (outgoing: Outgoing, channel: Channel, stands: string | undefined) => Promise<Fate>;

type DeliverParts = {
  log: Log;
  meter: Meter;
  timer: Timer;
  random: () => number;
  rest: Rests['rest'];
  stopped: () => boolean;
};

/** Milliseconds in which a channel has to answer. */
const LONGEST_ANSWER = 10_000;
/** Who takes longer is slow, and no longer keeps another from being served. */
const SLOW_ANSWER = 2000;
/** Calls that one channel has to answer at the same time, besides those to slow places. */
const MOST_AT_ONCE = 16;

/** Delivers messages, each until it has arrived, is refused or the outbox stops. */
export function createDeliver({ log, meter, timer, random, rest, stopped }: DeliverParts): Deliver {
  const gates = new Map<Channel, Gate>();

  return async ({ id, message: { to, reply } }, channel, stands) => {
    const gate = gateOf(channel);
    let wake: AbortController | undefined;
    let arrived = false;
    let unsure = false;
    let cuts = 0;
    let ref: string | undefined;

    async function post(again: boolean): Promise<void> {
      if (stopped() || arrived) return;
      if (again) meter.count('retries');
      if (unsure) meter.count('repeats');
      ref = await channel.post(to, reply, { id, repeat: unsure, ...(stands ? { stands } : {}) });
      // An answer that comes when we no longer wait for it counts as well.
      arrived = true;
      wake?.abort(ENOUGH);
    }

    /** Whether a message of which the answer was lost is there, as far as the place can tell. */
    async function isThere(): Promise<boolean> {
      if (!channel.stands) return false;
      const look = async () => (arrived || stopped() ? undefined : channel.stands?.(to, id));
      const there = await ask(gate, look).catch(() => undefined);
      if (there === false) cuts = 0;
      return there === true || (!stopped() && mustBeThere());
    }

    /** Who reads a whole request twice is alive: it was the answers that were lost. */
    function mustBeThere(): boolean {
      if (cuts < 2) return false;
      log.warn('message-taken-as-arrived', { message: id, channel: to.channel });
      return true;
    }

    for (let failures = 0; ; ) {
      try {
        if (unsure && (await isThere())) arrived = true;
        if (!arrived) await ask(gate, () => post(failures > 0));
        if (arrived || stopped()) return arrived ? { kind: 'arrived', ref } : { kind: 'stopped' };
      } catch (error) {
        const failure = failureOfError(error);
        failures += 1;
        say(error, failure, { message: id, channel: to.channel, failure: failure.kind, tried: failures });
        if (failure.kind === 'throttled') meter.count('throttled');
        if (failure.kind === 'refused') return { kind: 'refused' };
        if (failure.kind === 'cut' || failure.kind === 'unanswered') unsure = true;
        if (failure.kind === 'cut') cuts += 1;
        if (!channel.stands && mustBeThere()) return { kind: 'arrived' };
        wake = new AbortController();
        if (!arrived) await rest(Math.max(waitAfter(failure, failures, random), channel.pace ?? 0), wake);
      }
    }
  };

  function gateOf(channel: Channel): Gate {
    const gate = gates.get(channel) ?? createGate(MOST_AT_ONCE);
    gates.set(channel, gate);
    return gate;
  }

  /** Throws a DeliveryError when there is no answer in time. */
  async function ask<Value>(gate: Gate, call: () => Promise<Value>): Promise<Value> {
    await gate.enter();
    const answer = call();
    const soon = await within(answer, SLOW_ANSWER, timer).finally(gate.leave);
    const value = soon === LATE ? await within(answer, LONGEST_ANSWER - SLOW_ANSWER, timer) : soon;
    if (value === LATE) throw new DeliveryError({ kind: 'unanswered' });
    return value;
  }

  function say(error: unknown, failure: Failure, details: Record<string, string | number>): void {
    if (failure.kind === 'refused') {
      meter.count('refused');
      log.warn('message-refused', details);
    } else if (error instanceof DeliveryError) log.warn('message-not-delivered', details);
    else log.error('message-not-delivered', error, details);
  }
}
