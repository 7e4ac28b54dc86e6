/** What several components use: texts, durations, how a record stands with being saved, and what c-patchbay-panel shows. */
export { clock, clockBetween, currentTime, SecondHand, timeOf } from './clock';
export { announcement, sentAt, toView } from './feedback';
export { hintsOf, lossesOf, lossNews, reasonForNoLog, reasonsOf, savingNews, toSaving } from './saving';
export { counted, fill, number, timeOfDay } from './wording';
