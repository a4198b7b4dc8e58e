/** The words in the window's and the tab's title. */

import { useEffect } from "react";

export function useTitle(words: string): void {
  useEffect(() => {
    document.title = `${words} – User Activity View`;
  }, [words]);
}
