import { describe, expect, it } from 'vitest';
import { addressOf, placeAt, roomOf } from '../../../adapters/teams/address.ts';

const spot = { service: 'https://smba.trafficmanager.net/emea/', pressed: '17' };

describe('a place in Teams', () => {
  it('that is a thread stands in a channel, where a new message begins a new thread', () => {
    const thread = addressOf({ tenant: 'T', conversation: '19:a@thread.tacv2;messageid=17' }, spot);
    const room = roomOf(thread);
    expect(room && placeAt(room)).toEqual({
      place: { tenant: 'T', conversation: '19:a@thread.tacv2' },
      spot: { service: spot.service },
    });
  });

  it('that is a chat has no room around it', () => {
    expect(roomOf(addressOf({ tenant: 'T', conversation: 'a:chat' }, spot))).toBeUndefined();
    expect(roomOf({ channel: 'teams', id: 'nothing' })).toBeUndefined();
  });
});
