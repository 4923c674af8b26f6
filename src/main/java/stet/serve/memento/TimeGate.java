package stet.serve.memento;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import stet.app.Mementos;
import stet.app.Mementos.Memento;
import stet.app.ServedCollection;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.text.time.HttpDate;

/** Leads to the memento that is nearest to a time (RFC 7089 section 4.2.1). */
final class TimeGate {
  private final ServedCollection collection;

  TimeGate(ServedCollection collection) {
    this.collection = collection;
  }

  /**
   * A redirect; to the newest where no time is asked for, to the first or the last where the time
   * is before or after all of them.
   */
  Answer answer(Asked asked) throws IOException {
    Set<String> addresses = AskedUri.candidates(asked.path().get(1));
    Optional<Instant> wanted = asked.header("Accept-Datetime").map(TimeGate::time);
    Mementos mementos = collection.ask(c -> MementoRoutes.mementos(c, addresses));
    Memento memento = wanted.map(mementos::nearest).orElseGet(mementos::last);
    Places places = Places.of(asked, mementos);
    return Answer.redirect(302, places.memento(memento, ""))
        .with("Vary", "accept-datetime, Cookie, Authorization")
        .with("Link", places.header(memento, ""));
  }

  private static Instant time(String header) {
    return HttpDate.parse(header)
        .orElseThrow(
            () ->
                new HttpProblem(
                    400, "Accept-Datetime is no time such as 'Sat, 14 Mar 2026 06:00:00 GMT' is."));
  }
}
