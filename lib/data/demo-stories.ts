import "server-only";
import { decideGate } from "./decisions";
import { mobilePlan, paymentsPlan, portalPlan, searchPlan } from "./demo-plans";
import { type Cast, openScene } from "./demo-scene";
import { requestReview } from "./reviews";

/** Being worked: some is done, some has an owner, one number misses its target. @returns the project's id */
export async function tellWorking(cast: Cast): Promise<string> {
  const { ana, ben, chidi } = cast;
  const scene = await openScene(cast, portalPlan, "The portal customers have asked for since spring.");
  await scene.plan(ana, 9, 30, 51);
  await scene.set(ben, "DONE", "Rotate every signing key", "Alert on failed sign-ins", "Codes by mail");
  await scene.set(chidi, "DONE", "Dashboards for latency and errors", "Codes by app");
  await scene.set(ben, "IN_PROGRESS", "Lock an account after ten wrong passwords");
  await scene.assign(ana, "Restore drill from last night's backup", ben, 3);
  await scene.assign(ana, "Mask personal data on staging", ana, 5);
  await scene.assign(ana, "Lock an account after ten wrong passwords", ben, 2);
  await scene.measure(
    ben,
    "At least 95% of test cases passed",
    93.2,
    412,
    "Two suites fail since the upgrade",
  );
  await scene.measure(chidi, "p95 latency under 300 ms", 240, 18_000, "An hour of staff traffic");
  await scene.say(
    chidi,
    "Restore drill from last night's backup",
    "Last time the drill took **52 minutes**: the dump was on the slow disk. Moved it; please time it again.",
  );
  return scene.projectId;
}

/** In review: everything holds, one of two signatures is there, and a manager may decide. */
export async function tellInReview(cast: Cast): Promise<string> {
  const { ana, ben, chidi } = cast;
  const scene = await openScene(
    cast,
    paymentsPlan,
    "From the old provider to the new one, without losing a cent.",
  );
  await scene.plan(ana, 2, 16, 30);
  await scene.set(ben, "DONE", "Both ledgers agree for a week", "Refunds reach the old provider");
  await scene.set(chidi, "DONE", "Card data never touches our disks", "Runbook for a provider outage");
  await scene.measure(ben, "Fewer than 3 differences a day", 0, 7, "Seven nights, none");
  await scene.measure(ben, "At least 99% of charges within 2 s", 99.6, 5_200);
  await scene.sign(ben, "dry-run", "Engineering", "Compared the ledgers myself.");
  await requestReview(await scene.open(ben, "review:request"), {
    phase: "dry-run",
    note: "Finance signs on Thursday at the latest.",
    days: 7,
  });
  return scene.projectId;
}

/** Decided: the first gate was passed, the next phase is under way. */
export async function tellDecided(cast: Cast): Promise<string> {
  const { ana, ben, chidi } = cast;
  const scene = await openScene(cast, mobilePlan, "One app for both platforms.");
  await scene.plan(ana, -1, 14, 35);
  await scene.set(ben, "DONE", "No crash in a day of use", "Works without a network");
  await scene.set(ana, "DONE", "Old versions are told to update", "Pictures and texts for the stores");
  await scene.measure(ben, "At least 99.5% of sessions without a crash", 99.8, 3_100);
  await scene.sign(ben, "internal", "Engineering");
  await scene.sign(ana, "internal", "Product", "Two weeks on my own phone.");
  await requestReview(await scene.open(ben, "review:request"), { phase: "internal", note: null, days: 7 });
  await decideGate(await scene.open(chidi, "gate:decide"), {
    phase: "internal",
    outcome: "GO",
    reason: "Nothing open, and both teams have signed.",
    override: null,
    conditions: [],
    recycleTo: null,
  });
  await scene.set(ben, "DONE", "Two hundred testers on each platform");
  await scene.set(ana, "DONE", "Translate the store pages");
  await scene.assign(ana, "Push messages arrive within a minute", ben, 6);
  return scene.projectId;
}

/** Blocked: a must is open, a number misses, a signature is refused, and a critical risk nobody has accepted. */
export async function tellBlocked(cast: Cast): Promise<string> {
  const { ana, ben, chidi } = cast;
  const scene = await openScene(cast, searchPlan, "New index, new ranking, the same box.");
  await scene.plan(ana, 4, 20, 41);
  await scene.set(
    ben,
    "DONE",
    "Build the index again within four hours",
    "Compare a thousand queries by hand",
  );
  await scene.set(chidi, "DONE", "Synonyms for the fifty most used words");
  await scene.measure(ben, "At least 99.9% uptime", 99.2, null, "Two restarts of the shadow reader");
  await scene.measure(ben, "p95 latency under 120 ms", 104, 52_000);
  await scene.sign(ben, "shadow-traffic", "Engineering");
  await scene.refuse(
    ana,
    "shadow-traffic",
    "Security",
    "Deleted documents stay findable for an hour. I cannot sign that.",
  );
  await scene.say(
    ana,
    "Deleted documents leave the index within a minute",
    "Measured an hour on Tuesday. The queue is drained once an hour: can it follow the writes instead?",
  );
  await scene.askWaiver(
    ben,
    "Deleted documents leave the index within a minute",
    "Shadow traffic only: nobody sees these results yet. The queue follows the writes from the next phase on.",
    21,
  );
  return scene.projectId;
}
