/** Under way. With reduced motion a still ring; say it in words beside it. */

import "./Spinner.css";

export function Spinner() {
  return <span className="spinner" aria-hidden />;
}
