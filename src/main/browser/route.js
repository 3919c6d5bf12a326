// Which desk takes a report and who there is granted it, as intake/Routing decides it.
import { vouchedFor } from "./vouchings.js";

export class NobodyCouldRead extends Error {}

// The desk for whoever chose none, as staff/Desks has it: the country, then the language, then the first by name.
export function serving(published, country, language) {
  const reads = (desk) => !desk.languages?.length || desk.languages.includes(language);
  const distance = (desk) => (country && desk.countries.includes(country) ? 0 : 2) + (reads(desk) ? 0 : 1);
  return published.desks.reduce((best, desk) => (distance(desk) < distance(best) ? desk : best));
}

export function route(published, answers) {
  const named = (slug) => {
    const desk = published.desks.find((one) => one.slug === slug);
    if (!desk) throw new Error("no such desk");
    return desk;
  };
  const chosen = answers.desk
    ? named(answers.desk)
    : serving(published, answers.routeByCountry ? answers.where : null, answers.language);

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
