import type { MineTexts } from './mine.nl.ts';

const places = (count: number) => (count === 1 ? '1 place' : `${count} places`);

/** What is said about what is kept of a person, in English. mine.nl.ts has the same keys. */
export const mineEn: MineTexts = {
  intro: 'This is what I keep about you:',
  places: (count, day) =>
    `- **Your conversation with me**, in ${places(count)}. That is your last question and what you said about it. It lets me go on where we were. If you say nothing more, it is gone after ${day}.`,
  cards: (count, numbers, day) =>
    `- **Kept checks**: ${count} (${numbers}). You can open them again. I keep them up to and including ${day}.`,
  requests: (count, numbers, day) =>
    `- **Purchase requests** you did something about: ${count} (${numbers}). That way everybody knows who does what. I keep them up to and including ${day}.`,
  departures: (count: number, numbers: string, day: string) =>
    `- **Reasons for a lower level**: ${count} (${numbers}). So the city can explain why. I keep them up to and including ${day}.`,
  asked: (count, names, day) =>
    `- **Questions to the editors**: ${count} (${names}). That is how you hear the answer. Then your name comes off, and after ${day} at the latest.`,
  nameless: (day) =>
    `- **Without your name**: questions without an answer, tips, and whether an answer helped. The editors read them. I do not know whose they are. What you send today is gone after ${day}.`,
  numbers: (day) =>
    `- **Numbers of messages**, without text and without your name. They keep me from doing things twice. A number of today is gone after ${day}.`,
  chat: 'Slack and Teams themselves keep what you see in a conversation. I cannot erase that. Do you talk to me on the trial page? It shows the conversation until the bot stops.',
  whom: 'Do you have a question about this? Ask the administrator of this bot. Or ask the data protection officer (FG), who guards your privacy.',
  download: 'Here are your data. You can open this file in your browser.',

  askIntro: 'Do you want me to forget you? Then this goes:',
  goesPlaces: (count) =>
    `- Your conversation with me, in ${places(count)}. That is your last question and what you said about it. A check that is not finished goes too.`,
  goesAsked: (names) =>
    `- Your name with your questions to the editors: ${names}. The question itself stays. You will no longer hear the answer.`,
  staysIntro: 'This stays:',
  staysCards: (numbers, day) =>
    `- Your kept checks: ${numbers}. They carry no name then, but a random code. You can no longer open them by their number. Why do they stay? The city must keep papers about a purchase (assumption: the city still has to confirm this). I keep them up to and including ${day}.`,
  reach: (day) =>
    `- **Where I can reach you**: the place where you last spoke to me. It lets me tell you something. It is gone after ${day}.`,
  subscribers: (day) =>
    `- **That you want the monthly message**, and where. So it reaches you. I keep it until a year after the last message, so until ${day}.`,
  goesSubscribers: '- That you want the monthly message. You will no longer get it.',
  reminders: (day) =>
    `- **Your note about the purchasing calendar**, with the department and where I can reach you. So you hear from me each quarter. If you send no calendar any more, it is gone after ${day}.`,
  goesReminders: '- Your note about the purchasing calendar.',
  goesReach: '- The place where I can reach you.',
  experiences: (count, day) =>
    `- **What you thought of a purchase**: ${count}. It helps colleagues choose. It is gone after ${day}.`,
  goesExperiences: (count) => `- What you thought of a purchase: ${count}.`,
  questions: (count, numbers, day) =>
    `- **Questions to a colleague**: ${count} (${numbers}), with your name. That is how the answer arrives. They are gone after ${day}.`,
  staysQuestions: (numbers) =>
    `- Questions that you handed to a colleague or answered: ${numbers}. Your name comes off and you hear no more about them.`,
  staysRequests: (numbers, day) =>
    `- Purchase requests you did something about: ${numbers}. Your name comes off and you hear no more about them. The city must keep papers about a purchase (assumption: the city still has to confirm this). I keep them up to and including ${day}.`,
  staysDepartures: (numbers: string, day: string) =>
    `- Reasons for a lower level: ${numbers}. Your name is taken off. The city must keep papers about a purchase (assumption: the city still has to confirm this). I keep them up to and including ${day}.`,
  staysNameless:
    '- What stands there without your name: questions, tips and numbers of messages. I do not know which are yours.',
  first: 'Do you still need those checks? Then download your data first.',
  sure: 'Are you sure? Type "yes" or "no".',
  doneIntro: 'Done, I have forgotten you. This is gone:',
  doneNothing: 'I keep nothing about you. There was nothing to forget.',
  kept: 'Fine, I keep everything as it was.',
  again: 'If you write to me again, we start anew.',
  buttons: {
    download: 'Download my data',
    forget: 'Forget me',
    sure: 'Yes, forget me',
    keep: 'No, keep everything',
  },

  page: {
    title: 'My data in Inkopen met impact',
    made: (day) => `Made on ${day}.`,
    what: 'What is this?',
    whatText:
      'This is all that the bot Inkopen met impact keeps about you. The bot is a computer program. It helps colleagues buy socially. First you read what each part is. Below that are the data themselves.',
    who: 'Who can see this?',
    whoText:
      'You, and the administrator of the bot. The editors only read questions and tips, without your name. Do not share this file: it is about you.',
    ask: 'Is something wrong, or must it go?',
    askText:
      'Type "forget me" to the bot. It first says what goes and what must stay. Is something wrong? Ask the administrator of the bot. You can also go to the data protection officer (FG) of the city, who guards your privacy.',
    parts: 'What does each part mean?',
    kinds: {
      progress: {
        title: 'Your conversation',
        means: (day) =>
          `Your last question and what you said about it. It lets the bot go on where you were. If you say nothing more, it is gone after ${day}.`,
      },
      receipts: {
        title: 'Kept checks',
        means: (day) =>
          `The cards that you kept, with their number. With them you can show later why a purchase was allowed. A card of today stays up to and including ${day}. The city must keep papers about a purchase (assumption: the city still has to confirm this).`,
      },
      confirmations: {
        title: 'Questions to the editors',
        means: (day) =>
          `A supplier of which the editors look at the proof. Your name is there so that you hear the answer. Then your name comes off, and after ${day} at the latest.`,
      },
      notes: {
        title: 'Questions and tips without a name',
        means: (day) =>
          `Questions without an answer, tips, and whether an answer helped. They carry no name, so the bot does not know which are yours. What you send today is gone after ${day}.`,
      },
      requests: {
        title: 'Purchase requests',
        means: (day) =>
          `Requests that you posted, picked up or did something about. That way everybody knows who does what. A request of today stays up to and including ${day}. The city must keep papers about a purchase (assumption: the city still has to confirm this). If I forget you, the request stays without your name.`,
      },
      questions: {
        title: 'Questions to a colleague',
        means: (day) =>
          `Questions that you handed with your name to an expert colleague, or that you answered. That is how the answer arrives. If I forget you, the question stays without your name. A question of today is gone after ${day}.`,
      },
      experiences: {
        title: 'What you thought of a purchase',
        means: (day) =>
          `Whether you would buy somewhere again, and your line for colleagues. Colleagues see your name only if you wanted that. What you say today is gone after ${day}.`,
      },
      departures: {
        title: 'Reasons for a lower level',
        means: (day: string) =>
          `A project for which you chose a lower level, with your reason. So the city can explain why. A reason of today stays up to and including ${day}. The city must keep papers about a purchase (assumption: the city still has to confirm this). If I forget you, the reason stays without your name.`,
      },
      desks: {
        title: 'Places where requests arrive',
        means: (_day) => 'The channels where colleagues see requests or questions, and who set that up.',
      },
      calendars: {
        title: 'The last purchasing calendar of a department',
        means: (day) =>
          `Of each line: the description, the subject, the chance, the value and the quarter. So a department sees what changed. There is no name with it. A calendar of today is gone after ${day}.`,
      },
      reminders: {
        title: 'Your note about the purchasing calendar',
        means: (day) =>
          `That you want a note each quarter, for which department, and where I can reach you. If you send no calendar any more, it is gone after ${day}.`,
      },
      reach: {
        title: 'Where I can reach you',
        means: (day) =>
          `The place where you last spoke to me. It lets me tell you something. If you say nothing more, it is gone after ${day}.`,
      },
      subscribers: {
        title: 'The monthly message',
        means: (day) =>
          `That you want the figures every month, and where. Each message counts a year anew. After a message of today it is gone after ${day}.`,
      },
      cards: {
        title: 'Where cards stand',
        means: (day) =>
          `The number of a message in Slack or Teams, to update it. This is about nobody. It is gone after ${day}.`,
      },
      counters: {
        title: 'The last number',
        means: () => 'The last number that a card got. This is about nobody. It stays.',
      },
    },
    none: 'Nothing of this is kept about you.',
    until: (day) => `Kept up to and including ${day} at the latest.`,
    all: 'All that stands with it',
    yes: 'yes',
    no: 'no',
    fields: {
      person: 'Who you are',
      place: 'Where you wrote',
      language: 'Language',
      slots: 'What you said',
      commission: 'Your project',
      calendar: 'Your purchasing calendar',
      departments: 'Departments',
      project: 'The project',
      amount: 'The amount',
      start: 'When it starts',
      advised: 'The advice',
      chosen: 'What you chose',
      reason: 'Your reason',
      things: 'What you look for',
      words: 'Words that the bot does not know',
      mentions: 'Words of your question',
      subject: 'What the answer was about',
      shown: 'What you saw last',
      seen: 'What you saw before',
      articles: 'Explanations that you saw',
      open: 'Question that is still open',
      check: 'Your check',
      counting: 'Whether the bot expects a number',
      asked: 'Your last question',
      answers: 'Answers that you can rate',
      buttons: 'Buttons below the last answer',
      id: 'Number or name in the bot',
      owner: 'Whose it is',
      thing: 'What you buy',
      on: 'Date',
      receipt: 'The card',
      name: 'Supplier',
      listed: 'On the list',
      selfTest: 'What you know of it',
      askers: 'Who asked',
      status: 'State',
      need: 'What is needed',
      requester: 'Who asked',
      claimer: 'Who picked it up',
      suggested: 'Suppliers that stood with it',
      bought: 'What was bought',
      question: 'Open question',
      history: 'What happened',
      muted: 'Who wants no reminder',
      cards: 'Where the card stands',
      ofTeam: 'Team',
      sought: 'What it is found by',
      request: 'Request you are writing',
      answering: 'Question you are answering',
      moving: 'What you are doing with a request',
      at: 'Where',
      again: 'Whether you would buy there again',
      line: 'Your line for colleagues',
      supplier: 'Supplier',
      takes: 'What arrives there',
      by: 'Who set it up',
      category: 'Subject',
      text: 'Your question',
      tried: 'What the bot had found',
      asker: 'Who asked',
      answer: 'The answer',
      noted: 'Whether the editors got it',
      found: 'What the editors saw',
    },
  },
};
