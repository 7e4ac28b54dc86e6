/* docs/scale.md: what a hundred, ten thousand and a million agents mean for an org, by arithmetic over what was measured. */
import { bytes, figure } from './words.js';

const AGENTS = [100, 10_000, 1_000_000];

// Assumed, not measured: an agent's day, and how long the Apex of one save runs.
const DAY = { hours: 8, interactions: 60 };
const APEX_SECONDS = 0.3;

// Of Salesforce, with the pages that say so.
const ENTERPRISE = { base: 100_000, perLicence: 1000 };
const STORAGE = { base: 10e9, perLicence: 20e6, record: 2000 };
const WORKING_DAYS = 250;

const SOURCES = `- Request allocation, 100,000 a day and 1,000 more for each Enterprise licence, counted over the whole org; requests of 20
  seconds and more, 25 at a time:
  https://developer.salesforce.com/docs/platform/salesforce-app-limits-cheatsheet/guide/salesforce-app-limits-platform-api.html
- Lightning Data Service “doesn’t incur any API usage calls”:
  https://developer.salesforce.com/docs/component-library/documentation/en/lwc/lwc.data_ui_api
- Synchronous Apex that runs for five seconds counts as long-running; once an org's limit of those is reached, 10 by default,
  new Apex is refused: https://developer.salesforce.com/blogs/2013/05/force-com-concurrent-request-limits and
  https://developer.salesforce.com/docs/atlas.en-us.250.0.object_reference.meta/object_reference/sforce_api_objects_eventlogfile_concurrentlongrunningapexlimit.htm
- Apex limits hold for each call of a method, and one request of the framework carries at most 2,500 of them:
  https://developer.salesforce.com/docs/platform/lwc/guide/apex
- The message service supports Lightning pages and is bound to the page: https://developer.salesforce.com/docs/platform/lwc/guide/use-message-channel-considerations.html
- Data storage, 10 GB and 20 MB for each Enterprise licence, about 2 KB a record, tasks among them, archived ones too; from
  others than Salesforce: https://salesforceturtle.com/?p=1279 and https://www.simplysfdc.com/2023/06/`;

export function scale({ saves: { messages, talking, working } }) {
    const perSecond = DAY.hours * 3600;
    const day = (agents) => {
        const interactions = agents * DAY.interactions;
        const requests = interactions * working.saves;
        const allocation = ENTERPRISE.base + ENTERPRISE.perLicence * agents;
        return { agents, interactions, requests, allocation, rate: requests / perSecond };
    };
    const days = AGENTS.map(day);
    const columns = (label, show) => `| ${label} | ${days.map(show).join(' | ')} |`;
    const own = STORAGE.perLicence / (DAY.interactions * STORAGE.record);
    return `# Scale on paper

What Patchbay asks of an org and of a page, with a hundred, ten thousand and a million agents. Saves and bytes are measured
by \`npm run bench\`, which writes this page; what is assumed or Salesforce's own word is marked so. Nothing of it was tried in
an org.

## Measured, per interaction

A captured call of the tests, ${messages.count} messages of together ${bytes(messages.bytes)} bytes, played to a session:

| The agent | Saves | Bytes of all requests | Bytes of one |
| --- | --- | --- | --- |
| only talks | ${talking.saves} | ${bytes(talking.bytes)} | ${bytes(Math.round(talking.bytes / talking.saves))} |
| chooses a contact and a case, and writes | ${working.saves} | ${bytes(working.bytes)} | ${bytes(Math.round(working.bytes / working.saves))} |

Saving at each message instead would be ${messages.count} saves, ${figure(messages.count / working.saves)} times as many. Bytes
are those of the JSON that \`onSaveLog\` is given; what the framework puts around it is not in them. A save is one call of Apex
that writes one record. EngagementInteraction records, where they are kept, are saves of their own.

## Assumed

An agent has ${DAY.interactions} interactions in a day of ${DAY.hours} hours, all of them worked on (${working.saves} saves), and the Apex of a
save runs for ${APEX_SECONDS} seconds. An org has as many Enterprise licences as agents.

## What a day is then

| Agents | ${AGENTS.map(bytes).join(' | ')} |
| --- | --- | --- | --- |
${columns(`Interactions: agents × ${DAY.interactions}`, ({ interactions }) => bytes(interactions))}
${columns(`Saves: interactions × ${working.saves}`, ({ requests }) => bytes(requests))}
${columns(`Saves a second: saves / ${bytes(perSecond)} s`, ({ rate }) => figure(rate))}
${columns(`Apex at work at once: saves a second × ${APEX_SECONDS} s`, ({ rate }) => figure(rate * APEX_SECONDS))}
${columns(`Sent, MB: interactions × ${bytes(working.bytes)} bytes`, ({ interactions }) => bytes(Math.round((interactions * working.bytes) / 1e6)))}
${columns('Requests allocated: 100,000 + agents × 1,000', ({ allocation }) => bytes(allocation))}
${columns('Share of it, if every save counted', ({ requests, allocation }) => `${figure((requests / allocation) * 100)} %`)}
${columns(`Records of 2 KB, MB: interactions × 2 KB`, ({ interactions }) => bytes((interactions * STORAGE.record) / 1e6))}

## What the limits say

- **API requests.** The allocation counts requests of the SOAP and REST APIs and what is built on them. The components save
  through Apex and read through Lightning Data Service, which takes nothing of it. No page of Salesforce that was found says
  the same in so many words of Apex called by a component, so the table has the worst case: ${working.saves} saves × ${DAY.interactions}
  interactions are ${working.saves * DAY.interactions} requests of the 1,000 that each licence brings, whatever the number of agents.
  Other integrations share the allocation.
- **Long-running Apex.** What counts is not how many saves there are but how many last five seconds; a save that inserts or
  updates one record should not come near, unless triggers and flows of the org on Task make it. Then at ${figure(days[1].rate)} saves a second,
  of 10,000 agents, one save in ${bytes(Math.round((days[1].rate * 5) / 10))} lasting five seconds is enough to keep 10 of them at once
  and have Apex refused. Patchbay keeps what is refused and tries again later and later, each client at a time of its own.
- **Locks.** Saves of one record wait for one another in the session; two agents never save the same log.
- **Storage.** One Task of 2 KB for each interaction is ${bytes(DAY.interactions * STORAGE.record)} bytes a day for an agent, whose licence brings
  20 MB beside the 10 GB of the org: after ${figure(own)} days its share is full, at whatever scale. ${WORKING_DAYS} working days are
  ${figure((WORKING_DAYS * DAY.interactions * STORAGE.record) / 1e6)} MB. This is the limit that a contact centre meets first; delete or archive outside Salesforce.
- **The message service.** It carries messages inside one browser, between components of one page, and no quota of it
  is documented: ${messages.count} messages of ${bytes(Math.round(messages.bytes / messages.count))} bytes an interaction are the same for each agent, alone or one of a million.
- **A million agents in one org.** None of these pages promises ${bytes(Math.round(days[2].rate))} saves a second. Agents are then spread over orgs, and
  for each of them the column of its own size holds.

## Sources

${SOURCES}
`;
}
