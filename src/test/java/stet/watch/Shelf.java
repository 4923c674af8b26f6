package stet.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stet.capture.Capture;
import stet.capture.Digest;
import stet.capture.Payload;
import stet.watch.store.PayloadSource;

/** Takes in what is fetched, in memory; any answer below 400 that says "story" is an article. */
final class Shelf implements CaptureSink, PayloadSource {
  final List<Capture> kept = new ArrayList<>();
  final Map<Digest, Payload> payloads = new HashMap<>();
  int fullFor;
  private final Map<String, Digest> last = new HashMap<>();

  @Override
  public synchronized List<Taken> accept(List<Fetched> batch) throws IOException {
    if (fullFor > 0) {
      fullFor--;
      throw new IOException("cannot write 'snapshots/x.warc.gz': no space left on device");
    }
    List<Taken> taken = new ArrayList<>();
    for (Fetched fetched : batch) {
      kept.addAll(fetched.captures());
      fetched.captures().forEach(c -> payloads.put(c.payload().digest(), c.payload()));
      taken.add(take(fetched));
    }
    return taken;
  }

  private Taken take(Fetched fetched) {
    Capture capture = fetched.captures().get(fetched.captures().size() - 1);
    if (fetched.list() || !text(capture).contains("story")) {
      return Taken.of(Showed.NO_ARTICLE, "no story in it");
    }
    Digest digest = capture.payload().digest();
    Digest before = last.put(fetched.uri(), digest);
    Showed showed =
        before == null ? Showed.FIRST : before.equals(digest) ? Showed.UNCHANGED : Showed.CHANGED;
    return Taken.of(showed, "");
  }

  private static String text(Capture capture) {
    try {
      return new String(capture.payload().bytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized Optional<Payload> payload(Digest digest) {
    return Optional.ofNullable(payloads.get(digest));
  }

  synchronized long count(String uri) {
    return kept.stream().filter(c -> c.uri().equals(uri)).count();
  }
}
