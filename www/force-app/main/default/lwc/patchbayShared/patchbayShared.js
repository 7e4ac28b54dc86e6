/** What several components use: texts, durations, how a record stands with being saved, and what c-patchbay-panel shows. */
export { clock, clockBetween, currentTime, SecondHand, timeOf } from './clock';
export { announcement, toView } from './feedback';
export { hintsOf, lossesOf, lossNews, reasonForNoLog, reasonsOf, savingNews, toSaving } from './saving';
export { fieldLabel, setFieldLabels, worded } from './problemTexts';
export { SentLabels } from './sent';
export { counted, fill, number, timeOfDay } from './wording';
