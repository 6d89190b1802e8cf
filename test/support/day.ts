/** The day it is in every test that does not choose its own: a Saturday. */
export const TODAY = '2026-11-21';
