package stet.serve.page;

import java.time.Instant;
import stet.report.words.Times;
import stet.text.Capitals;
import stet.watch.CheckedAddress;
import stet.watch.store.CheckOutcome;
import stet.watch.store.TrackedPage;

/** What checks showed, in sentences. */
final class CheckWords {
  private final Times times;

  CheckWords(Times times) {
    this.times = times;
  }

  /** What came of the wish to have an address checked. */
  String of(CheckedAddress checked) {
    CheckOutcome check = checked.check();
    String when = checked.nextAt() == null ? "" : " " + at(checked.nextAt());
    return switch (checked.outcome()) {
      case CHECKED ->
          Capitals.first(check == null ? "it was checked" : check.words())
              + (checked.detail().isEmpty() ? "" : " (" + checked.detail() + ")")
              + "."
              + (when.isEmpty() ? "" : " The next check is due" + when + ".");
      case KEPT -> "It is not tracked, and was looked at once.";
      case HANDED_OVER -> "It is due at once; the watch that runs checks it within a minute.";
      case WAITING ->
          "It is due at once, and was not checked yet: " + checked.detail() + when + ".";
      case NOT_TRACKED -> "It is not tracked.";
      case REFUSED -> "It is no address of the web.";
    };
  }

  /** Where the checks of a page stand. */
  String state(TrackedPage page) {
    TrackedPage.State state = page.state();
    Instant last = state.askedAt();
    String next = "next check " + at(state.nextAt()) + ".";
    return last == null
        ? "Not checked yet; " + next
        : "Last check " + at(last) + ": " + state.outcome().words() + "; " + next;
  }

  private String at(Instant at) {
    return times.stamp(at) + " " + times.zoneName();
  }
}
