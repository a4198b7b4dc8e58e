import { useNavigate } from "@tanstack/react-router";
import { type Review, shelf } from "./intake";

/** Goes to the imports with a file under review, from any screen. */
export function useReviewFile(): Review {
  const navigate = useNavigate();
  return (source) => void navigate({ to: "/imports", search: { file: shelf.put(source) } });
}
