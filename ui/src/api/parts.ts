/** Parts of the program that are fetched when they are first needed. */

import { unreachable } from "./problem";

/** What browsers say when a part cannot be fetched; whatever else is thrown is a fault of the part itself. */
const NOT_FETCHED = /dynamically imported module|preload CSS|module script failed/i;

/** A part comes from the engine like everything else: if it cannot be fetched, the engine does not answer. */
export async function fetched<Part>(part: Promise<Part>): Promise<Part> {
  try {
    return await part;
  } catch (fault) {
    if (fault instanceof Error && NOT_FETCHED.test(fault.message)) {
      throw unreachable("This screen is fetched from it when it is first opened.");
    }
    throw fault;
  }
}
