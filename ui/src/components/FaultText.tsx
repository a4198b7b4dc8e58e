/** What is wrong, said under the place that it is about. Nothing while nothing is. */
export function FaultText({ children }: { children: string | undefined }) {
  if (!children) return null;
  return (
    <p className="neg" role="alert">
      {children}
    </p>
  );
}
