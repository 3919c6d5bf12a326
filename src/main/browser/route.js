// Which desk takes a report and who there is granted it, as intake/Routing decides it.
import { vouchedFor } from "./vouchings.js";

export class NobodyCouldRead extends Error {}

export function route(published, answers) {
  const named = (slug) => {
    const desk = published.desks.find((one) => one.slug === slug);
    if (!desk) throw new Error("no such desk");
    return desk;
  };
  const serving = (country) =>
    published.desks.find((desk) => country && desk.countries.includes(country)) ?? published.desks[0];
  const chosen = answers.desk ? named(answers.desk) : serving(answers.routeByCountry ? answers.where : null);

  function awayFromInsider() {
    const at = answers.insiderAt;
    if (!at) return named(chosen.alternate);
    const avoided = at === "elsewhere" ? chosen : named(at);
    return answers.desk && at !== answers.desk ? chosen : named(avoided.alternate);
  }

  const desk = answers.insider ? awayFromInsider() : chosen;
  const leadsOnly = answers.insider || Boolean(answers.excludeText);
  const members = vouchedFor(published);
  const holders = desk.holders
    .map((id) => members.get(id))
    .filter((member) => member && member.desk === desk.slug)
    .filter((member) => !answers.exclude.includes(member.member))
    .filter((member) => !leadsOnly || member.role === "LEAD");
  if (holders.length === 0) throw new NobodyCouldRead("nobody could read it");
  return { desk: desk.slug, restricted: answers.insider, holders };
}
