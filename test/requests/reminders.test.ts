import { describe, expect, it } from 'vitest';
import { turnsDue } from '../../src/due.ts';
import { remindersOn } from '../../src/requests/reminders.ts';
import { PurchaseRequest } from '../../src/requests/request.ts';
import { isWorkingDay, workingDaysFrom } from '../../src/working-days.ts';

const party = (id: string) => ({ id, name: id, at: { channel: 'web', id }, language: 'nl' });
type Given = { status?: string; wantedBy?: string; posted?: string; asked?: string };
const request = ({ status = 'open', wantedBy, posted = '2026-11-25', asked }: Given) =>
  PurchaseRequest.parse({
    id: 'IMP-2026-0001',
    status,
    on: posted,
    need: { what: 'lunch', ...(wantedBy ? { wantedBy } : {}) },
    requester: party('ann'),
    ...(status === 'claimed' ? { claimer: party('bo') } : {}),
    ...(asked ? { question: 'Hoe laat?' } : {}),
    suggested: [],
    history: [
      { on: `${posted}T10:00:00Z`, by: { id: 'ann', name: 'Ann' }, as: 'requester', what: 'posted' },
      ...(asked ? [{ on: `${asked}T10:00:00Z`, by: { id: 'bo', name: 'Bo' }, as: 'buyer', what: 'ask' }] : []),
    ],
    cards: [],
  });
const on = (given: Given, today: string) =>
  remindersOn(request(given), today, workingDaysFrom).map(({ kind, to, ...more }) =>
    'standIn' in more && more.standIn ? `${kind} ${to} stand-in` : `${kind} ${to}`,
  );

describe('working days', () => {
  it('are no weekends and no public holidays', () => {
    expect(
      ['2026-11-27', '2026-11-28', '2026-11-29', '2026-12-25', '2027-03-29', '2027-04-27'].map(isWorkingDay),
    ).toEqual([true, false, false, false, false, false]);
    expect(workingDaysFrom('2026-11-27', 1)).toBe('2026-11-30');
    expect(workingDaysFrom('2026-12-24', 1)).toBe('2026-12-28');
    expect(workingDaysFrom('2026-11-30', -1)).toBe('2026-11-27');
  });
});

describe('a reminder', () => {
  it('comes to the desk when nobody took a request for a working day', () => {
    expect(on({ posted: '2026-11-27' }, '2026-11-27')).toEqual([]);
    expect(on({ posted: '2026-11-27' }, '2026-11-30')).toEqual(['nobody desk']);
    expect(on({ posted: '2026-11-27', status: 'claimed' }, '2026-11-30')).toEqual([]);
  });

  it('comes two working days before the day wanted, and every working day after it', () => {
    const wantedBy = '2026-12-02';
    expect(on({ wantedBy, status: 'claimed' }, '2026-11-27')).toEqual([]);
    expect(on({ wantedBy, status: 'claimed' }, '2026-11-30')).toEqual(['soon claimer']);
    expect(on({ wantedBy }, '2026-11-30')).toEqual(['soon desk']);
    expect(on({ wantedBy, status: 'claimed' }, '2026-12-03')).toEqual(['late claimer']);
  });

  it('comes to the stand-in too when it has gone on for long', () => {
    const given = { wantedBy: '2026-12-02', status: 'claimed' };
    expect(on(given, '2026-12-04')).toEqual(['late claimer']);
    expect(on(given, '2026-12-07')).toEqual(['late claimer stand-in']);
  });

  it('comes to who was asked something a working day ago', () => {
    const given = { status: 'claimed', asked: '2026-11-27' };
    expect(on(given, '2026-11-27')).toEqual([]);
    expect(on(given, '2026-11-30')).toEqual(['question requester']);
  });

  it('never comes for what is done or withdrawn', () => {
    for (const status of ['done', 'withdrawn'])
      expect(on({ status, wantedBy: '2026-11-01' }, '2026-12-01')).toEqual([]);
  });

  it('is due once on a working day, between nine and five in Amsterdam', () => {
    const idsAt = (moment: string) =>
      turnsDue(new Date(moment)).flatMap(({ id }) => (id.startsWith('due remind') ? [id] : []));
    expect(idsAt('2026-11-27T07:59:00Z')).toEqual([]);
    expect(idsAt('2026-11-27T08:00:00Z')).toEqual(['due remind 2026-11-27']);
    expect(idsAt('2026-11-27T15:59:00Z')).toEqual(['due remind 2026-11-27']);
    expect(idsAt('2026-11-27T16:00:00Z')).toEqual([]);
    expect(idsAt('2026-07-01T07:00:00Z')).toEqual(['due remind 2026-07-01']);
    expect(idsAt('2026-11-28T10:00:00Z')).toEqual([]);
    expect(idsAt('2026-12-25T10:00:00Z')).toEqual([]);
  });
});
