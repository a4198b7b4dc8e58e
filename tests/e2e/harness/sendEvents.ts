/** What a back end sends with a key: one request to the Events API. */
export async function sendEvents(
  url: string,
  { key, secret }: { key: string; secret: string },
  body: string,
): Promise<number> {
  const answer = await fetch(`${url}/v2/events`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}`,
    },
    body,
  });
  return answer.status;
}
