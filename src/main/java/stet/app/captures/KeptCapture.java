package stet.app.captures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.archive.StoredRecord.StoredCapture;
import stet.archive.WarcLocation;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Exchange;
import stet.json.CaptureFacts;
import stet.timeline.Sighting;
import stet.track.Captures;
import stet.track.Collection;
import stet.track.Timelines;

/**
 * A capture of an article with all that is archived of it.
 *
 * @param location where it lies in the collection's archive
 */
public record KeptCapture(CaptureFacts facts, Capture capture, WarcLocation location) {
  private static final int MOST_REDIRECTS = 30;

  /**
   * Finds one by its name, which stays the same whatever is imported later.
   *
   * @param name as {@link stet.timeline.CaptureRef#name} gives it; compared, and never a path
   * @param secrets whether values of fields that let somebody in are told
   * @throws IOException when it cannot be read
   */
  public static Optional<KeptCapture> find(
      Collection collection, Timelines.Found article, String name, boolean secrets)
      throws IOException {
    List<Captures.Seen> all = collection.captures().seen(article.id());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).sighting().ref().name().equals(name)) {
        List<WarcLocation> locations = collection.captures().of(article.id());
        return Optional.of(read(collection, article, all, locations, i, secrets));
      }
    }
    return Optional.empty();
  }

  private static KeptCapture read(
      Collection collection,
      Timelines.Found article,
      List<Captures.Seen> all,
      List<WarcLocation> locations,
      int index,
      boolean secrets)
      throws IOException {
    Captures captures = collection.captures();
    WarcLocation location = locations.get(index);
    StoredCapture stored = captures.read(location);
    Capture capture = stored.capture();
    Exchange.Http http = capture.exchange() instanceof Exchange.Http h ? h : null;
    List<CaptureFacts.Step> before =
        capture.source() instanceof CaptureSource.WarcRecord
            ? RecordedSteps.before(collection, capture, MOST_REDIRECTS)
            : redirects(captures, all, locations, index, capture).stream()
                .map(seen -> new CaptureFacts.Step(article.article(), seen))
                .toList();
    CaptureFacts facts =
        new CaptureFacts(
            article.article(),
            all.get(index),
            before,
            http == null ? null : Heads.of(http.request(), secrets),
            http == null ? null : Heads.of(http.response(), secrets),
            capture.payload().size(),
            captures.blockDigest(location));
    return new KeptCapture(facts, capture, location);
  }

  /** Each step names the address that led to it. */
  private static List<Captures.Seen> redirects(
      Captures captures,
      List<Captures.Seen> all,
      List<WarcLocation> locations,
      int index,
      Capture last)
      throws IOException {
    List<Captures.Seen> steps = new ArrayList<>();
    String via = via(last);
    for (int i = index - 1; i >= 0 && via != null && steps.size() < MOST_REDIRECTS; i--) {
      Captures.Seen step = all.get(i);
      if (step.uri().equals(via) && step.sighting().reason().equals(Sighting.REDIRECT)) {
        steps.add(step);
        via = via(captures.read(locations.get(i)).capture());
      }
    }
    Collections.reverse(steps);
    return steps;
  }

  /** Null where nothing led to it but a wish or a list. */
  private static @Nullable String via(Capture capture) {
    boolean led =
        capture.source() instanceof CaptureSource.Live live
            && !live.via().isEmpty()
            && !live.requested().equals(capture.uri());
    return led ? ((CaptureSource.Live) capture.source()).via() : null;
  }
}
