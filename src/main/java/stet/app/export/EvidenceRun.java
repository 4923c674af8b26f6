package stet.app.export;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stet.app.AppException;
import stet.app.ArticleReference;
import stet.app.Comparison;
import stet.app.SettingKey;
import stet.app.Settings;
import stet.archive.StoredRecord.StoredCapture;
import stet.capture.Capture;
import stet.export.EvidenceBundle;
import stet.export.TimeStamper;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.track.Collection;

/** Bundles what shows a change, so that it can be checked without stet. */
public final class EvidenceRun {
  /**
   * What was written.
   *
   * @param stamp what a time-stamp authority witnessed; null where none was asked
   */
  public record Result(EvidenceBundle.Subject subject, TimeStamper.@Nullable Stamp stamp) {}

  private final Collection collection;
  private final Settings settings;
  private final String program;
  private final Clock clock;

  /**
   * @param program name and version of the program, which the bundle states
   */
  public EvidenceRun(Collection collection, Settings settings, String program, Clock clock) {
    this.collection = collection;
    this.settings = settings;
    this.program = program;
    this.clock = clock;
  }

  /**
   * Bundles two versions of an article.
   *
   * @param typed an article with {@code @A..B}; {@code @N} is N-1 and N, none the last two
   * @param output a new folder, or a file that ends in {@code .zip}
   * @throws AppException when there are no such versions, or the first is not before the second
   * @throws IOException when a capture cannot be read, the authority does not answer, or the bundle
   *     cannot be written
   */
  public Result write(String typed, Path output) throws IOException {
    ArticleReference reference = ArticleReference.parse(typed);
    Timeline timeline = reference.find(collection.timelines());
    int to = reference.newer(timeline.versions().size());
    int from = reference.older(to);
    if (from >= to) {
      throw AppException.invalid("version " + from + " is not before version " + to);
    }
    EvidenceBundle.Subject subject = subject(Comparison.of(timeline, from, to));
    return new Result(
        subject, new EvidenceBundle(program, clock, stamper()).write(subject, output));
  }

  private @Nullable TimeStamper stamper() {
    String authority = settings.get(SettingKey.EVIDENCE_AUTHORITY);
    return authority.isEmpty() ? null : new TimeStamper(URI.create(authority));
  }

  private EvidenceBundle.Subject subject(Comparison compared) throws IOException {
    SeenVersion before = compared.before();
    SeenVersion after = compared.after();
    List<StoredCapture> captures =
        ArticleCaptures.of(
                collection,
                compared.timeline(),
                damage -> {
                  throw damage;
                })
            .stream()
            .filter(c -> !c.capture().at().isBefore(before.first().at()))
            .filter(c -> !c.capture().at().isAfter(after.lastSeen()))
            .toList();
    return new EvidenceBundle.Subject(
        compared.timeline(),
        before,
        after,
        compared.revision(),
        captures,
        compared.page(settings.report(program)),
        pictures(compared.timeline(), before, after));
  }

  private Map<Integer, Capture> pictures(Timeline timeline, SeenVersion... versions)
      throws IOException {
    Map<Integer, Capture> pictures = new HashMap<>();
    for (SeenVersion version : versions) {
      collection
          .captures()
          .picture(timeline.article(), version.first())
          .ifPresent(picture -> pictures.put(version.number(), picture));
    }
    return pictures;
  }
}
