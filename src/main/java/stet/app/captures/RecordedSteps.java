package stet.app.captures;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stet.archive.WarcLocation;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.ingest.RedirectSteps;
import stet.json.CaptureFacts;
import stet.store.CaptureTable;
import stet.track.Captures;
import stet.track.Collection;
import stet.track.Timelines;

/** The redirects that led to a record of an imported web archive. */
final class RecordedSteps {
  private RecordedSteps() {}

  /** First to last; an address that leads back to one on the way ends them. */
  static List<CaptureFacts.Step> before(Collection collection, Capture last, int most)
      throws IOException {
    List<CaptureFacts.Step> steps = new ArrayList<>();
    Set<String> passed = new HashSet<>(Set.of(last.uri()));
    Capture at = last;
    String via = via(at);
    while (!via.isEmpty() && passed.add(via) && steps.size() < most) {
      Instant from = at.at().minus(RedirectSteps.NEAR);
      Optional<CaptureTable.Redirect> found = collection.captures().redirect(via, from, at.at());
      Optional<CaptureFacts.Step> step = found.flatMap(r -> step(collection, r));
      if (step.isEmpty()) {
        break;
      }
      steps.add(step.get());
      at = collection.captures().read(found.get().location()).capture();
      via = via(at);
    }
    Collections.reverse(steps);
    return steps;
  }

  private static String via(Capture capture) {
    return capture.source() instanceof CaptureSource.WarcRecord record ? record.via() : "";
  }

  private static Optional<CaptureFacts.Step> step(
      Collection collection, CaptureTable.Redirect redirect) {
    List<WarcLocation> locations = collection.captures().of(redirect.article());
    List<Captures.Seen> seen = collection.captures().seen(redirect.article());
    int index = locations.indexOf(redirect.location());
    return index < 0
        ? Optional.empty()
        : collection
            .timelines()
            .find(Long.toString(redirect.article()))
            .map(Timelines.Found::article)
            .map(article -> new CaptureFacts.Step(article, seen.get(index)));
  }
}
