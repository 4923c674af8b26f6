package stet.serve.memento;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.app.Mementos;
import stet.app.Mementos.Memento;
import stet.app.ServedCollection;
import stet.capture.Capture;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.text.time.ArchiveTimestamp;
import stet.text.time.HttpDate;
import stet.track.Collection;

/**
 * Mementos (RFC 7089 section 4.2.1): a page as it can be read, or its bytes as they were archived.
 * A time at which nothing was captured leads to the nearest that has a memento.
 */
final class Archived {
  /** Digits as far as somebody cared to write them, and how the memento is wanted. */
  private static final Pattern ADDRESS =
      Pattern.compile("((?:\\d\\d){2,7})(id_)?/(.+)", Pattern.DOTALL);

  /** What a time that is not written to the second begins at. */
  private static final String BEGINNING = "00000101000000";

  private final ServedCollection collection;
  private final ReadableMemento readable = new ReadableMemento();

  Archived(ServedCollection collection) {
    this.collection = collection;
  }

  Answer answer(Asked asked) throws IOException {
    Matcher address = ADDRESS.matcher(asked.path().get(1));
    if (!address.matches()) {
      throw HttpProblem.notFound();
    }
    Instant time = time(address.group(1));
    boolean raw = address.group(2) != null;
    Set<String> addresses = AskedUri.candidates(address.group(3));
    return collection.ask(
        c -> {
          Places places = Places.of(asked, MementoRoutes.mementos(c, addresses));
          Mementos mementos = places.mementos();
          Optional<Memento> own =
              address.group(1).length() == BEGINNING.length()
                  ? mementos.at(time, addresses)
                  : Optional.empty();
          return own.isPresent()
              ? memento(c, places, own.get(), raw)
              : elsewhere(places, mementos.nearest(time), raw);
        });
  }

  private static Instant time(String digits) {
    return ArchiveTimestamp.parse(digits + BEGINNING.substring(digits.length()))
        .orElseThrow(() -> new HttpProblem(400, "The digits in the address are no time."));
  }

  private static Answer elsewhere(Places places, Memento nearest, boolean raw) {
    return Answer.redirect(302, places.memento(nearest, raw ? Places.RAW : ""))
        .with("Link", places.header());
  }

  private Answer memento(Collection collection, Places places, Memento memento, boolean raw)
      throws IOException {
    Capture capture = collection.captures().read(memento.location()).capture();
    String encoding = collection.captures().encoding(capture);
    Answer answer =
        raw ? RawMemento.of(capture, encoding) : readable.of(capture, encoding, places, memento);
    return answer
        .with("Memento-Datetime", HttpDate.format(memento.at()))
        .with("Link", places.header(memento, raw ? Places.RAW : ""));
  }
}
