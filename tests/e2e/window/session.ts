/** The keys that WebDriver names by code points (W3C WebDriver, 17.4.2). */
export const keys = { enter: "\uE007", escape: "\uE00C", arrowDown: "\uE015" } as const;

/** The member under which WebDriver hands out elements. */
const elementKey = "element-6066-11e4-a52e-4f735466cecf";

/** How long to look for what must appear. */
const patienceMs = 15_000;

/** How long the driver may take for one command; a program that hangs must not hang the tests. */
const commandMs = 30_000;

/** A WebDriver session: the few commands that the test speaks, over plain HTTP. */
export class Session {
  private constructor(private readonly url: string) {}

  /** Opens a program's window. */
  static async open(driver: string, binary: string): Promise<Session> {
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": { binary, args: [] } } };
    const opened = await command("POST", `${driver}/session`, { capabilities });
    return new Session(`${driver}/session/${(opened as { sessionId: string }).sessionId}`);
  }

  /** Closes the window and its program. */
  async close(): Promise<void> {
    await command("DELETE", this.url);
  }

  /** The element that a CSS selector finds, waited for. */
  async find(selector: string): Promise<string> {
    return await eventually(`an element ${selector}`, async () => {
      const found = await command("POST", `${this.url}/elements`, { using: "css selector", value: selector });
      return (found as Record<string, string>[]).map((one) => one[elementKey]).find((id) => id !== undefined);
    });
  }

  /** Types into an element. */
  async type(element: string, text: string): Promise<void> {
    await command("POST", `${this.url}/element/${element}/value`, { text });
  }

  /** Presses keys wherever the focus is. */
  async press(...pressed: string[]): Promise<void> {
    const actions = pressed.flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
    await command("POST", `${this.url}/actions`, { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  /** Runs a script in the page and answers what it returns, awaited. */
  async run<Answer>(script: string, ...args: unknown[]): Promise<Answer> {
    return (await command("POST", `${this.url}/execute/sync`, { script, args })) as Answer;
  }

  /** Waits until a script in the page returns something true, and answers it. */
  async until<Answer>(what: string, script: string, ...args: unknown[]): Promise<Answer> {
    return await eventually(what, () => this.run<Answer | undefined>(script, ...args));
  }

  /** The page as a PNG. WebKit takes it with the next frame, so a page at rest is kept painting a pixel meanwhile. */
  async screenshot(): Promise<Buffer> {
    await this.run(
      `const pixel = document.body.appendChild(document.createElement("i"));
       pixel.style.cssText = "position:fixed;left:0;top:0;width:1px;height:1px";
       const start = performance.now();
       const painting = setInterval(() => {
         pixel.style.background = pixel.style.background === "" ? "rgb(0 0 0 / 1%)" : "";
         if (performance.now() - start < 5000) return;
         clearInterval(painting);
         pixel.remove();
       }, 50);`,
    );
    return Buffer.from((await command("GET", `${this.url}/screenshot`)) as string, "base64");
  }
}

async function command(method: string, url: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    signal: AbortSignal.timeout(commandMs),
    ...(body === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  const { value } = (await answer.json()) as { value: unknown };
  if (!answer.ok) throw new Error(`${method} ${url}: ${JSON.stringify(value)}`);
  return value;
}

async function eventually<Answer>(what: string, look: () => Promise<Answer | undefined>): Promise<Answer> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > until) throw new Error(`${what} did not appear`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
