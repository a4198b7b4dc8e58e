/** What the store's durability promises, in words. */
export function durabilityWords(durability: string): string {
  switch (durability) {
    case "full":
      return "What was acknowledged survives a power cut";
    case "normal":
      return "What was acknowledged survives a crash of the program, not always a power cut";
    case "off":
      return "A crash may lose what was acknowledged";
    default:
      return durability;
  }
}
