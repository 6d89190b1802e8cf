import { lastDay, type Mine } from '../mine.ts';
import { keptUntil, TERMS, TURNS_KEPT } from '../terms.ts';
import type { Texts } from '../texts/texts.ts';

/** What is kept about a person: how much of each kind, why and until when, and honestly what is kept without a name. */
export function shown(own: Mine, texts: Texts, today: string): string {
  const said = texts.mine;
  const until = (all: Parameters<typeof lastDay>[0]) => texts.sayDate(lastDay(all) ?? today);
  const {
    progress,
    receipts,
    confirmations,
    requests,
    questions,
    experiences,
    departures,
    reach,
    reminders,
    subscribers,
  } = own;
  return [
    said.intro,
    progress.length > 0 && said.places(progress.length, until(progress)),
    receipts.length > 0 && said.cards(receipts.length, numbersOf(own), until(receipts)),
    requests.length > 0 && said.requests(requests.length, requestsOf(own), until(requests)),
    reach.length > 0 && said.reach(until(reach)),
    subscribers.length > 0 && said.subscribers(until(subscribers)),
    experiences.length > 0 && said.experiences(experiences.length, until(experiences)),
    questions.length > 0 && said.questions(questions.length, questionsOf(own), until(questions)),
    reminders.length > 0 && said.reminders(until(reminders)),
    departures.length > 0 && said.departures(departures.length, departuresOf(own), until(departures)),
    confirmations.length > 0 && said.asked(confirmations.length, namesOf(own), until(confirmations)),
    said.nameless(texts.sayDate(keptUntil(today, TERMS.notes))),
    said.numbers(texts.sayDate(keptUntil(today, TURNS_KEPT))),
    `\n${said.chat}`,
    said.whom,
  ]
    .filter(Boolean)
    .join('\n');
}

/** What forgetting takes away, what it leaves and why; then whether they are sure. */
export function forgetAsked(own: Mine, texts: Texts, today: string): string {
  const said = texts.mine;
  return [
    said.askIntro,
    ...goes(own, texts),
    `\n${said.staysIntro}`,
    ...stays(own, texts, today),
    `\n${said.chat}`,
    ...(own.receipts.length > 0 ? [said.first] : []),
    `**${said.sure}**`,
  ].join('\n');
}

/** What was forgotten and what was left. */
export function forgotten(was: Mine, texts: Texts, today: string): string {
  const said = texts.mine;
  const gone = goes(was, texts);
  const left = [was.receipts, was.requests, was.questions, was.departures];
  if (gone.length === 0 && left.every((all) => all.length === 0)) return [said.doneNothing, said.chat].join('\n');
  return [
    ...(gone.length > 0 ? [said.doneIntro, ...gone] : []),
    `\n${said.staysIntro}`,
    ...stays(was, texts, today),
    `\n${said.chat}`,
    said.again,
  ].join('\n');
}

function goes(own: Mine, { mine: said }: Texts): string[] {
  return [
    ...(own.progress.length > 0 ? [said.goesPlaces(own.progress.length)] : []),
    ...(own.reach.length > 0 ? [said.goesReach] : []),
    ...(own.subscribers.length > 0 ? [said.goesSubscribers] : []),
    ...(own.reminders.length > 0 ? [said.goesReminders] : []),
    ...(own.experiences.length > 0 ? [said.goesExperiences(own.experiences.length)] : []),
    ...(own.confirmations.length > 0 ? [said.goesAsked(namesOf(own))] : []),
  ];
}

/** A card counts its term anew from the day on which its owner was taken off. */
function stays(own: Mine, { mine: said, sayDate }: Texts, today: string): string[] {
  const day = sayDate(keptUntil(today, TERMS.receipts));
  const requests = sayDate(keptUntil(today, TERMS.requests));
  const departures = sayDate(keptUntil(today, TERMS.departures));
  return [
    ...(own.receipts.length > 0 ? [said.staysCards(numbersOf(own), day)] : []),
    ...(own.requests.length > 0 ? [said.staysRequests(requestsOf(own), requests)] : []),
    ...(own.questions.length > 0 ? [said.staysQuestions(questionsOf(own))] : []),
    ...(own.departures.length > 0 ? [said.staysDepartures(departuresOf(own), departures)] : []),
    said.staysNameless,
  ];
}

function numbersOf({ receipts }: Mine): string {
  return receipts.map(({ item }) => item.id).join(', ');
}

function questionsOf({ questions }: Mine): string {
  return questions.map(({ item }) => item.id).join(', ');
}

function requestsOf({ requests }: Mine): string {
  return requests.map(({ item }) => item.id).join(', ');
}

function departuresOf({ departures }: Mine): string {
  return departures.map(({ item }) => item.id).join(', ');
}

function namesOf({ confirmations }: Mine): string {
  return confirmations.map(({ item }) => item.name).join(', ');
}
