import { expect, it } from "vitest";
import { appliedText, differenceText, unnamed, userWords } from "./previewWords";

it("says what a preview found", () => {
  expect(differenceText(10, 12)).toBe("+2");
  expect(differenceText(10, 3)).toBe("−7");
  expect(differenceText(3, 3)).toBe("0");
  expect(userWords({ mpid: "1", name: null })).toBe("Anonymous");
  expect(unnamed({ before: [{ mpid: "1", name: null }], before_count: 3, after_count: 1, decided_by: "7" })).toBe(2);
});

it("says what resolving anew came to", () => {
  expect(appliedText({ moved_entries: 0, changed_users: 0 })).toBe("Resolved anew: every user stayed as it was.");
  expect(appliedText({ moved_entries: 1, changed_users: 2 })).toBe(
    "Resolved anew: 1 log entry went to other users, 2 users changed.",
  );
});
