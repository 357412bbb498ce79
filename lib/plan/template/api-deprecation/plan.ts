import { template } from "../plan-parts";
import { ANNOUNCE } from "./announce";
import { BROWNOUTS } from "./brownouts";
import { REMOVE } from "./remove";

/** Take an interface out of the world without breaking anybody who was told. */
export const API_DEPRECATION = template({
  title: "API deprecation",
  description:
    "For an interface or version that has to go. Callers are known, told, helped, reminded by short planned outages, and only when hardly anybody calls any more is it removed.",
  phases: [ANNOUNCE, BROWNOUTS, REMOVE],
  risks: [
    {
      title: "A caller nobody knows: a device, a script, a partner's partner",
      severity: "HIGH",
      likelihood: "HIGH",
      impact: "MEDIUM",
      mitigation:
        "Calls are counted by token and address; brownouts find the rest while the switch is still there.",
    },
    {
      title: "The successor lacks something callers need",
      severity: "HIGH",
      likelihood: "MEDIUM",
      impact: "HIGH",
      mitigation: "The three largest callers move first, before the date is announced.",
    },
    {
      title: "A large customer cannot move in time",
      severity: "MEDIUM",
      likelihood: "MEDIUM",
      impact: "MEDIUM",
      mitigation: "Extensions are given by token, in writing, with an end; the date for the others stays.",
    },
    {
      title: "The removal breaks something of our own",
      severity: "MEDIUM",
      likelihood: "MEDIUM",
      impact: "MEDIUM",
      mitigation: "Our own callers are moved before anybody is asked to; a test refuses new ones.",
    },
  ],
});
