/** Whether the operator folded the rail to its icons. */

import { remembered } from "../components/remembered";

export const railFolded = remembered("rail", (stored) => stored === true);
