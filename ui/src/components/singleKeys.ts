/** Whether shortcuts of one letter work at all (WCAG 2.1.4): the operator can switch them off. */

import { remembered } from "./remembered";

export const singleKeys = remembered("singleKeys", (stored) => stored !== false);
